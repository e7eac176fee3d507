using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

/// <summary>The whole country, as the seed has it.</summary>
public sealed class AreaFileTests(TestDatabases databases) : ImportTest(databases)
{
    private const string Header = "code,name_th,name_en,postcode,lat,lon\n";

    private static string Country => Path.Combine(Repository.Content, "areas", "areas.csv");

    [Fact]
    public async Task The_whole_country_is_there_by_its_codes()
    {
        await ImportCountryAsync();

        var areas = await Portal.Read(db => db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Code, Stop));
        Assert.Equal((77, 929, 7_451), (Count(2), Count(4), Count(6)));
        Assert.Equal(23, areas.Keys.Count(c => c.Length == 4 && c.StartsWith("31", StringComparison.Ordinal)));
        Assert.Equal(("จ.บุรีรัมย์", "อ.ชำนิ", "อ.คูเมือง", "เขตพระนคร"), (areas["31"].ShortName, areas["3118"].ShortName, areas["3102"].ShortName, areas["1001"].ShortName));
        Assert.All(areas.Keys.Where(c => c.Length > 2), c => Assert.True(areas.ContainsKey(c[..^2]), c));

        int Count(int digits) => areas.Keys.Count(c => c.Length == digits);
    }

    [Fact]
    public async Task A_name_is_no_key_for_three_tambons_have_the_same()
    {
        await ImportCountryAsync();

        var twins = await Portal.Read(db => db.Areas.Where(a => a.NameTh == "เมืองไผ่").OrderBy(a => a.Code).Select(a => a.Code).ToListAsync(Stop));
        Assert.Equal(["270602", "310306", "310503"], twins);
        var places = await Portal.Read(db => db.PlacesAsync(twins, Stop));
        Assert.Equal(["ต.เมืองไผ่ อ.อรัญประเทศ", "ต.เมืองไผ่ อ.กระสัง", "ต.เมืองไผ่ อ.หนองกี่"], twins.Select(places.Name));
    }

    [Fact]
    public async Task It_comes_out_as_it_went_in_and_the_second_import_does_not_even_read_it()
    {
        await ImportCountryAsync();
        var to = NewFolder("out");
        await Portal.Export(to);
        Assert.Equal(await File.ReadAllTextAsync(Country, Stop), await File.ReadAllTextAsync(Path.Combine(to, "areas", "areas.csv"), Stop));

        var again = await ImportCleanly();

        Assert.Equal((0, 0, 1), (again.New, again.Changed, again.Unchanged));
        // Nothing was renamed, so there is nothing for search to follow.
        Assert.Empty(await Journal());
    }

    [Fact]
    public async Task Only_a_renamed_area_is_told_to_those_who_follow()
    {
        Put("areas/areas.csv", $"{Header}31,บุรีรัมย์,Buri Ram,,,\n");
        await ImportCleanly();
        Put("areas/areas.csv", $"{Header}31,บุรีรัมย์,Buri Ram,,,\n3104,นางรอง,Nang Rong,,,\n");
        await ImportCleanly();
        Assert.Empty(await Journal());

        Put("areas/areas.csv", $"{Header}31,เมืองแปะ,Pae,,,\n3104,นางรอง,Nang Rong,,,\n");
        await ImportCleanly();

        Assert.Equal([$"{Subjects.Portal} {Verbs.AreasRenamed.Name}"], await VerbsInJournal());
    }

    private async Task ImportCountryAsync()
    {
        Put("areas/areas.csv", await File.ReadAllTextAsync(Country, Stop));
        await ImportCleanly();
    }
}
