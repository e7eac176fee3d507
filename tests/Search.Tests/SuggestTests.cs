namespace KhokNongNa.Search.Tests;

public sealed class SuggestTests(Corpus corpus) : IClassFixture<Corpus>
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in SpecTable.Rows("suggest.md"))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_table_says_what_is_offered_first(string typed, string first)
    {
        var offered = corpus.Index.Suggest(SpecTable.Text(typed), 10);

        Assert.Equal(first == "–" ? null : first, offered.Select(suggestion => suggestion.Title).FirstOrDefault());
    }

    [Fact]
    public void No_more_are_offered_than_asked_for_and_none_twice()
    {
        var offered = corpus.Index.Suggest("ก", 3);

        Assert.Equal(3, offered.Distinct().Count());
        Assert.Empty(corpus.Index.Suggest("ก", 0));
        Assert.Empty(corpus.Index.Suggest("ก", -1));
    }

    [Fact]
    public void What_was_deleted_is_offered_no_more_and_what_is_new_at_once()
    {
        using var place = new TemporaryIndex();
        place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        Assert.Equal("/a", Assert.Single(place.Index.Suggest("เลี้ยง", 5)).Url);

        place.Index.Apply([Make.Document("b", "เลี้ยงกบ")], ["entry:a"], Make.At(2));
        Assert.Equal("/b", Assert.Single(place.Index.Suggest("เลี้ยง", 5)).Url);

        place.Reopen();
        Assert.Equal("เลี้ยงกบ", Assert.Single(place.Index.Suggest("เลี้ยงก", 5)).Title);
    }

    [Fact]
    public void What_goes_along_is_offered_once_after_titles_and_as_long_as_something_brings_it()
    {
        using var place = new TemporaryIndex();
        var area = new Suggestion("ต.หนองโสน อ.นางรอง", "area", "/areas/310427");
        var title = new Suggestion("ศูนย์บ้านหนองโสนพัฒนาอย่างยั่งยืน", "lesson", "/a");
        place.Index.Apply(1, Make.Document("a", title.Title) with { AlsoSuggested = [area] }, Make.Document("b", "เลี้ยงกบ") with { AlsoSuggested = [area] });
        Assert.Equal([title, area], place.Index.Suggest("หนองโส", 5));

        place.Index.Apply([], ["entry:a"], Make.At(2));
        Assert.Equal([area], place.Index.Suggest("หนองโส", 5));

        place.Reopen();
        Assert.Equal([area], place.Index.Suggest("หนองโส", 5));

        place.Index.Apply([], ["entry:b"], Make.At(3));
        Assert.Empty(place.Index.Suggest("หนองโส", 5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("🌱")]
    [InlineData("\uD83C")]
    public void Nothing_is_offered_for_nothing(string typed) => Assert.Empty(corpus.Index.Suggest(typed, 5));

    [Fact]
    public void A_million_marks_are_answered() => Assert.NotNull(corpus.Index.Suggest("ก" + new string('้', 1_000_000), 5));
}
