using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Publishing and archiving an entry together with what hangs on it: its address, former addresses and references.</summary>
public static class Publishing
{
    /// <summary>Publishes the latest revision. Call inside <see cref="PortalDb.InTransaction{T}"/>; the caller saves.</summary>
    public static async Task PublishAsync(
        this PortalDb db, Entry entry, EntryContent content, Actor by, DateTimeOffset now, CancellationToken cancellationToken, Origin? origin = null)
    {
        var former = entry.Slug;
        var slug = await FreeSlugAsync(db, entry, content, cancellationToken);
        entry.Publish(content, slug, by, now, origin);
        await db.DemandPictureConsentAsync(entry, content, cancellationToken);

        if (former is not null)
        {
            if (former != slug)
            {
                db.Aliases.Add(new Alias { Type = entry.Type, Slug = former, EntryId = entry.Id });
            }

            // An entry that takes back a former address of its own no longer needs the sign there.
            db.Aliases.RemoveRange(await db.Aliases.Where(a => a.Type == entry.Type && a.Slug == slug).ToListAsync(cancellationToken));
            db.References.RemoveRange(await db.References.Where(r => r.EntryId == entry.Id).ToListAsync(cancellationToken));
        }

        AddReferences(db, entry.Id, ReferenceKind.Topic, await db.TodaysTopicsAsync(content.Topics, cancellationToken));
        AddReferences(db, entry.Id, ReferenceKind.Sage, await db.TodaysKeysAsync(content.Sages, cancellationToken));
        AddReferences(db, entry.Id, ReferenceKind.Centre, content.Centres);
        AddReferences(db, entry.Id, ReferenceKind.Base, content.Bases);
        AddReferences(db, entry.Id, ReferenceKind.Month, [.. content.Lesson?.Months.Distinct().Select(m => m.ToString(CultureInfo.InvariantCulture)) ?? []]);
        AddReferences(db, entry.Id, ReferenceKind.Link, EntryLinks.In(content));
        AddReferences(db, entry.Id, ReferenceKind.Snippet, MarkdownText.Pieces(content.Body));
        AddReferences(db, entry.Id, ReferenceKind.Picture, [.. PictureName.In(content).Select(id => id.ToString())]);
    }

    /// <summary>
    /// The chosen slug, or the one it has, or one from the title: an address once given stays unless the writer changes it. A slug
    /// made from the title gets a number when it is taken; a chosen one that is taken is refused.
    /// </summary>
    private static async Task<string> FreeSlugAsync(PortalDb db, Entry entry, EntryContent content, CancellationToken cancellationToken)
    {
        if (content.Slug.Length > 0)
        {
            return await IsTakenAsync(db, entry, content.Slug, cancellationToken)
                ? throw new PortalException("entry.slug-taken", $"มีเรื่องอื่นใช้ที่อยู่ «{content.Slug}» แล้ว โปรดเปลี่ยน", "Slug")
                : content.Slug;
        }

        if (entry.Slug is not null)
        {
            return entry.Slug;
        }

        var stem = Slug.From(content.Title) is { Length: > 0 } made ? made : entry.Key.ToLowerInvariant();
        foreach (var slug in (string[])[stem, WithEnding(stem, "-2"), WithEnding(stem, "-3")])
        {
            if (!await IsTakenAsync(db, entry, slug, cancellationToken))
            {
                return slug;
            }
        }

        // Counting on would make a thousand texts of one title ask half a million times.
        return WithEnding(stem, $"-{entry.Id.ToString()[^12..]}");
    }

    // A long stem gives way, so that the whole is still a slug.
    private static string WithEnding(string stem, string ending)
    {
        var room = EntryRules.SlugLength - ending.Length;
        var cut = stem.Length <= room ? stem.Length : StringInfo.ParseCombiningCharacters(stem).Last(at => at <= room);
        return stem[..cut].TrimEnd('-') + ending;
    }

    /// <summary>Also by a former address of another entry: links in the world lead there.</summary>
    public static async Task<bool> IsTakenAsync(PortalDb db, Entry entry, string slug, CancellationToken cancellationToken) =>
        db.Entries.Local.Any(e => e.Type == entry.Type && e.Slug == slug && e.Id != entry.Id)
        || await db.Entries.IgnoreQueryFilters().AnyAsync(e => e.Type == entry.Type && e.Slug == slug && e.Id != entry.Id, cancellationToken)
        || db.Aliases.Local.Any(a => a.Type == entry.Type && a.Slug == slug && a.EntryId != entry.Id)
        || await db.Aliases.AnyAsync(a => a.Type == entry.Type && a.Slug == slug && a.EntryId != entry.Id, cancellationToken);

    private static void AddReferences(PortalDb db, Guid entryId, ReferenceKind kind, IReadOnlyList<string> keys)
    {
        foreach (var (position, key) in keys.Index())
        {
            db.References.Add(new Reference { EntryId = entryId, Kind = kind, Key = key, Position = position });
        }
    }
}
