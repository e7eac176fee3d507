using KhokNongNa.Search.Analysis;
using KhokNongNa.Thai;

namespace KhokNongNa.Search;

/// <summary>
/// Words that mean the same thing, village words among them. Used when a query is read, not when texts are indexed: another
/// table works at once. Never changes itself.
/// </summary>
public sealed class Synonyms
{
    /// <summary>Clusters of the longest word that is looked up.</summary>
    internal const int LongestKey = 16;

    private readonly Dictionary<string, List<SynonymPair>> _pairs = new(StringComparer.Ordinal);

    private Synonyms(IEnumerable<SynonymPair> pairs)
    {
        Pairs = [.. pairs.Distinct()];
        foreach (var pair in Pairs)
        {
            var key = Key(pair.From);
            (_pairs.TryGetValue(key, out var same) ? same : _pairs[key] = []).Add(pair);
        }
    }

    public static Synonyms None { get; } = new([]);

    /// <summary>The list that comes with the library: <c>Words/synonyms.txt</c>.</summary>
    public static Synonyms Default { get; } = Load();

    public IReadOnlyList<SynonymPair> Pairs { get; }

    /// <summary>
    /// Reads a list: <c>a = b = c</c> mean one another; who looks for the left of <c>a &gt; b, c</c> also means those on the
    /// right, and not the other way round. <c>#</c> and what follows it is a note; a line that says neither is passed over.
    /// </summary>
    public static Synonyms Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Synonyms(text.Split('\n').SelectMany(line => Line(line.Split('#')[0])));
    }

    /// <summary>This table and another.</summary>
    public Synonyms With(Synonyms others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new Synonyms(Pairs.Concat(others.Pairs));
    }

    internal IReadOnlyList<SynonymPair> Of(ReadOnlySpan<char> dense) =>
        _pairs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(dense, out var pairs) ? pairs : [];

    private static IEnumerable<SynonymPair> Line(string line)
    {
        var oneWay = line.Split('>');
        if (oneWay.Length == 2)
        {
            return Words(oneWay[0], ',').SelectMany(from => Words(oneWay[1], ',').Select(to => new SynonymPair(from, to)));
        }

        var words = Words(line, '=');
        return words.SelectMany(from => words.Where(to => to != from).Select(to => new SynonymPair(from, to)));
    }

    private static List<string> Words(string list, char separator) =>
        [.. list.Split(separator).Select(word => ShownText.Of(word)).Where(ThaiText.HasLetterOrDigit)];

    private static string Key(string word) => DenseText.Of(ThaiText.Fold(word)).Text;

    private static Synonyms Load()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}

/// <summary>A word, and one that is looked for too, for less.</summary>
public readonly record struct SynonymPair(string From, string To);
