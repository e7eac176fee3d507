using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Media;

/// <summary>Who sees which uploaded picture.</summary>
public static class AssetQueries
{
    /// <summary>What belongs to something, oldest first.</summary>
    public static IQueryable<Asset> AssetsOf(this PortalDb db, AssetOwner owner) =>
        db.Assets.Where(a => a.OwnerType == owner.Type && a.OwnerId == owner.Id && !a.IsRemoved).OrderBy(a => a.At).ThenBy(a => a.Id);

    /// <summary>Pictures in which everybody agrees to be seen, at this moment.</summary>
    public static IQueryable<Asset> PicturesWithConsent(this PortalDb db) => db.Assets.AsNoTracking().Where(a =>
        a.Use == AssetUse.Picture
        && !a.IsRemoved
        && !a.ShowsSages.Any(s => !db.Consents.Any(c => c.SageId == s && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null)));

    /// <summary>The picture when anybody may see it: used by the live text that it belongs to, of the library and used by any live text, or of a sage or centre that is shown; <c>null</c> otherwise.</summary>
    /// <param name="member">Who asks; <c>null</c> → anybody.</param>
    public static Task<Asset?> PublicPictureAsync(this PortalDb db, Guid id, CancellationToken cancellationToken, Actor? member = null)
    {
        var key = id.ToString();
        var readable = member is null ? db.OpenEntries() : db.ReadableEntries(member);
        return db.PicturesWithConsent().SingleOrDefaultAsync(
            a => a.Id == id
                && ((a.OwnerType == Subjects.Entry
                        && readable.Any(e => e.Id == a.OwnerId)
                        && db.References.Any(r => r.EntryId == a.OwnerId && r.Kind == ReferenceKind.Picture && r.Key == key))
                    || (a.OwnerType == Subjects.Portal
                        && db.References.Any(r => r.Kind == ReferenceKind.Picture && r.Key == key && readable.Any(e => e.Id == r.EntryId)))
                    || (a.OwnerType == Subjects.Portal && db.SiteSettings.Any(s => s.LogoId == a.Id))
                    || (a.OwnerType == Subjects.Sage && db.PublicSages().Any(s => s.Id == a.OwnerId))
                    || (a.OwnerType == Subjects.Centre && db.PublicCentres().Any(c => c.Id == a.OwnerId))),
            cancellationToken);
    }

    /// <summary>
    /// Pictures that the actor may see in the Studio, consent or not: of texts that the actor writes, of records that the actor works on or is,
    /// of the library of those areas and of what they lie in, and of anything else in areas where the actor writes.
    /// </summary>
    public static IQueryable<Asset> PicturesFor(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.Write);
        var entries = db.EntriesFor(actor);
        var (sages, self, centres) = (db.RecordsFor<Sage>(actor), db.OwnSages(actor), db.RecordsFor<Centre>(actor));
        return db.Assets.AsNoTracking().Where(a =>
            a.Use == AssetUse.Picture
            && !a.IsRemoved
            && (a.OwnerType == Subjects.Entry ? entries.Any(e => e.Id == a.OwnerId)
                : a.OwnerType == Subjects.Sage ? sages.Any(s => s.Id == a.OwnerId) || self.Any(s => s.Id == a.OwnerId)
                : a.OwnerType == Subjects.Centre ? centres.Any(c => c.Id == a.OwnerId)
                : areas.Any(p => a.AreaCode.StartsWith(p)) || (a.OwnerType == Subjects.Portal && areas.Any(p => p.StartsWith(a.AreaCode)))));
    }

    /// <summary>Pictures that a text may show: its own, and any of the library.</summary>
    internal static IQueryable<Asset> UsableIn(this IQueryable<Asset> assets, Guid entryId) =>
        assets.Where(a => (a.OwnerType == Subjects.Entry && a.OwnerId == entryId) || a.OwnerType == Subjects.Portal);

    /// <summary>Evidence that the actor may look at; a look goes through <see cref="AssetWriting.LookAtEvidenceAsync"/>.</summary>
    public static IQueryable<Asset> EvidenceFor(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.Enrol);
        return db.Assets.Where(a => a.Use == AssetUse.Evidence && !a.IsRemoved && areas.Any(p => a.AreaCode.StartsWith(p)));
    }
}
