using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Where a text stands and what can be done with it.</summary>
public sealed class ShowModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const int MostRevisions = 200;
    private const int MostRemarks = 40;

    public Entry Entry { get; private set; } = null!;

    public EntryRow Row { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>What was asked since the text was last approved.</summary>
    public IReadOnlyList<(Remark Remark, string By)> Remarks { get; private set; } = [];

    /// <summary>Everything that was asked of each revision.</summary>
    public ILookup<int, Remark> Asked { get; private set; } = Array.Empty<Remark>().ToLookup(r => r.RevisionNumber);

    /// <summary>Reviews that have ended, newest first.</summary>
    public IReadOnlyList<(Review Review, string By)> Reviews { get; private set; } = [];

    /// <summary>Who is to review it; <c>null</c> → whoever comes first.</summary>
    public string? Reviewer { get; private set; }

    public IReadOnlyList<(int Number, DateTimeOffset At, string Author, string? Recorder)> Revisions { get; private set; } = [];

    public bool IsOwnInReview => Entry.State == EntryState.InReview && Entry.IsWrittenBy(MemberId);

    public bool CanReview => Entry.State == EntryState.InReview && !IsOwnInReview && Actor.May(Permission.Review, Entry.AreaCode);

    public bool CanAssign => Entry.State == EntryState.InReview && Actor.May(Permission.Review, Entry.AreaCode);

    public bool CanSchedule => (Entry.CanBeScheduled || Entry.IsLive) && Actor.May(Permission.Publish, Entry.AreaCode);

    public bool CanPublish => Entry.CanBeScheduled && Actor.May(Permission.Publish, Entry.AreaCode);

    public bool CanArchive => Entry.IsLive && Actor.May(Permission.Publish, Entry.AreaCode);

    /// <summary>Whether it waits for somebody to say that it still holds, and the member may.</summary>
    public bool IsStale => Entry.IsStale(clock.GetUtcNow()) && Entry.MayConfirm(Actor);

    public bool MayPlace => Entry.MayBePlaced(Actor);

    public bool CanTrash => Entry.MayTrash(Actor);

    /// <summary>Live texts that link to this one.</summary>
    public IReadOnlyList<EntryRow> LinkedFrom { get; private set; } = [];

    /// <summary>Who else has the text open to write in it.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var mine = db.EntriesFor(Actor).AsNoTracking().Where(e => e.Id == id);
        if (await mine.SingleOrDefaultAsync(cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Row = (await mine.RowsAsync(db, cancellationToken))[0];
        Place = (await db.PlacesAsync([entry.AreaCode], cancellationToken)).Name(entry.AreaCode);
        LinkedFrom = await db.LinkedFromAsync(entry, cancellationToken);
        Others = await db.OthersAtAsync(id, MemberId, clock.GetUtcNow(), cancellationToken);
        var remarks = await db.Remarks.AsNoTracking().Where(r => r.EntryId == id).OrderByDescending(r => r.At).ThenBy(r => r.Id).Take(MostRemarks).ToListAsync(cancellationToken);
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.EntryId == id).OrderByDescending(r => r.At).Take(MostRevisions).ToListAsync(cancellationToken);
        var revisions = await db.Revisions
            .Where(r => r.EntryId == id)
            .OrderByDescending(r => r.Number)
            .Take(MostRevisions)
            .Select(r => new { r.Number, r.At, r.AuthorId, r.RecorderId })
            .ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync(
            [.. remarks.Select(r => r.ById), .. reviews.Select(r => r.ById), entry.ReviewerId ?? Guid.Empty, .. revisions.Select(r => r.AuthorId), .. revisions.Select(r => r.RecorderId).OfType<Guid>()], cancellationToken);
        var approved = reviews.Where(r => r.Outcome == ReviewOutcome.Approved).Select(r => r.At).DefaultIfEmpty().Max();
        Remarks = [.. remarks.Where(r => r.At > approved).Select(r => (r, Named(r.ById)))];
        Asked = remarks.ToLookup(r => r.RevisionNumber);
        Reviews = [.. reviews.Select(r => (r, Named(r.ById)))];
        Reviewer = entry.ReviewerId is { } reviewer ? Named(reviewer) : null;
        Revisions = [.. revisions.Select(r => (r.Number, r.At, Named(r.AuthorId), r.RecorderId is { } recorder ? Named(recorder) : null))];
        return Page();

        string Named(Guid member) => EntryQueries.Name(member, names.GetValueOrDefault(member));
    }
}
