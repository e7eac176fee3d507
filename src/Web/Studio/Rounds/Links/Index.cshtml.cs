using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds.Links;

/// <summary>Links of a district's part of a round: which there are, what came in, and a new one.</summary>
public sealed class IndexModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : LinksPage(db, live, current, clock)
{
    public IReadOnlyList<FoundLink> Links { get; private set; } = [];

    /// <summary>What the round asks for, and the table.</summary>
    public IReadOnlyList<LinkKind> Kinds { get; private set; } = [];

    [BindProperty]
    public LinkKind? Kind { get; set; }

    /// <summary>Last day, as typed.</summary>
    [BindProperty]
    public string Until { get; set; } = "";

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public bool MayMake => IsOpen && !Row.IsExempt;

    public string LastDay => BuddhistDate.Short(Round.LastDay());

    public async Task<IActionResult> OnGetAsync(Guid id, string district, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, district, cancellationToken))
        {
            return NotFound();
        }

        Until = BuddhistDate.Short(Round.UsualDay(Now));
        return await ListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string district, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, district, cancellationToken))
        {
            return NotFound();
        }

        var wrong = new List<(string Field, string Message)>();
        if (Kind is null)
        {
            wrong.Add(("Kind", "โปรดเลือกว่าลิงก์ใช้ทำอะไร"));
        }

        if (!BuddhistDate.TryParse(Until ?? "", out var day))
        {
            wrong.Add(("Until", "เขียนวันที่แบบ 9 ก.ค. 2564"));
        }

        if (wrong.Count == 0)
        {
            try
            {
                MadeLink.Keep(TempData, Kind!.Value, day, await Db.MakeLinkAsync(id, district, Kind.Value, day, Actor, Now, cancellationToken));
                return Redirect($"{DistrictUrl}/links/made");
            }
            catch (PortalException refusal)
            {
                wrong.Add((refusal.Field ?? "", refusal.Message));
            }
        }

        Wrong = wrong;
        return await ListAsync(cancellationToken);
    }

    private async Task<IActionResult> ListAsync(CancellationToken cancellationToken)
    {
        Links = await Db.LinksAsync(Round, Row.Area, Actor, cancellationToken);
        Kinds = [.. Enum.GetValues<LinkKind>().Where(k => k.Task() is not { } task || Round.Text.Tasks.Any(t => t.Kind == task))];
        ModelState.Clear();
        return Page();
    }
}
