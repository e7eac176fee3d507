using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

public enum PictureKind
{
    /// <summary>Of the library.</summary>
    Library,

    /// <summary>Of one text.</summary>
    Text,

    /// <summary>Of a sage or a centre.</summary>
    Record,
}

public enum PictureSort
{
    New,
    Old,

    /// <summary>Largest files first.</summary>
    Size,

    /// <summary>By what it shows, in dictionary order.</summary>
    Name,
}

/// <param name="Text">Part of what it shows or of a folder's name.</param>
/// <param name="Folder">Only this one; empty → any.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Page">1-based.</param>
public sealed record PictureFilter(string Text = "", string Folder = "", PictureKind? Kind = null, PictureSort Sort = PictureSort.New, int Page = 1);

/// <param name="Bytes">Of all that were found.</param>
public sealed record FoundPictures(IReadOnlyList<Asset> Rows, int Total, long Bytes, int Page)
{
    public int Pages => Math.Max(1, (Total + PictureShelf.PageSize - 1) / PictureShelf.PageSize);
}

/// <summary>The library: every picture that an actor may see in the Studio, looked through.</summary>
public static class PictureShelf
{
    public const int PageSize = 24;

    public static async Task<FoundPictures> FindPicturesAsync(this PortalDb db, Actor actor, PictureFilter filter, CancellationToken cancellationToken)
    {
        var found = db.PicturesFor(actor);
        if (ThaiText.Normalize(filter.Text).Trim() is { Length: > 0 } text)
        {
            found = found.Where(a => a.Alt.Contains(text) || a.Folder.Contains(text));
        }

        if (filter.Folder.Length > 0)
        {
            found = found.Where(a => a.Folder == filter.Folder);
        }

        found = filter.Kind switch
        {
            PictureKind.Library => found.Where(a => a.OwnerType == Subjects.Portal),
            PictureKind.Text => found.Where(a => a.OwnerType == Subjects.Entry),
            PictureKind.Record => found.Where(a => a.OwnerType == Subjects.Sage || a.OwnerType == Subjects.Centre),
            _ => found,
        };
        var total = await found.CountAsync(cancellationToken);
        var answer = new FoundPictures([], total, await found.SumAsync(a => a.Bytes, cancellationToken), 1);
        answer = answer with { Page = Math.Clamp(filter.Page, 1, answer.Pages) };
        var sorted = filter.Sort switch
        {
            PictureSort.Old => found.OrderBy(a => a.At).ThenBy(a => a.Id),
            PictureSort.Size => found.OrderByDescending(a => a.Bytes).ThenBy(a => a.Id),
            PictureSort.Name => found.OrderBy(a => a.SortKey).ThenBy(a => a.Id),
            _ => found.OrderByDescending(a => a.At).ThenByDescending(a => a.Id),
        };
        return answer with { Rows = await sorted.Skip((answer.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken) };
    }

    /// <summary>Names of the folders that the actor may see, in dictionary order.</summary>
    public static async Task<IReadOnlyList<string>> PictureFoldersAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken) =>
        [.. (await db.PicturesFor(actor).Where(a => a.Folder != "").Select(a => a.Folder).Distinct().ToListAsync(cancellationToken)).OrderBy(ThaiSort.Key, StringComparer.Ordinal)];

    /// <summary>Pictures that a form offers for a text: its own, those of the library that it uses, and the newest others of the library.</summary>
    /// <param name="used">By what is being written.</param>
    public static async Task<IReadOnlyList<Asset>> PicturesToChooseAsync(this PortalDb db, Actor actor, Guid? entryId, IReadOnlyCollection<Guid> used, int most, CancellationToken cancellationToken)
    {
        var own = entryId is { } id ? await db.AssetsOf(new(Subjects.Entry, id)).AsNoTracking().ToListAsync(cancellationToken) : [];
        var library = db.Assets.AsNoTracking().Where(a => a.OwnerType == Subjects.Portal && !a.IsRemoved);
        return
        [
            .. own,
            .. await library.Where(a => used.Contains(a.Id)).OrderBy(a => a.At).ToListAsync(cancellationToken),
            .. await db.PicturesFor(actor).Where(a => a.OwnerType == Subjects.Portal && !used.Contains(a.Id)).OrderByDescending(a => a.At).Take(most).ToListAsync(cancellationToken),
        ];
    }

    /// <summary>Sages whom the actor may name as seen in a picture: those whom readers see, those whose records the actor works on, and those who are named already.</summary>
    /// <param name="name">Part of a name; empty → nobody is looked for.</param>
    /// <param name="ticked">Named already.</param>
    public static async Task<IReadOnlyList<SeenSage>> SagesToTickAsync(this PortalDb db, Actor actor, string name, IReadOnlyCollection<Guid> ticked, CancellationToken cancellationToken)
    {
        const int Most = 20;
        var looked = ThaiText.Normalize(name).Trim();
        var found = looked.Length == 0
            ? []
            : await Nameable(db, actor).Where(s => s.Name.Contains(looked)).OrderBy(s => s.SortKey).Select(s => s.Id).Take(Most).ToListAsync(cancellationToken);
        return await db.SeenSagesAsync([.. found.Concat(ticked).Distinct()], cancellationToken);
    }

    /// <summary>Those of whom a form named that the actor may name; who was named before stays.</summary>
    public static async Task<IReadOnlyCollection<Guid>> NameableAsync(this PortalDb db, Actor actor, IReadOnlyCollection<Guid> named, IReadOnlyCollection<Guid> before, CancellationToken cancellationToken) =>
        [.. await Nameable(db, actor).Where(s => named.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellationToken), .. named.Where(before.Contains)];

    private static IQueryable<Sage> Nameable(PortalDb db, Actor actor)
    {
        var (shown, kept) = (db.PublicSages().Select(s => s.Id), db.RecordsFor<Sage>(actor).Select(s => s.Id));
        return db.Sages.Where(s => shown.Contains(s.Id) || kept.Contains(s.Id));
    }
}
