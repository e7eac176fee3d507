using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class NamesTests
{
    [Fact]
    public void Every_code_has_thai_words_of_its_own()
    {
        Named<EntryState>(v => v.Name());
        Named<EntryType>(v => v.Name());
        Named<Difficulty>(v => v.Name());
        Named<Season>(v => v.Name());
        Named<Soil>(v => v.Name());
        Named<Water>(v => v.Name());
        Named<PlotPart>(v => v.Name());
        Named<Licence>(v => v.Name());
        Named<SageKind>(v => v.Name());
        Named<Ability>(v => v.Name());
        Named<Language>(v => v.Name());
        Named<CentreKind>(v => v.Name());
    }

    [Fact]
    public void A_type_is_read_from_its_code()
    {
        Assert.All(Enum.GetValues<EntryType>(), type => Assert.Equal(type, EntryTypes.Parse(type.Code())));
        Assert.Null(EntryTypes.Parse("Lesson"));
        Assert.Null(EntryTypes.Parse(null));
    }

    private static void Named<T>(Func<T, string> name)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(name).ToList();
        Assert.All(names, n => Assert.False(string.IsNullOrWhiteSpace(n)));
        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
