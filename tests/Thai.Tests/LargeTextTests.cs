namespace KhokNongNa.Thai.Tests;

/// <summary>A megabyte of one thing: nothing here may take the square of its length, or the stack.</summary>
public sealed class LargeTextTests
{
    private const int Megabyte = 1 << 20;

    public static TheoryData<string> Patterns =>
    [
        "U+0E48", "U+0E49U+0E38", "U+0E4DU+0E32", "U+0E33", "U+0E33U+0E48U+0E34", "เ", "ก", "U+0301U+0323", "U+0344",
        "U+D800", "U+200B", "U+200D", "U+000D", " ", "-", "a", "1", "1,", "น้ำหมักชีวภาพ", "U+1F468U+200D", "U+0F73", "U+09C7U+0E48U+09BE",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_megabyte_of_one_pattern_completes(string pattern)
    {
        var unit = SpecTable.Text(pattern);
        var text = string.Concat(Enumerable.Repeat(unit, Megabyte / unit.Length));

        var normal = ThaiText.Normalize(text);
        Assert.Same(normal, ThaiText.Normalize(normal));
        Assert.Equal(text.Length, ThaiText.Fold(text).Length);

        var covered = 0;
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            covered += cluster.Length;
        }

        Assert.Equal(text.Length, covered);
        Assert.True(Slug.From(text).Length <= 80);
        Assert.NotEmpty(ThaiSort.Key(text));
        _ = ThaiWords.Segment(text);
        _ = ThaiDigits.TryParseDecimal(text, out _);
        _ = BuddhistDate.TryParse(text, out _);
    }
}
