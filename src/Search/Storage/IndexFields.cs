namespace KhokNongNa.Search.Storage;

/// <summary>Names of the fields in the index. Changing what one holds needs a new <see cref="SearchIndex.AnalysisVersion"/>.</summary>
internal static class IndexFields
{
    public const string Key = "key";
    public const string Id = "id";
    public const string Type = "type";
    public const string Title = "title";
    public const string Url = "url";
    public const string Area = "area";
    public const string Place = "place";

    /// <summary>Summary and body as they are shown; excerpts are cut from it.</summary>
    public const string Text = "text";

    /// <summary>A fact: its name, a tab, and what it says.</summary>
    public const string Fact = "fact";

    /// <summary>What is suggested besides the title: its words, type and address, with tabs between.</summary>
    public const string AlsoSuggested = "suggested";

    /// <summary>Milliseconds since 1970, or the smallest number when unknown.</summary>
    public const string Published = "published";

    /// <summary>Number made from the key: an order among equals that no merge of segments changes.</summary>
    public const string Tie = "tie";

    public const string Words = "words";
    public const string Clusters = "clusters";
    public const string Trigrams = "trigrams";

    /// <summary>Consonants in fours.</summary>
    public const string Sounds = "sounds";

    /// <summary>The clusters of title, names and text in order, as numbers; not searched but read.</summary>
    public const string Sequence = "sequence";

    /// <summary>Clusters of title and names alone.</summary>
    public const string Heading = "heading";

    /// <summary>The whole title, and each name, as one term.</summary>
    public const string Exact = "exact";

    /// <summary>Field of a facet's values.</summary>
    public static string Facet(string name) => "facet." + name;
}
