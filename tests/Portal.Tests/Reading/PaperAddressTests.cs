using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Reading;

/// <summary>Addresses short enough to be typed from paper.</summary>
public sealed class PaperAddressTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_text_from_a_file_is_found_by_its_lasting_name()
    {
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ยหมักกองสามเหลี่ยม"), EntryType.Lesson, key: "compost-heap");

        Assert.Equal("/lessons/ปุ๋ยหมักกองสามเหลี่ยม", await Portal.Read(db => db.MovedToAsync(EntryType.Lesson, "compost-heap", Stop)));
        Assert.Equal("/lessons/compost-heap", (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ปุ๋ยหมักกองสามเหลี่ยม", Stop)))!.ShortUrl);
        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Article, "compost-heap", Stop)));
        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Lesson, "compost", Stop)));
    }

    [Fact]
    public async Task A_text_born_in_the_Studio_is_found_by_the_first_part_of_its_number()
    {
        var id = await Portal.PublishAsync(Samples.Article("เล่าเรื่องห่มดิน"));
        var start = id.ToString()[..13];

        Assert.Equal("/articles/เล่าเรื่องห่มดิน", await Portal.Read(db => db.MovedToAsync(EntryType.Article, start, Stop)));
        Assert.Equal("/articles/" + start, (await Portal.Read(db => db.EntryAsync(EntryType.Article, "เล่าเรื่องห่มดิน", Stop)))!.ShortUrl);
        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Article, id.ToString()[..8], Stop)));
        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Article, "%%%%%%%%%%%%%", Stop)));
    }

    [Fact]
    public async Task What_is_not_live_has_no_address_at_all()
    {
        var id = await Portal.DraftAsync(Samples.Article("ยังร่างอยู่"), People.Malee);

        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Article, id.ToString()[..13], Stop)));
        var shown = await Portal.Read(async db => await db.ShowAsync(await db.Entries.SingleAsync(e => e.Id == id, Stop), (await db.RevisionAsync(id, 1, Stop))!, Stop));
        Assert.Equal("", shown.ShortUrl);
    }

    [Fact]
    public async Task A_centre_is_found_by_its_lasting_name()
    {
        await Portal.AreasAsync();
        await Portal.CentreAsync("centre-nong-sano", "ศูนย์โคกร่มเย็น");

        Assert.Equal("/centres/ศูนย์โคกร่มเย็น", await Portal.Read(db => db.CentreMovedToAsync("centre-nong-sano", Stop)));
        Assert.Null(await Portal.Read(db => db.CentreMovedToAsync("ศูนย์โคกร่มเย็น", Stop)));
        Assert.Equal("/centres/centre-nong-sano", (await Portal.Read(db => db.CentreAsync("ศูนย์โคกร่มเย็น", Stop)))!.ShortUrl);
    }
}
