using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Forgets a sage, and says before and after which texts an officer has to look at: afterwards nothing can find them by the name.</summary>
public sealed class SageErasureModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public PersonSummary Person { get; private set; } = null!;

    public IReadOnlyList<PersonText> Texts { get; private set; } = [];

    /// <summary>Pictures of texts in which the sage is seen.</summary>
    public IReadOnlyList<PersonPicture> Pictures { get; private set; } = [];

    public bool WithMember { get; private set; }

    public string Wrong { get; private set; } = "";

    public bool IsErased { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? member, string? typed, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        WithMember = member == "goes";
        if (ThaiText.Normalize(typed ?? "").Trim() != EraseWord)
        {
            Wrong = $"ยังไม่ได้ลบอะไร พิมพ์ให้ตรงว่า «{EraseWord}»";
            return Page();
        }

        try
        {
            await Db.EraseSageAsync(pictures, id, WithMember, Actor, Now, cancellationToken);
            IsErased = true;
        }
        catch (PortalException refusal)
        {
            Wrong = refusal.Message;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.SummaryOfAsync(PersonKind.Sage, id, Actor, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        Texts = await Db.TextsOfAsync(await Db.Sages.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken), Actor, cancellationToken);
        Pictures = [.. (await Db.PicturesOfAsync(id, cancellationToken)).Where(p => p.Entry is not null)];
        return true;
    }
}
