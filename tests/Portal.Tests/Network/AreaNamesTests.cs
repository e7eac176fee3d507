using KhokNongNa.Portal.Network;
using KhokNongNa.Thai.Tests;

namespace KhokNongNa.Portal.Tests.Network;

public sealed class AreaNamesTests
{
    private static readonly Lazy<AreaNames> Country = new(() => new(
        [.. File.ReadLines(Path.Combine(Repository.Content, "areas", "areas.csv")).Skip(1).Select(l => l.Split(',')).Select(c => Area.Create(c[0], c[1], c[2], c[3], null, null))]));

    public static TheoryData<string, string, string> Typed
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("areas.md").Where(r => r.Length >= 3))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void District_and_tambon_are_resolved_as_specified(string district, string tambon, string answer)
    {
        var found = Country.Value.Resolve("31", SpecTable.Text(district), SpecTable.Text(tambon));

        if (answer is ['?', .. var expected])
        {
            // The likeliest come first; others may follow.
            var codes = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("", found.Code);
            Assert.Equal(codes, found.Suggestions.Take(codes.Length).Select(s => s.Code));
            Assert.True(found.Said.Length > 0 && (codes.Length > 0 || found.Suggestions.Count == 0), string.Join(' ', found.Suggestions));
        }
        else
        {
            Assert.Equal((answer, "", 0), (found.Code, found.Said, found.Suggestions.Count));
        }
    }

    [Fact]
    public void A_tambon_of_another_district_is_told_with_where_it_is_and_what_the_district_has()
    {
        var found = Country.Value.Resolve("31", "นางรอง", "เมืองไผ่");

        Assert.Equal("ใน อ.นางรอง จ.บุรีรัมย์ ไม่มีตำบล «เมืองไผ่» ตำบลนี้อยู่ใน อ.กระสัง จ.บุรีรัมย์ และ อ.หนองกี่ จ.บุรีรัมย์", found.Said);
        Assert.Equal(["ต.เมืองไผ่ อ.กระสัง จ.บุรีรัมย์", "ต.เมืองไผ่ อ.หนองกี่ จ.บุรีรัมย์"], found.Suggestions.Select(s => s.Title));
        Assert.Equal(15, found.Tambons.Count);
        Assert.All(found.Tambons, t => Assert.StartsWith("3104", t.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("โคราช", "30")]
    [InlineData("กทม.", "10")]
    [InlineData("กทม", "10")]
    [InlineData("กรุงเทพฯ", "10")]
    [InlineData("จ.บุรีรัมย์", "31")]
    [InlineData("จังหวัดบุรีรัมย์", "31")]
    [InlineData("แปดริ้ว", "24")]
    [InlineData("๓๑", "31")]
    public void Provinces_have_other_names(string typed, string code) => Assert.Equal(code, Country.Value.Find(typed, "", 2).Code);

    [Theory]
    [InlineData("พระนคร", "10", "1001")]
    [InlineData("เขตพระนคร", "10", "1001")]
    [InlineData("ป้อมปราบ", "10", "1008")]
    [InlineData("พัทยา", "20", "2004")]
    [InlineData("เมือง", "14", "1401")]
    [InlineData("เมือง", "30", "3001")]
    public void Districts_have_other_names(string typed, string province, string code) => Assert.Equal(code, Country.Value.Find(typed, province, 4).Code);

    [Fact]
    public void A_name_of_several_provinces_is_never_chosen_silently()
    {
        var found = Country.Value.Find("อ.เฉลิมพระเกียรติ", "", 4);

        Assert.Equal("", found.Code);
        Assert.Equal(["1913", "3032", "3123", "5515", "8023"], found.Suggestions.Select(s => s.Code));
        Assert.Equal("อ.เฉลิมพระเกียรติ จ.บุรีรัมย์", found.Suggestions[2].Title);
    }

    [Theory]
    [InlineData("หนองโสน", "310427")]
    [InlineData("ต.หนองโสน อ.นางรอง จ.บุรีรัมย์", "310427")]
    [InlineData("ต.หนองโสนอ.นางรองจ.บุรีรัมย์", "310427")]
    [InlineData("ตำบลหนองโสน อำเภอนางรอง", "310427")]
    [InlineData("หนองโสน นางรอง", "310427")]
    [InlineData("อ.นางรอง", "3104")]
    [InlineData("ขำนิ", "3118 311801")]
    [InlineData("310427", "310427")]
    [InlineData("ไม่มีที่นี่", "")]
    [InlineData("", "")]
    public void One_field_takes_all_that_is_known(string typed, string codes) =>
        Assert.Equal(codes, string.Join(' ', Country.Value.Search(typed, "31").Take(2).Select(s => s.Code).Where(c => codes.Contains(c, StringComparison.Ordinal))));

    [Fact]
    public void Every_area_is_found_by_its_own_name_within_its_parent()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Content, "areas", "areas.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var twice = lines.GroupBy(c => (c[0][..^2], c[1])).Where(g => g.Count() > 1).SelectMany(g => g).Select(c => c[0]).ToHashSet();
        foreach (var cells in lines.Where(c => !twice.Contains(c[0])))
        {
            Assert.Equal(cells[0], Country.Value.Find(cells[1], cells[0][..^2], cells[0].Length).Code);
            Assert.Equal(cells[0], Country.Value.Find(Country.Value.Title(cells[0]).Split(' ')[0], cells[0][..^2], cells[0].Length).Code);
        }
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("อ.")]
    [InlineData("ต. อ. จ.")]
    [InlineData("....")]
    public void Nothing_typed_is_an_error_of_the_portal(string typed)
    {
        Assert.Equal("", Country.Value.Resolve("31", typed, typed).Code);
        Assert.Empty(Country.Value.Search(typed, "31"));
        Assert.Equal("", Country.Value.Find(new string('ก', 100_000), "31", 4).Code);
    }
}
