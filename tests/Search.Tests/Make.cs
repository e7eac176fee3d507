namespace KhokNongNa.Search.Tests;

internal static class Make
{
    public static SearchDocument Document(string id, string title, string body = "") => new()
    {
        Key = "entry:" + id,
        Id = id,
        Type = "lesson",
        Title = title,
        Url = "/" + id,
        Body = body,
    };

    public static IEnumerable<FacetValue> Facets(string facet, IEnumerable<string> values) => values.Select(value => new FacetValue(facet, value));

    public static IndexCursor At(long seq) => new(seq, "mark-" + seq.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static int Count(this SearchIndex index, string text) => index.Search(new SearchRequest { Text = text }).Total;

    public static void Apply(this SearchIndex index, long seq, params SearchDocument[] documents) =>
        index.Apply(documents, [], At(seq));
}
