using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Links of one's texts to pages that are not there any more.</summary>
public sealed class LinksModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    /// <summary>A list for mending, not for reading to the end.</summary>
    public const int Most = 200;

    public IReadOnlyList<(EntryRow Entry, string Path)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await db.BrokenLinksAsync(Actor, cancellationToken);
}
