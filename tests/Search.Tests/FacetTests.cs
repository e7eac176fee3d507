namespace KhokNongNa.Search.Tests;

public sealed class FacetTests : IDisposable
{
    private static readonly string[] TypeValues = ["lesson", "article", "sage"];
    private static readonly string[] TopicValues = ["soil", "water", "trees", "fish", "rice"];
    private static readonly string[] DistrictValues = ["3101", "3102", "3103", "3104"];
    private static readonly string[] Plants = ["ปลูกกล้วย", "ปลูกไผ่", "เลี้ยงปลา"];

    private readonly TemporaryIndex _place = new();
    private readonly List<SearchDocument> _documents = [];

    public FacetTests()
    {
        var random = new Random(31);
        for (var i = 0; i < 120; i++)
        {
            _documents.Add(Make.Document("d" + i, $"{Plants[i % 3]} แปลงที่ {i}") with
            {
                Type = TypeValues[random.Next(TypeValues.Length)],
                Facets =
                [
                    .. Make.Facets("topic", TopicValues.Where(_ => random.Next(3) == 0)),
                    .. Make.Facets("district", random.Next(4) == 0 ? [] : [DistrictValues[random.Next(DistrictValues.Length)]]),
                ],
            });
        }

        // In several batches, so that there are several segments; one of them is then changed and thinned.
        foreach (var batch in _documents.Chunk(50).ToList())
        {
            _place.Index.Apply(batch, [], Make.At(1));
        }

        _place.Index.Apply(_documents.Take(20), _documents.Skip(100).Select(document => document.Key), Make.At(2));
        _documents.RemoveRange(100, 20);
    }

    public static TheoryData<string, string, string, string> Filters() => new()
    {
        { "", "", "", "" },
        { "กล้วย", "", "", "" },
        { "กล้วย", "lesson", "", "" },
        { "กล้วย", "lesson sage", "", "" },
        { "กล้วย", "", "soil", "3101" },
        { "กล้วย", "article", "soil water", "3101 3102" },
        { "กล้วย", "nothing", "", "" },
        { "", "lesson", "fish", "" },
        { "ปลูก", "lesson", "rice trees fish", "3104" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Every_count_is_what_choosing_the_value_shows(string text, string types, string topics, string districts)
    {
        var request = Request(text, types, topics, districts);
        var results = _place.Index.Search(request);

        Assert.Equal(["type", "topic", "district"], results.Facets.Keys);
        foreach (var filter in request.Facets)
        {
            foreach (var facet in results.Facets[filter.Facet])
            {
                Assert.Equal(facet.Count, Total([facet.Value]));
                Assert.Equal(facet.With, Total([.. filter.Chosen, facet.Value]));
            }

            int Total(IReadOnlyList<string> chosen) => _place.Index.Search(request with
            {
                Facets = [.. request.Facets.Select(other => other == filter ? other with { Chosen = chosen } : other)],
            }).Total;
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Every_count_is_what_counting_by_hand_gives(string text, string types, string topics, string districts)
    {
        var request = Request(text, types, topics, districts);
        var results = _place.Index.Search(request);
        var anything = text.Length > 0 || types.Length + topics.Length + districts.Length > 0;
        var matching = _documents.Where(d => anything && d.Title.Contains(text, StringComparison.Ordinal)).ToList();

        Assert.Equal(matching.Count(d => request.Facets.All(f => Passes(d, f))), results.Total);
        foreach (var filter in request.Facets)
        {
            AssertCounts(
                matching.Where(d => request.Facets.Where(other => other != filter).All(f => Passes(d, f))).SelectMany(d => Values(d, filter.Facet)),
                filter.Chosen,
                results.Facets[filter.Facet]);
        }

        static bool Passes(SearchDocument d, FacetFilter filter) => filter.Chosen.Count == 0 || filter.Chosen.Intersect(Values(d, filter.Facet)).Any();
        static IEnumerable<string> Values(SearchDocument d, string facet) =>
            d.Facets.Append(new FacetValue("type", d.Type)).Where(value => value.Facet == facet).Select(value => value.Value);
    }

    [Fact]
    public void A_facet_that_is_not_asked_for_is_neither_counted_nor_filtered()
    {
        var results = _place.Index.Search(new SearchRequest { Text = "กล้วย", Facets = [new("topic"), new("colour", "red"), new("topic", "soil")] });

        Assert.Equal(0, results.Total);
        Assert.Equal(["topic", "colour"], results.Facets.Keys);
        Assert.Equal([new FacetCount("red", 0, 0)], results.Facets["colour"]);
    }

    [Fact]
    public void A_chosen_value_stays_in_the_list_even_when_nothing_has_it()
    {
        var results = _place.Index.Search(new SearchRequest { Text = "กล้วย", Facets = [new("topic", "gone")] });

        Assert.Contains(new FacetCount("gone", 0, 0), results.Facets["topic"]);
    }

    [Theory]
    [InlineData("กล้วย", "")]
    [InlineData("ปลูก", "lesson article")]
    [InlineData("", "lesson sage")]
    public void Pages_to_the_end_show_each_hit_once(string text, string types)
    {
        var request = Request(text, types, "", "") with { Size = 7 };
        var shown = new List<string>();
        var total = _place.Index.Search(request).Total;
        for (var page = 1; shown.Count < total; page++)
        {
            var hits = _place.Index.Search(request with { Page = page }).Hits;
            Assert.Equal(Math.Min(7, total - shown.Count), hits.Count);
            shown.AddRange(hits.Select(hit => hit.Key));
        }

        Assert.True(total > 14);
        Assert.Equal(total, shown.Distinct().Count());
        Assert.Empty(_place.Index.Search(request with { Page = (total / 7) + 2 }).Hits);
    }

    public void Dispose() => _place.Dispose();

    private static SearchRequest Request(string text, string types, string topics, string districts) => new()
    {
        Text = text,
        Facets =
        [
            new("type", SpecTable.List(types)),
            new("topic", SpecTable.List(topics)),
            new("district", SpecTable.List(districts)),
        ],
    };

    private static void AssertCounts(IEnumerable<string> values, IReadOnlyList<string> chosen, IReadOnlyList<FacetCount> counted)
    {
        var expected = values.CountBy(value => value).Select(pair => (pair.Key, pair.Value)).ToList();
        expected.AddRange(chosen.Where(value => expected.TrueForAll(facet => facet.Key != value)).Select(value => (value, 0)));
        Assert.Equal(
            expected.OrderByDescending(facet => facet.Value).ThenBy(facet => facet.Key, StringComparer.Ordinal),
            counted.Select(facet => (facet.Value, facet.Count)));
    }
}
