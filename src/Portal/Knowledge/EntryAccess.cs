using System.Linq.Expressions;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// Who reads which live text. Everything that readers see (pages, lists, counts, search, pictures, share cards) asks <see cref="LiveEntries"/>,
/// and takes what a text says through <see cref="ForEverybody"/>: there is no other way to a live text.
/// </summary>
public static class EntryAccess
{
    // The one rule of what is before the public at all.
    private static readonly Expression<Func<Entry, bool>> IsPublic = e => e.IsLive && !e.IsHidden && e.LiveLicence != Licence.Closed;

    /// <summary>Texts whose title and summary everybody may see.</summary>
    public static IQueryable<Entry> LiveEntries(this PortalDb db) => db.Entries.AsNoTracking().Where(IsPublic);

    /// <summary>Those of them that everybody may read to the end.</summary>
    public static IQueryable<Entry> OpenEntries(this PortalDb db) => db.LiveEntries().Where(e => e.LiveLicence != Licence.Community);

    /// <summary>
    /// Texts that a member may read to the end: the public ones, those for the community, and closed ones that the member tells, is named
    /// in as a sage, writes down for such a one, or looks after as an officer of the area.
    /// </summary>
    public static IQueryable<Entry> ReadableEntries(this PortalDb db, Actor member)
    {
        var own = db.EntriesFor(member).Select(e => e.Id);
        var sages = member.Tellers.Select(t => t.SageKey).Where(k => k.Length > 0).ToArray();
        return db.Entries.AsNoTracking().Where(e => e.IsLive && !e.IsHidden && (e.LiveLicence != Licence.Closed
            || own.Contains(e.Id)
            || db.References.Any(r => r.EntryId == e.Id && r.Kind == ReferenceKind.Sage && sages.Contains(r.Key))));
    }

    /// <summary>Whether there is a live text at the address that is kept away while somebody looks into it.</summary>
    public static Task<bool> IsHiddenAsync(this PortalDb db, EntryType type, string slug, CancellationToken cancellationToken) =>
        db.Entries.AnyAsync(e => e.Type == type && e.Slug == slug && e.IsLive && e.IsHidden && e.LiveLicence != Licence.Closed, cancellationToken);

    /// <summary>What everybody may know of a text: all of it, or of one for the community its title and what it is about.</summary>
    public static EntryContent ForEverybody(this EntryContent content) => content.Licence is Licence.CcBy or Licence.CcByNc ? content : new()
    {
        Title = content.Title,
        Slug = content.Slug,
        Summary = content.Summary,
        Topics = content.Topics,
        Sages = content.Sages,
        Bases = content.Bases,
        Licence = content.Licence,
        Lesson = content.Lesson is null ? null : new(),
    };
}
