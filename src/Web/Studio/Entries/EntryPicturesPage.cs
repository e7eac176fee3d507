using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>A page about the uploaded pictures of a text, for who writes it.</summary>
public abstract class EntryPicturesPage(PortalDb db, CurrentMember current) : StudioPage(current)
{
    [BindProperty]
    public PictureForm Picture { get; set; } = new();

    public Entry Entry { get; private set; } = null!;

    /// <summary>Who may be seen in the pictures.</summary>
    public IReadOnlyList<SeenSage> Sages { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; protected set; } = [];

    /// <summary>Address of the list.</summary>
    public string Address => $"/studio/entries/{Entry.Id}/pictures";

    protected AssetOwner Owner => new(Subjects.Entry, Entry.Id);

    /// <summary>Those in a picture who do not agree to photos (any more).</summary>
    public IEnumerable<string> Against(Asset picture) => Sages.Where(s => !s.Agrees && picture.ShowsSages.Contains(s.Id)).Select(s => s.Name);

    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        var latest = (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!;
        var named = await db.SagesSeenInAsync(entry, latest.Content, cancellationToken);
        // Who was ticked stays, though the text names somebody else by now.
        var ticked = (await db.AssetsOf(Owner).Select(a => a.ShowsSages).ToListAsync(cancellationToken)).SelectMany(s => s);
        Sages = await db.SeenSagesAsync([.. named.Select(s => s.Id).Concat(ticked).Distinct()], cancellationToken);
        return true;
    }
}
