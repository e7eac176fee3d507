using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class MonthReadingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_month_shows_its_lessons_those_for_few_months_first()
    {
        await PublishAsync("ทั้งปี", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        await PublishAsync("เกี่ยวข้าว", 11);
        await PublishAsync("หน้าหนาว", 11, 12, 1);
        await PublishAsync("มกราอย่างเดียว", 1);
        await Portal.PublishAsync(Samples.Lesson("ไม่บอกเดือน"), EntryType.Lesson);

        Assert.Equal(["เกี่ยวข้าว", "หน้าหนาว", "ทั้งปี"], await TitlesAsync(11));
        // The first month is not found in the eleventh.
        Assert.Equal(["มกราอย่างเดียว", "หน้าหนาว", "ทั้งปี"], await TitlesAsync(1));
        Assert.Equal(["ทั้งปี"], await TitlesAsync(6));
    }

    [Fact]
    public async Task Every_month_has_its_line_and_names_the_article_it_is_from_while_that_is_live()
    {
        Assert.Null((await Portal.Read(db => db.MonthAsync(4, Stop))).Calendar);
        await Portal.PublishAsync(Samples.Article("ปีหนึ่งในนา"), key: "buriram-rain-calendar");

        var months = new List<MonthView>();
        for (var month = 1; month <= 12; month++)
        {
            months.Add(await Portal.Read(db => db.MonthAsync(month, Stop)));
        }

        Assert.Equal(12, months.Select(m => m.Line).Distinct().Count());
        Assert.Equal(("เมษายน", "/articles/ปีหนึ่งในนา"), (months[3].Name, months[3].Calendar!.Url));
    }

    private Task<Guid> PublishAsync(string title, params int[] months)
    {
        var lesson = Samples.Lesson(title);
        return Portal.PublishAsync(lesson with { Lesson = lesson.Lesson! with { Months = months } }, EntryType.Lesson);
    }

    private async Task<IEnumerable<string>> TitlesAsync(int month) => (await Portal.Read(db => db.MonthAsync(month, Stop))).Lessons.Select(l => l.Title);
}
