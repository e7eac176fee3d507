using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

public sealed class BreachTests(TestDatabases databases) : PortalTest(databases)
{
    private BreachText Text => new(Now.AddHours(-31), "โทรศัพท์ของพัฒนากรหาย", "ชื่อและเบอร์โทรของปราชญ์", null, "", null, null);

    [Fact]
    public async Task Each_wording_stays_and_the_journal_holds_no_word_of_it()
    {
        var id = await NoteAsync(People.Somchai);
        await Portal.Run(db => db.NoteBreachAsync(id, Text with { What = "ส่งซ้ำ" }, People.Somchai, Now, Stop));
        Assert.True(await Portal.Read(db => db.ReviseBreachAsync(id, 1, Text with { People = 12, ToldOffice = Now }, People.Somchai, Now, Stop)));
        Assert.False(await Portal.Read(db => db.ReviseBreachAsync(id, 1, Text, People.Somchai, Now, Stop)));

        var notes = await Portal.Read(db => db.NotesOfAsync(id, Stop));
        Assert.Equal([(2, 12), (1, (int?)null)], notes.Select(n => (n.Number, n.Text.People)));
        Assert.Equal("โทรศัพท์ของพัฒนากรหาย", (await Portal.Read(db => db.Breaches.SingleAsync(Stop))).Text.What);
        Assert.Equal(["breach noted", "breach revised"], await VerbsInJournal());
        Assert.DoesNotContain("Journal", await Portal.HoldingAsync("โทรศัพท์"));
    }

    [Fact]
    public async Task The_office_is_told_within_72_hours_of_knowing()
    {
        await NoteAsync(People.Somchai);
        Assert.Equal(TimeSpan.FromHours(41), (await Portal.Read(db => db.Breaches.SingleAsync(Stop))).Deadline - Now);
    }

    [Fact]
    public async Task It_is_seen_by_who_protects_data_in_the_area_or_above()
    {
        await NoteAsync(People.Somchai);
        await Assert.AllAsync(
            new[] { (People.Prasert, 1), (People.FromProvince, 1), (People.FromKhuMueang, 0), (People.InRole(Role.CdWorker, "3104"), 0), (People.InRole(Role.Administrator, ""), 1) },
            async row => Assert.Equal(row.Item2, await Portal.Read(db => db.BreachesFor(row.Item1).CountAsync(Stop))));
        Assert.Equal("breach.forbidden", await Refused(() => NoteAsync(People.Malee)));
        var id = await Portal.Read(db => db.Breaches.Select(b => b.Id).SingleAsync(Stop));
        Assert.Equal("breach.none", await Refused(() => Portal.Run(db => db.ReviseBreachAsync(id, 1, Text, People.FromKhuMueang, Now, Stop))));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        foreach (var (text, code) in new[]
        {
            (Text with { Found = Now.AddMinutes(1) }, "breach.found"),
            (Text with { What = " " }, "breach.empty"),
            (Text with { Data = new string('ก', 4_001) }, "breach.long"),
            (Text with { Done = "ส่งเลข 1101700230708 ไป" }, "privacy.citizen-number"),
            (Text with { People = -1 }, "breach.people"),
            (Text with { ToldOffice = Now.AddMinutes(1) }, "breach.told"),
            (Text with { ToldPeople = Now.AddHours(-32) }, "breach.told"),
        })
        {
            Assert.Equal(code, await Refused(() => Portal.Run(db => db.NoteBreachAsync(Guid.CreateVersion7(), text, People.Somchai, Now, Stop))));
        }
    }

    private async Task<Guid> NoteAsync(Actor by)
    {
        var id = Guid.CreateVersion7();
        await Portal.Run(db => db.NoteBreachAsync(id, Text, by, Now, Stop));
        return id;
    }
}
