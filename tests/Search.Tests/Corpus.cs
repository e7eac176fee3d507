namespace KhokNongNa.Search.Tests;

/// <summary>The documents of <c>Specs/corpus.md</c> in an index that no test changes.</summary>
public sealed class Corpus : IDisposable
{
    private static readonly DateTimeOffset First = new(2021, 7, 8, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly TemporaryIndex _place = new();

    public Corpus() => _place.Index.Apply(Documents, [], new IndexCursor(Documents.Count, "corpus"));

    public static IReadOnlyList<SearchDocument> Documents { get; } = [.. SpecTable.Rows("corpus.md").Select(Document)];

    public SearchIndex Index => _place.Index;

    public SearchResults Search(string text) => Index.Search(new SearchRequest { Text = text, Size = SearchRequest.MaxSize });

    public IReadOnlyList<string> Ids(string text) => [.. Search(text).Hits.Select(hit => hit.Id)];

    public void Dispose() => _place.Dispose();

    private static SearchDocument Document(string[] cells, int row) => new()
    {
        Key = "entry:" + cells[0],
        Id = cells[0],
        Type = cells[1],
        Title = cells[2],
        Url = "/" + cells[0],
        Names = cells[3].Length == 0 ? [] : [cells[3]],
        Facets = [.. Make.Facets("topic", SpecTable.List(cells[4])), .. Make.Facets("district", SpecTable.List(cells[5]))],
        Area = cells[5],
        Body = cells[6],
        Published = First.AddDays(row),
    };
}
