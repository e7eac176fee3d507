using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Studio.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Account;

/// <summary>A sage's own switchboard: what one agrees to, who sees how one is reached, and who looked (S07).</summary>
public sealed class ConsentsModel(PortalDb db, CurrentMember current) : MemberPage(current)
{
    public Sage Sage { get; private set; } = null!;

    public IReadOnlyList<ConsentState> States { get; private set; } = [];

    public ConsentHistory History { get; private set; } = null!;

    /// <summary>With their values: they are the reader's own.</summary>
    public IReadOnlyList<SageContact> Contacts { get; private set; } = [];

    public IReadOnlyList<ContactLook> Looks { get; private set; } = [];

    public bool Agrees(ConsentPurpose purpose) => States.Any(s => s.Purpose == purpose && s.Standing is not null);

    /// <summary>Where the page stands, in words.</summary>
    public string Shown => (Agrees(ConsentPurpose.Profile), Sage.IsAccepted, Sage.IsPublished) switch
    {
        (true, true, true) => "หน้าของท่านอยู่บนเว็บแล้ว",
        (false, _, _) => $"ไม่มีหน้าของท่านบนเว็บ เพราะท่านยังไม่ยินยอมเรื่อง «{ConsentPurpose.Profile.Name()}»",
        _ => "ท่านยินยอมแล้ว หน้าของท่านรอเจ้าหน้าที่เผยแพร่",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnSages(Actor).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } sage)
        {
            return NotFound();
        }

        Sage = sage;
        States = await db.ConsentStatesAsync(sage.Id, cancellationToken);
        var all = await db.ConsentHistoryAsync(sage.Id, cancellationToken);
        History = new(all, await db.MemberNamesAsync(all.Select(c => c.RecorderId).ToHashSet(), cancellationToken));
        Contacts = await db.OwnContactsAsync(Actor, cancellationToken);
        Looks = await db.WhoLookedAtSageAsync(sage.Id, cancellationToken);
        return Page();
    }
}
