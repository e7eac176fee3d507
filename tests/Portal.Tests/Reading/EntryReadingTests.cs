using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class EntryReadingTests(TestDatabases databases) : PortalTest(databases)
{
    [Theory]
    [InlineData(int.MinValue, 1, 24)]
    [InlineData(-1, 1, 24)]
    [InlineData(0, 1, 24)]
    [InlineData(1, 1, 24)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2, 2)]
    [InlineData(int.MaxValue, 2, 2)]
    public async Task A_page_out_of_range_is_the_nearest_one(int asked, int page, int items)
    {
        for (var n = 0; n < 26; n++)
        {
            await Portal.PublishAsync(Samples.Article($"เรื่อง {n}"));
        }

        var paged = await Portal.Read(db => db.LiveTexts().PageAsync(db, asked, Stop));

        Assert.Equal((page, 2, 26, items), (paged.Page, paged.Pages, paged.Total, paged.Items.Count));
    }

    [Fact]
    public async Task Nothing_is_one_empty_page()
    {
        var paged = await Portal.Read(db => db.LiveTexts().PageAsync(db, 5, Stop));

        Assert.Equal((1, 1, 0), (paged.Page, paged.Pages, paged.Total));
        Assert.Empty(paged.Items);
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_every_text_once_newest_first_and_then_by_the_dictionary()
    {
        string[] titles = ["ขนม", "เกษตร", "ไก่", "กล้วย", "แกลบ", "ก้าว", "กาว"];
        for (var n = 0; n < 28; n++)
        {
            Portal.Clock.Now = n == 14 ? Now.AddDays(1) : Now;
            await Portal.PublishAsync(Samples.Article(titles[n % 7]));
        }

        List<EntryCard> cards =
        [
            .. (await Portal.Read(db => db.LiveTexts().PageAsync(db, 1, Stop))).Items,
            .. (await Portal.Read(db => db.LiveTexts().PageAsync(db, 2, Stop))).Items,
        ];

        Assert.Equal(28, cards.Select(c => c.Id).Distinct().Count());
        string[] sorted = ["กล้วย", "กล้วย", "กาว", "กาว", "ก้าว", "ก้าว", "เกษตร", "เกษตร", "แกลบ", "แกลบ", "ไก่", "ไก่", "ขนม", "ขนม"];
        Assert.Equal([.. sorted, .. sorted], cards.Select(c => c.Title));
        Assert.True(cards[0].PublishedAt > cards[27].PublishedAt);
    }

    [Fact]
    public async Task The_order_of_thai_words_is_the_same_on_both_databases_and_that_of_the_dictionary()
    {
        string[] words = ["๑ไร่", "2 งาน", "AI", "ก", "กก", "กล้วย", "กาว", "ก้าว", "เก่ง", "เกษตร", "แกลบ", "โก่ง", "ใกล้", "ไก่", "ขนม", "คลอง", "น้ำ", "เสวียน", "หญ้า", "ฮวก", "b"];
        foreach (var word in words)
        {
            await Portal.SageAsync($"k{Array.IndexOf(words, word)}", word);
        }

        var listed = await Portal.Read(async db => await db.PublicSages().CardsAsync(db, Stop));

        Assert.Equal(words.Order(KhokNongNa.Thai.ThaiSort.Comparer), listed.Select(s => s.Name));
    }

    [Fact]
    public async Task A_lesson_shows_all_that_its_live_revision_says()
    {
        await Portal.AreasAsync();
        await Portal.TopicAsync("compost", "ปุ๋ย");
        var content = EntryWritingFull() with { Licence = Licence.CcByNc };
        await Portal.PublishAsync(content, EntryType.Lesson, "310427");
        await Portal.PublishAsync(Samples.Article("เรื่องใกล้กัน") with { Topics = ["compost"] });

        var view = (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, content.Slug, Stop)))!;

        Assert.Empty(EntryDifference.Fields(content, view.Content));
        Assert.Equal("<p>ลงมือ <strong>ทีละขั้น</strong></p>\n", view.Html);
        Assert.Equal(("ต.หนองโสน อ.นางรอง", 1, Now, Now), (view.Place, view.Version, view.PublishedAt, view.UpdatedAt));
        Assert.Equal("เรื่องใกล้กัน", Assert.Single(view.More).Title);
        Assert.Equal("ปุ๋ย", Assert.Single(view.Topics).Title);
    }

    [Fact]
    public async Task A_revision_that_is_not_live_can_be_looked_at()
    {
        var id = await Portal.DraftAsync(Samples.Article("ร่าง", "**ยังไม่ออก**"), People.Malee);

        var view = await Portal.Read(async db => await db.ShowAsync(
            await db.Entries.SingleAsync(e => e.Id == id, Stop), (await db.RevisionAsync(id, 1, Stop))!, Stop));

        Assert.Equal("<p><strong>ยังไม่ออก</strong></p>\n", view.Html);
        Assert.Null(await Portal.Read(db => db.EntryAsync(EntryType.Article, "ร่าง", Stop)));
    }

    [Fact]
    public async Task The_first_page_shows_the_newest_and_counts_all_lessons()
    {
        for (var n = 0; n < 8; n++)
        {
            Portal.Clock.Now = Now.AddHours(1);
            await Portal.PublishAsync(Samples.Lesson($"บทเรียน {n}"), EntryType.Lesson);
        }

        await Portal.PublishAsync(Samples.Article("บทความ"));
        await Portal.PublishAsync(Samples.Article("หน้าเว็บ"), EntryType.Page);
        await Portal.SageAsync("gone", "ผู้ล่วงลับ", Samples.Profile() with { Deceased = true });
        await Portal.SageAsync("a", "บุญมี");

        var home = await Portal.Read(db => db.HomeAsync(Stop));

        Assert.Equal(8, home.LessonCount);
        Assert.Equal(["บทเรียน 7", "บทเรียน 6", "บทเรียน 5", "บทเรียน 4", "บทเรียน 3", "บทเรียน 2"], home.Lessons.Select(l => l.Title));
        Assert.Equal(["บทความ"], home.Articles.Select(a => a.Title));
        Assert.Equal(["บุญมี"], home.Sages.Select(s => s.Name));
    }

    [Fact]
    public async Task The_footer_lists_live_pages_in_their_order()
    {
        await Portal.PublishAsync(Samples.Article("ติดต่อ"), EntryType.Page, position: 2);
        await Portal.PublishAsync(Samples.Article("เกี่ยวกับ"), EntryType.Page, position: 1);
        await Portal.PublishAsync(Samples.Article("บทความ"));
        var gone = await Portal.PublishAsync(Samples.Article("เลิกแล้ว"), EntryType.Page);
        await Portal.ActAsync(gone, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        var footer = await Portal.Read(db => db.FooterAsync(Stop));

        Assert.Equal([new Link("เกี่ยวกับ", "/pages/เกี่ยวกับ"), new Link("ติดต่อ", "/pages/ติดต่อ")], footer);
    }

    [Fact]
    public async Task A_sage_card_counts_the_listed_texts_that_the_sage_told()
    {
        await Portal.SageAsync("a", "บุญมี");
        await Portal.PublishAsync(Samples.Lesson("บทเรียน") with { Sages = ["a"] }, EntryType.Lesson);
        await Portal.PublishAsync(Samples.Article("หน้า") with { Sages = ["a"] }, EntryType.Page);
        await Portal.DraftAsync(Samples.Article("ร่าง") with { Sages = ["a"] }, People.Malee);

        Assert.Equal(1, Assert.Single((await Portal.Read(db => db.HomeAsync(Stop))).Sages).Lessons);
    }

    private static EntryContent EntryWritingFull() => EntryRules.Clean(EntryWritingTests.Full());
}
