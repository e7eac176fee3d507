using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme;

public sealed class DirectiveTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Date = new(2021, 7, 8);

    [Fact]
    public async Task The_letter_is_kept_with_its_words_its_day_and_its_areas()
    {
        Assert.Empty((await Portal.Import(Repository.Content)).Findings);

        var letter = await Portal.Read(db => db.Directives.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(("ที่ บร ๐๐๑๙/ว ๕๕๐.๓", Date, "31"), (letter.Number, letter.Date, letter.AreaCode));
        Assert.Equal(23, letter.Text.To.Count);
        Assert.Equal(["3118"], letter.Text.Exempt);
        Assert.Equal(22, letter.Text.Addressed().Count());
        // The letter misspells it; the code knows.
        Assert.Contains("ยกเว้นอำเภอขำนิ", letter.Text.Body, StringComparison.Ordinal);
        Assert.Equal(
            [("centres", TaskRule.Centres, 1), ("centres-by-plots", TaskRule.PlotsPerCentre, 25), ("sages", TaskRule.Sages, 1), ("activity-4", TaskRule.KickOffs, 1)],
            letter.Text.Tasks.Select(t => (t.Key, t.Rule, t.Number)));

        var view = (await Portal.Read(db => db.DirectiveAsync(letter.Slug, Stop)))!;
        Assert.Equal(["อ.ชำนิ"], view.Exempt.Select(a => a.Title));
        Assert.Equal((22, "อ.กระสัง"), (view.To.Count, view.To[0].Title));
        Assert.DoesNotContain(view.To, a => a.Title == "อ.ชำนิ");
        Assert.Null(await Portal.Read(db => db.DirectiveAsync("ไม่มี", Stop)));
    }

    [Fact]
    public void By_the_ninth_ends_with_the_ninth_in_Bangkok()
    {
        var text = new DirectiveText { Due = new DateOnly(2021, 7, 9) };

        Assert.Equal(new DateTimeOffset(2021, 7, 10, 0, 0, 0, TimeSpan.FromHours(7)), text.DueAt());
        Assert.Null(new DirectiveText().DueAt());
    }

    [Fact]
    public void A_directive_that_contradicts_itself_is_refused()
    {
        Refuses("directive.due", new() { Due = Date.AddDays(-1) });
        Refuses("directive.exempt", new() { To = ["3102"], Exempt = ["3104"] });
        Refuses("directive.tasks", new() { Tasks = [new("a", "ก", TaskRule.Sages), new("a", "ข", TaskRule.Sages)] });
        Refuses("directive.tasks", new() { Tasks = [new("a", "", TaskRule.Sages)] });
        Refuses("directive.number", new() { Tasks = [new("a", "ก", TaskRule.PlotsPerCentre, 0)] });
    }

    [Fact]
    public void A_district_does_not_write_the_provinces_letter()
    {
        Assert.Equal("directive.forbidden", Assert.Throws<PortalException>(() => Write(new(), People.Somchai)).Code);
        Write(new(), People.FromProvince);
    }

    private static void Refuses(string code, DirectiveText text) =>
        Assert.Equal(code, Assert.Throws<PortalException>(() => Write(text, Actor.System)).Code);

    private static void Write(DirectiveText text, Actor by) =>
        Directive.Create("letter").Write("ว 1", "เรื่อง", "", Date, "31", text, by, DateTimeOffset.UnixEpoch);
}
