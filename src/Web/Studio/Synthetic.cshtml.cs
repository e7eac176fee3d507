using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio;

/// <summary>Says which fictional people and places there are, and removes them for good when the word is typed. For who runs the portal.</summary>
public sealed class SyntheticModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    /// <summary>What has to be typed.</summary>
    public const string Word = "ลบข้อมูลสมมติ";

    public SyntheticCount Count { get; private set; } = new(0, 0, 0);

    public bool IsWiped { get; private set; }

    public string Typed { get; private set; } = "";

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? typed, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Typed = typed ?? "";
        if (ThaiText.Normalize(Typed).Trim() != Word)
        {
            Wrong = $"ยังไม่ได้ลบอะไร พิมพ์ให้ตรงว่า «{Word}»";
            return Page();
        }

        // Once begun it goes on to its end, even when the browser is closed.
        var gone = await db.WipeSyntheticAsync(Actor, clock, CancellationToken.None);
        Say($"ลบแล้ว ปราชญ์ {gone.Sages} คน ศูนย์เรียนรู้ {gone.Centres} แห่ง แปลง {gone.Plots} แปลง");
        return Redirect("/studio/synthetic");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return false;
        }

        Count = await db.SyntheticAsync(cancellationToken);
        IsWiped = await db.IsWipedAsync(cancellationToken);
        return true;
    }
}
