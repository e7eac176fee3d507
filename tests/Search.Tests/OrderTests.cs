namespace KhokNongNa.Search.Tests;

public sealed class OrderTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2021, 7, 8, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Areas = ["310401", "310402", "3104", "31", "320101", ""];

    private readonly TemporaryIndex _place = new();

    public OrderTests()
    {
        // In two batches, so that each segment numbers its areas by itself.
        foreach (var batch in Enumerable.Range(0, 30).Chunk(17))
        {
            _place.Index.Apply(
                [
                    .. batch.Select(i => Make.Document($"d{i:00}", i % 5 == 0 ? "เลี้ยงปลาดุก" : $"บ่อที่ {i}", "เลี้ยงปลาดุกในบ่อ") with
                    {
                        Area = Areas[i * 7 % Areas.Length],
                        Published = i % 4 == 0 ? null : Day.AddDays(i * 11 % 30),
                    }),
                ],
                [],
                Make.At(1));
        }
    }

    [Theory]
    [InlineData("ปลาดุก")]
    [InlineData("")]
    public void Newest_goes_by_the_day_and_what_has_none_comes_last(string text)
    {
        var dates = All(new SearchRequest { Text = text, Order = HitOrder.Newest }).ConvertAll(hit => hit.Published);

        Assert.Equal(30, dates.Count);
        Assert.Equal(dates.OrderByDescending(date => date ?? DateTimeOffset.MinValue), dates);
        Assert.Equal(8, dates.Count(date => date is null));
    }

    [Theory]
    [InlineData("ปลาดุก")]
    [InlineData("")]
    public void Nearest_goes_by_the_distance_and_then_by_relevance(string text)
    {
        var hits = All(new SearchRequest { Text = text, Order = HitOrder.Nearest, Distance = Distance });

        Assert.Equal(30, hits.Count);
        Assert.Equal(hits.OrderBy(hit => Distance(hit.Area)).ThenByDescending(hit => hit.Score).Select(hit => hit.Key), hits.Select(hit => hit.Key));
        Assert.Equal("310402", hits[0].Area);
    }

    [Fact]
    public void The_distance_is_asked_once_an_area()
    {
        var asked = new List<string>();
        _place.Index.Search(new SearchRequest { Text = "ปลาดุก", Order = HitOrder.Nearest, Distance = area => { asked.Add(area); return 0; } });

        Assert.Equal(Areas.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nearest_without_a_place_is_by_relevance()
    {
        var request = new SearchRequest { Text = "ปลาดุก" };

        Assert.Equal(
            _place.Index.Search(request).Hits.Select(hit => (hit.Key, hit.Score)),
            _place.Index.Search(request with { Order = HitOrder.Nearest }).Hits.Select(hit => (hit.Key, hit.Score)));
    }

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Newest)]
    [InlineData(HitOrder.Nearest)]
    public void The_order_changes_neither_what_is_found_nor_the_counts(HitOrder order)
    {
        var request = new SearchRequest { Text = "ปลาดุก", Facets = [new("type", "lesson")], Size = 100 };
        var results = _place.Index.Search(request with { Order = order, Distance = Distance });

        Assert.Equal(30, results.Total);
        Assert.Equal([new FacetCount("lesson", 30, 30)], results.Facets["type"]);
        Assert.Equal(30, results.Hits.Select(hit => hit.Key).Distinct().Count());
    }

    public void Dispose() => _place.Dispose();

    private static int Distance(string area) => area == "310402" ? 0 : area.StartsWith("3104", StringComparison.Ordinal) ? 1 : 2;

    private List<SearchHit> All(SearchRequest request)
    {
        var all = new List<SearchHit>();
        for (var page = 1; ; page++)
        {
            var hits = _place.Index.Search(request with { Facets = [new("type", "lesson")], Page = page, Size = 7 }).Hits;
            if (hits.Count == 0)
            {
                return all;
            }

            all.AddRange(hits);
        }
    }
}
