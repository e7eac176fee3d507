using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;

namespace KhokNongNa.Portal.Tests.Journal;

/// <summary>Does once everything that can happen when somebody asks what is kept about them.</summary>
internal static class PrivacyActs
{
    public static async Task DoAllAsync(TestPortal portal, string folder, CancellationToken stop)
    {
        var (now, head) = (portal.Clock.Now, People.Somchai);
        var sage = await portal.SageAsync("typed-forgotten", "typed นางจำปา แสงทองไพร");
        var plot = Plot.Create(null);
        var centre = Centre.Create(null);
        await portal.Run(db => db.EnterAsync(plot, Registry.Plot("typed แปลงของใคร"), head, now, stop));
        await portal.Run(db => db.EnterAsync(centre, new CentreRecord("typed ศูนย์ของใคร", "", "310427", new() { Host = "typed บ้านจำปา" }, new()), head, now, stop));
        var member = await portal.Read(db => db.EnrolAsync(new("typed จำปา", sage.Key, "0812345678"), Role.Sage, "310427", "", null, head, now, stop));

        await portal.Run(db => db.FindPeopleAsync("typed จำปา", head, now, stop));
        await portal.Run(db => db.OpenFileAsync(PersonKind.Sage, sage.Id, isExport: true, head, now, stop));
        await portal.Run(db => db.OpenFileAsync(PersonKind.Member, member.MemberId, isExport: true, head, now, stop));
        await portal.Run(db => db.WithdrawAllAsync(sage.Id, head, now, stop));
        using var pictures = new Pictures(new PictureStore(new MediaFolder(folder)));
        await portal.Run(db => db.EraseSageAsync(pictures, sage.Id, withMember: false, head, now, stop));
        await portal.Run(db => db.EraseHouseholdAsync(plot.Id, head, now, stop));
        await portal.Run(db => db.EraseCentrePersonAsync(centre.Id, CentrePerson.Host, head, now, stop));

        var breach = Guid.CreateVersion7();
        var text = new BreachText(now, "typed โทรศัพท์หาย", "typed ทะเบียน", 3, "typed เปลี่ยน PIN", null, null);
        await portal.Run(db => db.NoteBreachAsync(breach, text, head, now, stop));
        await portal.Run(db => db.ReviseBreachAsync(breach, 1, text with { ToldOffice = now }, head, now, stop));
    }
}
