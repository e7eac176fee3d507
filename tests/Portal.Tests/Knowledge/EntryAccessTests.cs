using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EntryAccessTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Villager = new(Guid.CreateVersion7(), []);

    [Fact]
    public async Task Of_a_text_for_the_community_everybody_knows_the_summary_and_members_the_rest()
    {
        await Portal.PublishAsync(Samples.Lesson("ยาหม้อของบ้าน") with { Licence = Licence.Community }, EntryType.Lesson);

        var open = await ReadAsync(null);
        Assert.True(open!.IsWithheld);
        Assert.Equal(("ยาหม้อของบ้าน", "ได้ปุ๋ยใช้เองทั้งปี", "", ""), (open.Content.Title, open.Content.Summary, open.Content.Body, open.Html));
        Assert.Empty(open.Content.Lesson!.Steps);
        var whole = await ReadAsync(Villager);
        Assert.False(whole!.IsWithheld);
        Assert.Single(whole.Content.Lesson!.Steps);
        var card = Assert.Single(await Portal.Read(db => db.LiveTexts().CardsAsync(db, Stop)));
        Assert.Empty(card.Facts!.Materials);
    }

    [Fact]
    public async Task A_closed_text_is_there_for_its_sage_those_it_names_and_officers_of_the_area_alone()
    {
        var teller = Guid.CreateVersion7();
        var sage = new Actor(teller, []) { Tellers = [new(teller, "บุญมี", "310401", "sage")] };
        var content = Samples.Lesson("ยาหม้อของบ้าน") with { Licence = Licence.Closed, Sages = ["sage"] };
        await Portal.PublishAsync(content, EntryType.Lesson, "310401");

        Assert.Null(await ReadAsync(null));
        Assert.Null(await ReadAsync(Villager));
        Assert.Null(await ReadAsync(new Actor(Guid.CreateVersion7(), []) { Tellers = [new(Guid.CreateVersion7(), "อื่น", "310401", "other")] }));
        // A recorder of the area who is not named, and officers of another area.
        Assert.Null(await ReadAsync(new Actor(Guid.CreateVersion7(), [new Grant(Permission.Write, "3104")])));
        Assert.Null(await ReadAsync(People.FromKhuMueang));
        Assert.NotNull(await ReadAsync(sage));
        Assert.NotNull(await ReadAsync(new Actor(Guid.CreateVersion7(), [new Grant(Permission.Write, "3104"), new Grant(Permission.Enrol, "3104")])));
        Assert.Empty(await Portal.Read(db => db.LiveEntries().ToListAsync(Stop)));
        var folder = NewFolder("out");
        await Portal.Export(folder);
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("ยาหม้อ", StringComparison.Ordinal));
    }

    private Task<EntryView?> ReadAsync(Actor? member) => Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ยาหม้อของบ้าน", Stop, member));
}
