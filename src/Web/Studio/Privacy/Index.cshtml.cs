using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Finds who asks what is kept about them. A post, so that no name or number stands in an address or a log.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public string Words { get; private set; } = "";

    public string Wrong { get; private set; } = "";

    /// <summary><c>null</c> → nobody was looked for yet.</summary>
    public IReadOnlyList<FoundPerson>? Found { get; private set; }

    public void OnGet()
    {
    }

    public async Task<PageResult> OnPostAsync(string? words, CancellationToken cancellationToken)
    {
        Words = words ?? "";
        try
        {
            Found = await Db.FindPeopleAsync(Words, Actor, Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = refusal.Message;
        }

        return Page();
    }
}
