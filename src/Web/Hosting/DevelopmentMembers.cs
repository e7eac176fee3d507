using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Hosting;

/// <summary>Fictional members to try the Studio with. Never outside Development.</summary>
internal static class DevelopmentMembers
{
    private static readonly (string Name, Role Role, string Area)[] All =
    [
        ("บุญมี (สมมติ)", Role.Villager, "310401"),
        ("คำปัน (สมมติ)", Role.Sage, "310401"),
        ("สายใจ (สมมติ)", Role.CdWorker, "3104"),
        ("มานพ (สมมติ)", Role.DistrictHead, "3104"),
        ("กันยา (สมมติ)", Role.Recorder, "3102"),
        ("ประเสริฐ (สมมติ)", Role.DistrictHead, "3102"),
        ("อรุณี (สมมติ)", Role.ProvinceOfficer, "31"),
        ("วิภา (สมมติ)", Role.DepartmentOfficer, ""),
        ("ธีระ (สมมติ)", Role.Administrator, ""),
    ];

    public static async Task SeedAsync(PortalDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(cancellationToken))
        {
            return;
        }

        await db.InTransaction(
            async () =>
            {
                db.Members.AddRange(All.Select(m => Member.Join(m.Name, m.Role, m.Area, Actor.System, now)));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
