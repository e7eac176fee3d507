using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class AreaReadingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task An_area_shows_what_belongs_to_it_and_below()
    {
        await Portal.AreasAsync();
        await Portal.PublishAsync(Samples.Article("ของตำบล"), area: "310427");
        await Portal.PublishAsync(Samples.Article("ของอำเภอ"), area: "3104");
        await Portal.PublishAsync(Samples.Article("ของคูเมือง"), area: "3102");
        await Portal.SageAsync("a", "บุญมี", area: "310427");
        await Portal.CentreAsync("a", "ศูนย์", "310401");

        var district = (await Portal.Read(db => db.AreaAsync("3104", Stop)))!;
        Assert.Equal(2, district.Lessons.Count);
        Assert.Equal((1, 1), (district.Sages.Count, district.Centres.Count));
        Assert.Equal([("อ.นางรอง", "/areas/3104"), ("จ.บุรีรัมย์", "/areas/31")], district.Within.Select(a => (a.Title, a.Url)));
        Assert.Equal([("ต.นางรอง", "/areas/310401"), ("ต.หนองโสน", "/areas/310427")], district.Below.Select(a => (a.Title, a.Url)));

        var province = (await Portal.Read(db => db.AreaAsync("31", Stop)))!;
        Assert.Equal(3, province.Lessons.Count);
        Assert.Equal(["อ.คูเมือง", "อ.นางรอง"], province.Below.Select(a => a.Title));

        var tambon = (await Portal.Read(db => db.AreaAsync("310427", Stop)))!;
        Assert.Equal("ของตำบล", Assert.Single(tambon.Lessons).Title);
        Assert.Empty(tambon.Below);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("310")]
    [InlineData("3109")]
    [InlineData("310427x")]
    [InlineData("31042701")]
    [InlineData("%")]
    [InlineData("31__27")]
    [InlineData("๓๑")]
    public async Task What_is_no_area_has_no_page(string code)
    {
        await Portal.AreasAsync();

        Assert.Null(await Portal.Read(db => db.AreaAsync(code, Stop)));
    }

    [Theory]
    [InlineData("310427", "ต.หนองโสน อ.นางรอง")]
    [InlineData("3104", "อ.นางรอง จ.บุรีรัมย์")]
    [InlineData("31", "จ.บุรีรัมย์")]
    [InlineData("310499", "อ.นางรอง จ.บุรีรัมย์")]
    [InlineData("990000", "")]
    [InlineData("", "")]
    public async Task A_place_is_named_with_what_it_lies_in(string code, string name)
    {
        await Portal.AreasAsync();

        Assert.Equal(name, (await Portal.Read(db => db.PlacesAsync([code], Stop))).Name(code));
    }

    [Theory]
    [InlineData("10", "กรุงเทพมหานคร", "กรุงเทพมหานคร")]
    [InlineData("1001", "เขตพระนคร", "เขตพระนคร")]
    [InlineData("100101", "พระบรมมหาราชวัง", "แขวงพระบรมมหาราชวัง")]
    [InlineData("310427", "หนองโสน", "ต.หนองโสน")]
    public void Bangkok_has_words_of_its_own(string code, string name, string shown) =>
        Assert.Equal(shown, Area.Create(code, name, "", "", null, null).ShortName);

    [Fact]
    public async Task An_actor_chooses_among_own_areas_in_dictionary_order()
    {
        await Portal.AreasAsync();

        Assert.Equal(
            ["นางรอง", "นางรอง", "หนองโสน"],
            (await Portal.Read(db => db.AreasForAsync(People.Malee, Permission.Write, "31", Stop))).Select(a => a.NameTh));
        Assert.Empty(await Portal.Read(db => db.AreasForAsync(People.Malee, Permission.Review, "31", Stop)));
        Assert.Equal(5, (await Portal.Read(db => db.AreasForAsync(People.FromProvince, Permission.Write, "31", Stop))).Count);
    }

    [Fact]
    public async Task Who_writes_in_the_whole_country_chooses_a_province_first()
    {
        await Portal.AreasAsync();
        await Portal.Write(db => db.Areas.AddRange(
            Area.Create("30", "นครราชสีมา", "Nakhon Ratchasima", "", null, null), Area.Create("3001", "เมืองนครราชสีมา", "Mueang", "", null, null)));
        var everywhere = People.InRole(Role.Administrator, "");

        Assert.Equal(["30", "31"], (await Portal.Read(db => db.ProvincesForAsync(everywhere, Permission.Write, Stop))).Select(a => a.Code));
        Assert.Equal(["30", "3001"], (await Portal.Read(db => db.AreasForAsync(everywhere, Permission.Write, "30", Stop))).Select(a => a.Code).Order());
        Assert.Equal(["31"], (await Portal.Read(db => db.ProvincesForAsync(People.Malee, Permission.Write, Stop))).Select(a => a.Code));
        Assert.Empty(await Portal.Read(db => db.ProvincesForAsync(People.Malee, Permission.Review, Stop)));
    }
}
