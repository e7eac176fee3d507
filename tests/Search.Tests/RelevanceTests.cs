namespace KhokNongNa.Search.Tests;

public sealed class RelevanceTests(Corpus corpus) : IClassFixture<Corpus>
{
    public static TheoryData<string, string, string> Rankings() => Cases("relevance.md");

    public static TheoryData<string, string, string> Typings() => Cases("typing.md");

    public static TheoryData<string> Titles() => [.. Corpus.Documents.Select(document => document.Id)];

    public static TheoryData<string, string> Spellings()
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in SpecTable.Rows("broken-thai.md"))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rankings))]
    [MemberData(nameof(Typings))]
    public void The_table_says_what_comes_first(string query, string first, string without)
    {
        var found = corpus.Ids(query);

        var expected = SpecTable.List(first);
        Assert.Equal(expected, found.Take(expected.Length));
        Assert.True(expected.Length > 0 || found.Count == 0, $"«{query}» found {string.Join(' ', found)}");
        Assert.DoesNotContain(found, SpecTable.List(without).Contains);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_whole_title_finds_its_document_first(string id)
    {
        var title = Corpus.Documents.Single(document => document.Id == id).Title;

        Assert.Equal(id, corpus.Ids(title)[0]);
        Assert.Equal(id, corpus.Ids(title.Replace(" ", "", StringComparison.Ordinal))[0]);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Broken_Thai_finds_what_clean_Thai_finds(string broken, string clean)
    {
        var typed = corpus.Search(SpecTable.Text(broken));
        var meant = corpus.Search(clean);

        Assert.True(meant.Total > 0);
        Assert.Equal(meant.Hits.Select(hit => (hit.Id, hit.Score)), typed.Hits.Select(hit => (hit.Id, hit.Score)));
        Assert.Equal(clean, typed.Understood);
        Assert.True(typed.WasRepaired);
        Assert.False(meant.WasRepaired);
    }

    [Fact]
    public void Broken_Thai_in_a_document_is_found_by_clean_Thai_and_shown_clean()
    {
        using var place = new TemporaryIndex();
        place.Index.Apply(1, Make.Document("a", "เเกงนํ้าใส", "ตักนํ้าใส่หม้อ"));

        var hit = Assert.Single(place.Index.Search(new SearchRequest { Text = "แกงน้ำใส" }).Hits);

        Assert.Equal("แกงน้ำใส", hit.Title);
        Assert.Equal("ตักน้ำใส่หม้อ", string.Concat(hit.Excerpt.Select(run => run.Text)));
    }

    private static TheoryData<string, string, string> Cases(string file)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows(file))
        {
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }
}
