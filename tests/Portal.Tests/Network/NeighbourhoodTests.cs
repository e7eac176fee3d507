using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Network;

public sealed class NeighbourhoodTests(TestDatabases databases) : PortalTest(databases)
{
    // One hundredth of a degree northwards is 1.1 km.
    private const double Here = 15;

    [Fact]
    public async Task The_six_nearest_within_15_km_lie_around_also_across_borders()
    {
        await AreasAsync(
            ("310101", Here), ("310102", Here + .02), ("310103", Here + .01), ("310104", Here + .06), ("310105", Here + .05), ("310106", Here + .04),
            ("320101", Here - .03), ("310201", Here + .07), ("310202", Here + .13), ("310203", Here + .14));

        Assert.Equal(["310103", "310102", "320101", "310106", "310105", "310104"], (await AroundAsync("310101"))!.Around);
        Assert.Equal(["310203", "310201", "310104", "310105", "310106", "310102"], (await AroundAsync("310202"))!.Around);
    }

    [Fact]
    public async Task What_lies_farther_than_15_km_is_not_around()
    {
        await AreasAsync(("310101", Here), ("310102", Here + .134), ("310103", Here + .136));

        Assert.Equal(["310102"], (await AroundAsync("310101"))!.Around);
    }

    [Fact]
    public async Task A_tambon_without_a_centroid_lies_in_the_middle_of_its_district()
    {
        await AreasAsync(("310101", Here), ("310102", Here + .2), ("310103", null), ("310201", Here + .11), ("310301", null));

        Assert.Equal(["310201", "310101", "310102"], (await AroundAsync("310103"))!.Around);
        Assert.Equal(["310103", "310102"], (await AroundAsync("310201"))!.Around.Where(c => c != "310101"));
        Assert.Empty((await AroundAsync("310301"))!.Around);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("99")]
    [InlineData("310199")]
    [InlineData("31__01")]
    [InlineData("๓๑")]
    public async Task What_is_no_area_has_no_neighbourhood(string code)
    {
        await AreasAsync(("310101", Here));

        Assert.Null(await AroundAsync(code));
    }

    [Theory]
    [InlineData("310101", "310101", Nearness.Here)]
    [InlineData("310101", "320101", Nearness.Around)]
    [InlineData("310101", "310109", Nearness.District)]
    [InlineData("310101", "3101", Nearness.District)]
    [InlineData("310101", "310201", Nearness.Province)]
    [InlineData("310101", "31", Nearness.Province)]
    [InlineData("310101", "320109", Nearness.Elsewhere)]
    [InlineData("310101", "", Nearness.Elsewhere)]
    [InlineData("3101", "310109", Nearness.Here)]
    [InlineData("3101", "31", Nearness.Province)]
    [InlineData("31", "310109", Nearness.Here)]
    [InlineData("31", "32", Nearness.Elsewhere)]
    public async Task Near_is_the_place_then_around_then_district_then_province(string chosen, string area, Nearness nearness)
    {
        var near = new Neighbourhood(chosen, chosen.Length == 6 ? ["320101"] : []);
        await Portal.PublishAsync(Samples.Article("เรื่อง"), area: area);

        Assert.Equal(nearness, near.Of(area));
        // A query says the same.
        Assert.Equal((int)nearness, await Portal.Read(db => db.Entries.Select(near.Rank<Entry>(e => e.AreaCode)).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Lists_begin_where_the_reader_lives_and_go_on_with_the_newest()
    {
        await AreasAsync(("310101", Here), ("310102", Here + .01), ("310201", Here + 1));
        foreach (var (title, area) in new[] { ("ไกล", "90"), ("จังหวัด", "31"), ("ตำบลเก่า", "310101"), ("ข้างบ้าน", "310102"), ("อำเภอ", "3101"), ("ตำบลใหม่", "310101") })
        {
            await Portal.PublishAsync(Samples.Lesson(title), EntryType.Lesson, area);
            Portal.Clock.Now = Now.AddDays(1);
        }

        var near = (await AroundAsync("310101"))!;
        var page = await Portal.Read(db => db.LiveTexts().PageAsync(db, 1, Stop, near));
        Assert.Equal(["ตำบลใหม่", "ตำบลเก่า", "ข้างบ้าน", "อำเภอ", "จังหวัด", "ไกล"], page.Items.Select(e => e.Title));

        var view = await Portal.Read(db => db.NearAsync(near, Stop));
        Assert.Equal(["ในตำบลนี้", "ตำบลใกล้เคียง (โดยประมาณ)", "ในอำเภอเดียวกัน", "ในจังหวัดเดียวกัน"], view.Groups.Select(g => g.Title));
        Assert.DoesNotContain(view.Groups.SelectMany(g => g.Lessons), e => e.Title == "ไกล");
    }

    [Fact]
    public async Task Only_sages_who_agreed_are_near()
    {
        await AreasAsync(("310101", Here));
        await Portal.SageAsync("a", "บุญมี", area: "310101");
        var hidden = await Portal.SageAsync("b", "แก้ว", area: "310101");
        await Portal.WithdrawAsync(hidden.Id);

        var view = await Portal.Read(async db => await db.NearAsync((await db.NeighbourhoodAsync("310101", Stop))!, Stop));
        Assert.Equal("บุญมี", Assert.Single(Assert.Single(view.Groups).Sages).Name);
    }

    [Fact]
    public async Task One_chooses_from_the_province_down_and_what_holds_something_stands_first()
    {
        await AreasAsync(("310101", Here), ("310102", Here), ("320101", Here));
        var hidden = await Portal.SageAsync("b", "แก้ว", area: "320101");
        await Portal.WithdrawAsync(hidden.Id);
        await Portal.CentreAsync("a", "ศูนย์", "310102");

        var provinces = (await Portal.Read(db => db.NearChoicesAsync("", Stop)))!;
        Assert.Equal("31", Assert.Single(provinces.Busy).Code);
        Assert.Equal("32", Assert.Single(provinces.Others).Code);
        var tambons = (await Portal.Read(db => db.NearChoicesAsync("3101", Stop)))!;
        Assert.Equal(["31", "3101"], tambons.Within.Select(p => p.Code));
        Assert.Equal("310102", Assert.Single(tambons.Busy).Code);
        foreach (var wrong in (string[])["310101", "99", "3", "x", "%"])
        {
            Assert.Null(await Portal.Read(db => db.NearChoicesAsync(wrong, Stop)));
        }
    }

    private Task<Neighbourhood?> AroundAsync(string code) => Portal.Read(db => db.NeighbourhoodAsync(code, Stop));

    // Tambons on one line, with what they lie in.
    private Task AreasAsync(params (string Code, double? Latitude)[] tambons) => Portal.Write(db =>
    {
        var codes = tambons.SelectMany(t => new[] { t.Code[..2], t.Code[..4] }).Distinct();
        db.Areas.AddRange(codes.Select(c => Area.Create(c, "ที่" + c, "", "", null, null)));
        db.Areas.AddRange(tambons.Select(t => Area.Create(t.Code, "ที่" + t.Code, "", "", t.Latitude, t.Latitude is null ? null : 103)));
    });
}
