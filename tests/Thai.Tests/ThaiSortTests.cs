using System.Globalization;

namespace KhokNongNa.Thai.Tests;

public sealed class ThaiSortTests
{
    public static TheoryData<string> Lists => [.. SpecTable.Rows("sort.md").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Keys_and_comparer_give_dictionary_order(string list)
    {
        var words = list.Split(' ');
        var mixed = words.Reverse().ToArray();

        Assert.Equal(words, mixed.OrderBy(ThaiSort.Key, StringComparer.Ordinal));
        Assert.Equal(words, mixed.Order(ThaiSort.Comparer));
    }

    [Fact]
    public void A_key_does_not_depend_on_the_process_culture()
    {
        var key = ThaiSort.Key("เกษตร Éa 1");
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "th-TH", "en-US", "sv-SE", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(key, ThaiSort.Key("เกษตร Éa 1"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_spellings_of_sara_am_have_one_key()
    {
        Assert.Equal(ThaiSort.Key("น้ำ"), ThaiSort.Key("น\u0E49\u0E4D\u0E32"));
    }

    [Fact]
    public void A_key_is_short_however_long_the_text()
    {
        var key = ThaiSort.Key(string.Concat(Enumerable.Repeat("น้ำปู๋", 100_000)));

        Assert.InRange(key.Length, 100, 800);
        Assert.Matches("^[0-9A-F]+$", key);
    }

    [Fact]
    public void Equal_keys_still_have_an_order_and_nothing_comes_first()
    {
        Assert.Equal(ThaiSort.Key("กาก"), ThaiSort.Key("กา ก"));
        Assert.NotEqual(0, ThaiSort.Comparer.Compare("กาก", "กา ก"));
        Assert.True(ThaiSort.Comparer.Compare(null, "") < 0);
        Assert.Equal(0, ThaiSort.Comparer.Compare(null, null));
    }
}
