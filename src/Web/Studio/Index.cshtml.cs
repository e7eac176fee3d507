using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio.Rounds;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio;

/// <summary>The first screen: what waits for me today?</summary>
public sealed class IndexModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const int Most = 20;

    /// <summary>What the member was asked to review.</summary>
    public IReadOnlyList<ReviewRow> Assigned { get; private set; } = [];

    /// <summary>Reviews of others that are pressing.</summary>
    public IReadOnlyList<ReviewRow> Pressing { get; private set; } = [];

    /// <summary>Every other review, first those that have waited longest.</summary>
    public IReadOnlyList<ReviewRow> ToReview { get; private set; } = [];

    /// <summary>Reviews that the member may do.</summary>
    public int Reviews { get; private set; }

    /// <summary>Approved texts that are published by themselves, the next first.</summary>
    public IReadOnlyList<EntryRow> Scheduled { get; private set; } = [];

    public DateOnly Today => ThaiTime.Day(clock.GetUtcNow());

    public IReadOnlyList<EntryRow> Returned { get; private set; } = [];

    public IReadOnlyList<EntryRow> ToPublish { get; private set; } = [];

    public IReadOnlyList<EntryRow> Drafts { get; private set; } = [];

    /// <summary>How many live texts of the areas where the member reviews should be looked at again.</summary>
    public int Stale { get; private set; }

    public IReadOnlyList<(Guid EntryId, string Title, string What, DateTimeOffset At)> Notices { get; private set; } = [];

    /// <summary>Whether the member runs the portal, and so has pages that others do not.</summary>
    public bool RunsPortal => Actor.May(Permission.Administer, "");

    /// <summary>Whether the member answers people who ask what is kept about them.</summary>
    public bool Protects => Actor.MaySomewhere(Permission.ProtectData);

    /// <summary>Whether the member looks after topics.</summary>
    public bool Stewards => Actor.MaySomewhere(Permission.Steward);

    /// <summary>Whether the member says where pages stand.</summary>
    public bool ArrangesPages => Actor.MayArrangePages();

    /// <summary>Whether PINs are being tried on many numbers just now; shown to who runs the portal.</summary>
    public bool IsFlooded { get; private set; }

    public bool Writes => Actor.MaySomewhere(Permission.Write) || Actor.Tellers.Count > 0;

    /// <summary>Open rounds with the member's districts that have not sent yet.</summary>
    public IReadOnlyList<(Directive Round, string DaysLeft, IReadOnlyList<BoardRow> Open)> Rounds { get; private set; } = [];

    /// <summary>What readers reported in the member's areas: the most pressing few, and how many wait.</summary>
    public (IReadOnlyList<Report> Rows, int Total) Reports { get; private set; } = ([], 0);

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsQuiet => Reports.Total + Reviews + Scheduled.Count + Stale + Returned.Count + ToPublish.Count + Drafts.Count + Rounds.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = MemberId;
        await LoadReviewsAsync(cancellationToken);
        Scheduled = await db.EntriesFor(Actor).AsNoTracking().Where(e => e.State == EntryState.Scheduled).OrderBy(e => e.PublishDue).Take(Most).RowsAsync(db, cancellationToken);
        ToPublish = await RowsAsync(Permission.Publish, EntryState.Approved, e => true);
        Returned = await RowsAsync(Permission.Write, EntryState.NeedsChanges, e => e.LatestAuthorId == me || e.LatestRecorderId == me);
        Drafts = await RowsAsync(Permission.Write, EntryState.Draft, e => e.LatestAuthorId == me || e.LatestRecorderId == me);
        Notices = [.. (await db.Notices
            .Where(n => n.MemberId == me)
            .OrderByDescending(n => n.Seq)
            .Take(10)
            .Join(db.Entries, n => n.EntryId, e => e.Id, (n, e) => new { n.EntryId, e.Title, n.Verb, n.At })
            .ToListAsync(cancellationToken)).Select(n => (n.EntryId, n.Title, What(n.Verb), n.At))];

        Stale = await db.EntriesFor(Actor, Permission.Review).Stale(clock.GetUtcNow()).CountAsync(cancellationToken);
        if (Actor.MaySomewhere(Permission.Publish))
        {
            var (reports, total) = await db.FindReportsAsync(Actor, new ReportFilter(), cancellationToken);
            Reports = ([.. reports.Take(5)], total);
        }

        await LoadRoundsAsync(cancellationToken);
        IsFlooded = RunsPortal && await db.IsFloodedAsync(clock.GetUtcNow(), cancellationToken);

        Task<IReadOnlyList<EntryRow>> RowsAsync(Permission permission, EntryState state, System.Linq.Expressions.Expression<Func<Entry, bool>> which) =>
            db.EntriesFor(Actor, permission).AsNoTracking().Where(e => e.State == state).Where(which).OrderBy(e => e.LatestAt).Take(Most).RowsAsync(db, cancellationToken);
    }

    private async Task LoadReviewsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        (Assigned, _) = await db.FindReviewsAsync(Actor, new(Mine: true), now, cancellationToken);
        (var late, _) = await db.FindReviewsAsync(Actor, new(Late: true), now, cancellationToken);
        (var all, Reviews) = await db.FindReviewsAsync(Actor, new(), now, cancellationToken);
        Pressing = [.. late.ExceptBy(Assigned.Select(r => r.Id), r => r.Id)];
        ToReview = [.. all.ExceptBy(Assigned.Concat(Pressing).Select(r => r.Id), r => r.Id).Take(Most)];
    }

    private async Task LoadRoundsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = new List<(Directive, string, IReadOnlyList<BoardRow>)>();
        foreach (var round in RoundAccess.MayEnter(Actor) ? (await db.RoundsForAsync(Actor, cancellationToken)).Where(r => r.IsOpen(now)) : [])
        {
            var board = await live.NowAsync(db, round.Id, now, cancellationToken);
            if ((board?.Addressed ?? []).Where(r => Actor.MaySeeRound(r.Area) && r.Report is not { IsSent: true }).ToList() is { Count: > 0 } open)
            {
                found.Add((round, DaysLeft.InWords(round.Text, now), open));
            }
        }

        Rounds = found;
    }

    private static string What(string verb) =>
        verb == Verbs.EntryReturned.Name ? "ผู้ตรวจขอให้แก้"
        : verb == Verbs.EntryApproved.Name ? "ผ่านการตรวจแล้ว"
        : verb == Verbs.EntryPublished.Name ? "เผยแพร่แล้ว"
        : verb == Verbs.EntryReviewAssigned.Name ? "ให้ท่านตรวจ"
        : verb == Verbs.EntryScheduleMissed.Name ? "ถึงเวลาแล้วแต่เผยแพร่ไม่ได้ กลับไปรอเผยแพร่"
        : verb;
}

/// <summary>A titled list of entries; nothing is written when there are none.</summary>
public sealed record EntryPanel(string Title, IReadOnlyList<EntryRow> Rows);
