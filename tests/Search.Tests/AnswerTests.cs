namespace KhokNongNa.Search.Tests;

/// <summary>What the answer says beside its hits.</summary>
public sealed class AnswerTests(Corpus corpus) : IClassFixture<Corpus>
{
    public static TheoryData<string, string, string> Repairs()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows("repaired.md"))
        {
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }

    public static TheoryData<string, string> Nearest()
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in SpecTable.Rows("nearest-words.md"))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public void A_repair_is_told_when_letters_changed(string typed, string understood, string repaired)
    {
        var results = corpus.Search(SpecTable.Text(typed));

        Assert.Equal(understood, results.Understood);
        Assert.Equal(repaired == "yes", results.WasRepaired);
    }

    [Theory]
    [MemberData(nameof(Nearest))]
    public void The_nearest_words_are_offered_when_nothing_is_found(string query, string nearest)
    {
        var results = corpus.Search(query);

        var expected = SpecTable.List(nearest);
        Assert.Equal(0, results.Total);
        Assert.Equal(expected, results.NearestWords.Take(Math.Max(expected.Length, 1)));
        Assert.DoesNotContain(query, results.NearestWords);
        Assert.InRange(results.NearestWords.Count, 0, 5);
    }

    [Fact]
    public void No_nearest_words_are_offered_when_something_is_found() => Assert.Empty(corpus.Search("ปลาดุก").NearestWords);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🌱🐟")]
    [InlineData("\"*()[]~^:-+!")]
    public void Without_letters_there_is_nothing_to_look_for(string text)
    {
        var results = corpus.Search(text);

        Assert.Equal(0, results.Total);
        Assert.Empty(results.Facets.SelectMany(facet => facet.Value));
        Assert.Empty(results.NearestWords);
    }

    [Fact]
    public void Filters_without_text_list_everything_newest_first()
    {
        var results = corpus.Index.Search(new SearchRequest { Facets = [new("type", "lesson")], Size = 100 });

        var expected = Corpus.Documents.Where(document => document.Type == "lesson").Reverse().Select(document => document.Id);
        Assert.Equal(expected, results.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public void A_hit_carries_what_its_document_was_given()
    {
        using var place = new TemporaryIndex();
        var document = Make.Document("a", "เลี้ยงปลาดุก") with { Place = "บ้านหนองแวง", Area = "310102", Published = new DateTimeOffset(2021, 7, 8, 0, 0, 0, TimeSpan.Zero), Facts = new Dictionary<string, string> { ["cost"] = "120\t" } };
        place.Index.Apply(1, document);

        var hit = Assert.Single(place.Index.Search(new SearchRequest { Text = "ปลาดุก" }).Hits);

        Assert.Equal(
            (document.Id, document.Key, document.Type, document.Title, document.Url, document.Place, document.Area, document.Published),
            (hit.Id, hit.Key, hit.Type, hit.Title, hit.Url, hit.Place, hit.Area, hit.Published));
        Assert.Equal(document.Facts, hit.Facts);
        Assert.True(hit.Score > 0);
    }
}
