using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    /// <summary>Number that each link to a preview is sealed with; links with another one open nothing.</summary>
    public int PreviewSeries { get; private set; }

    /// <summary>Last day in Bangkok on which some link to a preview opens; <c>null</c> → there is none.</summary>
    public DateOnly? PreviewsUntil { get; private set; }

    /// <summary>Lets somebody without a membership look at one revision, until the end of a day.</summary>
    public void SharePreview(int number, DateOnly until, Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        PreviewsUntil = PreviewsUntil is { } other && other > until ? other : until;
        Record(Verbs.EntryPreviewShared, by, now, ("revision", number), ("until", until));
    }

    /// <summary>Ends every link to a preview that was made so far.</summary>
    public void EndPreviews(Actor by, DateTimeOffset now)
    {
        DemandWriting(by, AreaCode, CentreKeys);
        (PreviewSeries, PreviewsUntil) = (PreviewSeries + 1, null);
        Record(Verbs.EntryPreviewsEnded, by, now);
    }
}
