namespace KhokNongNa.Search.Tests;

/// <summary>What is made of signs, of other words for a thing, and of misspelt ones.</summary>
public sealed class UnderstandingTests(Corpus corpus) : IClassFixture<Corpus>
{
    public static TheoryData<string, string> Signs() => Pairs("signs.md");

    public static TheoryData<string, string> Offers() => Pairs("did-you-mean.md");

    public static TheoryData<string, string, string> SynonymsUsed()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var cells in SpecTable.Rows("synonyms.md"))
        {
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public void Quotes_and_minus_mean_something(string query, string all) =>
        Assert.Equal(SpecTable.List(all).Order(StringComparer.Ordinal), corpus.Ids(query).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ห่มดินด้วยฟางในแปลงผักหน้าแล้งอย่างที่ลุงเรียก \"ทองคำ\"", true)]
    [InlineData("ห่มดินด้วยฟาง \"ทองคำ\"", false)]
    [InlineData("ห่มดินด้วยฟางในแปลงผักหน้าแล้งอย่างที่ลุงเรียก \"ทองคำ\" -แกลบ", false)]
    public void A_sentence_that_mentions_what_stands_nowhere_is_answered_without_it(string query, bool isAnswered)
    {
        using var place = new TemporaryIndex();
        place.Index.Apply(1, Make.Document("a", "ห่มดินด้วยฟาง", "ในแปลงผักหน้าแล้ง"), Make.Document("b", "เลี้ยงปลาดุก"));

        var found = place.Index.Search(new SearchRequest { Text = query }).Hits.Select(hit => hit.Id);

        Assert.Equal(isAnswered ? ["a"] : [], found);
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void What_was_perhaps_meant_is_offered(string typed, string offered) =>
        Assert.Equal(offered == "–" ? null : offered, corpus.Search(typed).DidYouMean);

    [Theory]
    [MemberData(nameof(SynonymsUsed))]
    public void Other_words_are_looked_for_too_and_told(string query, string used, string first)
    {
        var results = corpus.Search(query);

        var told = results.Synonyms.Select(pair => $"{pair.From}>{pair.To}").ToList();
        Assert.True(used == "–" ? told.Count == 0 : told.Contains(used), string.Join(' ', told));
        Assert.Equal(first == "–" ? null : first, results.Hits.Select(hit => hit.Id).FirstOrDefault());
    }

    [Fact]
    public void The_word_itself_comes_before_its_synonym()
    {
        using var place = new TemporaryIndex();
        place.Index.Synonyms = Synonyms.Parse("บักพร้าว > มะพร้าว");
        place.Index.Apply(1, Make.Document("a", "ปลูกมะพร้าว"), Make.Document("b", "ปลูกบักพร้าว"));

        Assert.Equal(["b", "a"], place.Index.Search(new SearchRequest { Text = "บักพร้าว" }).Hits.Select(hit => hit.Id));
        var other = place.Index.Search(new SearchRequest { Text = "มะพร้าว" });
        Assert.Equal("a", other.Hits[0].Id);
        Assert.Empty(other.Synonyms);
    }

    [Fact]
    public void A_table_given_later_works_at_once()
    {
        using var place = new TemporaryIndex();
        place.Index.Synonyms = Synonyms.None;
        place.Index.Apply(1, Make.Document("a", "มะละกอ"));
        Assert.Equal(0, place.Index.Count("หุ่งบัก"));

        place.Index.Synonyms = Synonyms.None.With(Synonyms.Parse("หุ่งบัก = มะละกอ # a note"));
        Assert.Equal(1, place.Index.Count("หุ่งบัก"));
    }

    [Fact]
    public void The_list_has_many_pairs_and_each_line_of_it_says_something() => Assert.True(Synonyms.Default.Pairs.Count >= 150);

    [Fact]
    public void Words_given_later_need_a_rebuild_and_an_index_made_with_others_starts_empty()
    {
        using var place = new TemporaryIndex();
        place.Index.Apply(1, Make.Document("a", "ปลูกนาแลกป่า"));
        var words = Thai.ThaiLexicon.Domain.With(["นาแลกป่า"]);
        using (var rebuild = place.Index.BeginRebuild(words))
        {
            rebuild.Add([Make.Document("a", "ปลูกนาแลกป่า")]);
            rebuild.Complete(Make.At(1));
        }

        Assert.Equal(1, place.Index.Count("นาแลกป่า"));
        place.Reopen();
        Assert.Equal(IndexCursor.Start, place.Index.Cursor);
    }

    private static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in SpecTable.Rows(file))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }
}
