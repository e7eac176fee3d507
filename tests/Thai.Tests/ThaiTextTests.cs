namespace KhokNongNa.Thai.Tests;

public sealed class ThaiTextTests
{
    public static TheoryData<string, string> NormalizeCases => SpecTable.Pairs("normalize.md");

    public static TheoryData<string, string> FoldCases => SpecTable.Pairs("fold.md");

    [Theory]
    [MemberData(nameof(NormalizeCases))]
    public void Normalizing_follows_its_specification(string typed, string stored)
    {
        var normal = ThaiText.Normalize(SpecTable.Text(typed));

        Assert.Equal(Visible(SpecTable.Text(stored)), Visible(normal));
        Assert.Same(normal, ThaiText.Normalize(normal));
    }

    [Theory]
    [MemberData(nameof(FoldCases))]
    public void Folding_follows_its_specification(string text, string key)
    {
        Assert.Equal(SpecTable.Text(key), ThaiText.Fold(SpecTable.Text(text)));
    }

    [Fact]
    public void Decomposed_sara_am_becomes_one_character()
    {
        Assert.Equal("น้ำ", ThaiText.Normalize("น\u0E49\u0E4D\u0E32"));
        Assert.Equal("น้ำ", ThaiText.Normalize("น\u0E4D\u0E49\u0E32"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain ASCII, 100%")]
    [InlineData("น้ำหมักชีวภาพ สูตร EM ๑๕-๑๕-๑๕\n\tต่าง ๆ 👨‍👩‍👧 café")]
    public void A_clean_text_is_returned_as_the_same_instance(string text)
    {
        Assert.Same(text, ThaiText.Normalize(text));
    }

    [Fact]
    public void Folding_returns_the_same_instance_when_nothing_changes()
    {
        const string text = "ปุ๋ย 15-15-15";
        Assert.Same(text, ThaiText.Fold(text));
    }

    [Theory]
    [InlineData("ก", true)]
    [InlineData("ๆ", true)]
    [InlineData("๙", true)]
    [InlineData(" a ", true)]
    [InlineData("𠀀", true)]
    [InlineData("", false)]
    [InlineData(" \n\t", false)]
    [InlineData("👍🏽 🌱", false)]
    [InlineData("่้", false)]
    [InlineData("—…฿", false)]
    public void Something_to_read_is_a_letter_or_digit(string text, bool expected)
    {
        Assert.Equal(expected, ThaiText.HasLetterOrDigit(text));
    }

    private static string Visible(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));
}
