namespace KhokNongNa.Search.Tests;

public sealed class HostileTests(Corpus corpus) : IClassFixture<Corpus>
{
    public static TheoryData<string, string> Queries() => new()
    {
        { "ten thousand letters", new string('ก', 10_000) },
        { "ten thousand Latin letters", new string('a', 10_000) },
        { "ten thousand digits", new string('๙', 10_000) },
        { "ten thousand of one mark", new string('่', 10_000) },
        { "ten thousand leading vowels", new string('เ', 10_000) },
        { "a million of one mark after a letter", "ก" + new string('้', 1_000_000) },
        { "ten thousand clauses", string.Join(" OR ", Enumerable.Range(0, 10_000)) },
        { "clauses", string.Concat(Enumerable.Repeat("ปลา AND (", 2_000)) },
        { "operators", "+ปลา -ดุก \"น้ำ AND OR NOT title:(ก* ?) [a TO z] {x} ^9 ~2 \\" },
        { "a star", "*" },
        { "a quote", "\"ปลาดุก" },
        { "a script", "<script>alert('ปลาดุก')</script>" },
        { "controls", "\0\u0001\u0007ปลา\u001Bดุก\u007F\r\n" },
        { "lone surrogates", "\uD800ปลา\uDC00ดุก\uDBFF" },
        { "zero width only", new string('\u200B', 5_000) },
        { "emoji families", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 500)) },
        { "right to left", "\u202Eกุดาลป\u202C" },
        { "a percent escape", "%E0%B8%9B%00../../etc/passwd" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Whatever_is_typed_is_answered(string name, string query)
    {
        var results = corpus.Search(query);

        Assert.True(results.Understood.Length <= 200, name);
        Assert.Equal(results.Total, results.Hits.Count);
        Assert.DoesNotContain(query, results.NearestWords);
    }

    [Theory]
    [InlineData("\"ปลาดุก")]
    [InlineData("(ปลาดุก) AND *")]
    [InlineData("ปลา\u0007ดุก")]
    [InlineData("title:ปลาดุก^5~")]
    public void Signs_around_a_word_do_not_hide_it(string query) => Assert.Equal("catfish", corpus.Ids(query)[0]);

    [Fact]
    public void Random_characters_are_answered()
    {
        var random = new Random(20210708);
        for (var i = 0; i < 100; i++)
        {
            var query = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(3) switch
            {
                0 => (char)random.Next(0x0E00, 0x0E80),
                1 => (char)random.Next(0x20, 0x7F),
                _ => (char)random.Next(0x10000),
            })]);

            var results = corpus.Search(query);

            Assert.Equal(results.Total, results.Hits.Count);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, -5)]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, 1_000_000)]
    public void Pages_out_of_range_are_brought_into_range(int page, int size)
    {
        var results = corpus.Index.Search(new SearchRequest { Text = "ปลา", Page = page, Size = size });

        Assert.True(results.Total > 0);
        Assert.Equal(page > 1 ? 0 : Math.Min(Math.Clamp(size, 1, 100), results.Total), results.Hits.Count);
    }

    [Fact]
    public void A_filter_value_that_no_document_has_gives_nothing()
    {
        var results = corpus.Index.Search(new SearchRequest { Text = "ปลา", Facets = [new("type", "lesson\0*", "", new string('ก', 9_000)), new("type"), new("\0"), new("")] });

        Assert.Equal(0, results.Total);
    }

    [Fact]
    public void A_document_of_hostile_text_is_indexed_and_found()
    {
        using var place = new TemporaryIndex();
        var noise = new string('x', 100_000) + " " + new string('ก', 100_000) + "\uD800 ก" + new string('้', 50_000) + " ปลาดุก";
        place.Index.Apply(1, Make.Document("a", new string('ท', 5_000), noise), Make.Document("b", "", ""));

        Assert.Equal("a", Assert.Single(place.Index.Search(new SearchRequest { Text = "ปลาดุก" }).Hits).Id);
    }
}
