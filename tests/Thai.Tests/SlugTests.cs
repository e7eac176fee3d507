namespace KhokNongNa.Thai.Tests;

public sealed class SlugTests
{
    public static TheoryData<string, string> Cases => SpecTable.Pairs("slug.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Slugs_follow_their_specification(string title, string slug)
    {
        var made = Slug.From(SpecTable.Text(title));

        Assert.Equal(slug, made);
        Assert.Equal(made.Length > 0, Slug.IsValid(made));
    }

    [Fact]
    public void A_long_title_is_cut_at_a_dash_near_the_end()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("ห่มดิน", 20)));

        Assert.InRange(slug.Length, 60, 80);
        Assert.EndsWith("ห่มดิน", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_fits_to_the_character_is_not_cut()
    {
        var eighty = string.Concat(Enumerable.Repeat("abcdefghi ", 8))[..79] + "j";

        Assert.Equal(80, Slug.From(eighty).Length);
        Assert.Equal(80, Slug.From(eighty + " more").Length);
    }

    [Fact]
    public void A_long_title_without_spaces_is_cut_between_words()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("น้ำหมักชีวภาพ", 20)));

        Assert.InRange(slug.Length, 60, 80);
        Assert.Matches("(น้ำ|หมัก|ชีวภาพ)$", slug);
    }

    [Fact]
    public void A_word_longer_than_a_slug_is_cut_between_clusters()
    {
        var slug = Slug.From("ก" + string.Concat(Enumerable.Repeat("e\u0323\u0302\u0331", 60)));

        Assert.InRange(slug.Length, 70, 80);
        Assert.True(Slug.IsValid(slug));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("๑")]
    [InlineData("a/b")]
    [InlineData("น\u0E49\u0E4D\u0E32")]
    [InlineData("ก\u200Bข")]
    public void Anything_that_From_would_change_is_no_slug(string? text)
    {
        Assert.False(Slug.IsValid(text));
    }

    [Fact]
    public void Text_longer_than_a_slug_is_no_slug()
    {
        Assert.True(Slug.IsValid(new string('a', 80)));
        Assert.False(Slug.IsValid(new string('a', 81)));
    }
}
