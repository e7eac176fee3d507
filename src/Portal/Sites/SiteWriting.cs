using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Sites;

/// <summary>Reads and writes what stands around every page.</summary>
public static class SiteWriting
{
    /// <summary>The settings as they are, or as they are before anybody wrote any, and their version: 0 then.</summary>
    public static async Task<(SiteText Text, Guid? LogoId, int Version)> SiteAsync(this PortalDb db, CancellationToken cancellationToken) =>
        await db.SiteSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } site ? (site.Text, site.LogoId, site.Version) : (new(), null, 0);

    /// <param name="version">That the form was filled from.</param>
    /// <exception cref="PortalException">Somebody wrote meanwhile, or the picture is none of the library.</exception>
    public static Task WriteSiteAsync(this PortalDb db, SiteText text, Guid? logo, int version, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var site = await db.SiteSettings.SingleOrDefaultAsync(cancellationToken);
                if ((site?.Version ?? 0) != version)
                {
                    throw new PortalException("site.newer", "มีคนตั้งค่าไปก่อนท่าน สิ่งที่พิมพ์ยังอยู่ โปรดดูแล้วบันทึกอีกครั้ง");
                }

                if (logo is { } id && !await db.Assets.AnyAsync(a => a.Id == id && a.OwnerType == Subjects.Portal && a.Use == AssetUse.Picture && !a.IsRemoved, cancellationToken))
                {
                    throw new PortalException("site.logo", "ไม่พบรูปนี้ในคลังรูป", "Logo");
                }

                if (site is null)
                {
                    db.SiteSettings.Add(site = SiteSettings.Create());
                }

                site.Write(text, logo, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
