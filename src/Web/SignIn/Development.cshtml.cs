using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.SignIn;

/// <summary>Chooses a seeded member without proof. Development alone has an address for this page.</summary>
public sealed class DevelopmentModel(PortalDb db, TimeProvider clock) : SignInPage(db, clock)
{
    public const string Path = "/sign-in/development";

    public MemberChoices Choices { get; private set; } = new([], "", "");

    public static string Address(string back) => back.Length > 0 ? QueryHelpers.AddQueryString(Path, "back", back) : Path;

    public async Task OnGetAsync(string? back, CancellationToken cancellationToken) =>
        Choices = await MemberChoices.LoadAsync(Db, back ?? "", "", cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken cancellationToken)
    {
        if (await Db.Members.FindAsync([member], cancellationToken) is not { IsOpen: true })
        {
            return NotFound();
        }

        Form.Remember = true;
        return await EnterAsync(member, SignInWay.Development, cancellationToken);
    }
}
