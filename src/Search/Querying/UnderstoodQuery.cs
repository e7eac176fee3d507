using System.Text;
using KhokNongNa.Search.Analysis;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Querying;

/// <summary>What a person typed, repaired, cut to length and cut into terms.</summary>
internal sealed class UnderstoodQuery
{
    /// <summary>UTF-16 units that are searched; the fields make at most 1,000 terms of them, under Lucene's 1,024.</summary>
    public const int MaxLength = 200;

    // Repairing shortens a text seldom by more than this; what lies further back is not even looked at.
    private const int MaxTyped = 10 * MaxLength;

    private UnderstoodQuery(string typed, string shown, ThaiLexicon lexicon)
    {
        Lexicon = lexicon;
        Shown = shown;
        WasRepaired = !Letters(typed).StartsWith(Letters(shown), StringComparison.Ordinal);
        Syntax = TypedSyntax.Of(shown);
        Folded = ThaiText.Fold(Syntax.Text);
        var words = WordTerms.Of(Folded, lexicon);
        var questions = QuestionWords.In(Folded, words);
        Asks = questions.Count > 0;
        var content = words.Where(word => !questions.Any(question => Overlap(question, word))).ToList();
        Words = content.Count > 0 ? content : words;
        Content = DenseText.Of(content.Count > 0 ? Blank(Folded, questions) : Folded);
    }

    public ThaiLexicon Lexicon { get; }

    /// <summary>The repaired text.</summary>
    public string Shown { get; }

    public bool WasRepaired { get; }

    /// <summary>Whether it has a word that only asks: what is short then is a sentence still, and no misspelt name.</summary>
    public bool Asks { get; }

    public TypedSyntax Syntax { get; }

    public string Folded { get; }

    /// <summary>False for spaces, signs and emoji.</summary>
    public bool HasTerms => Content.Clusters.Count > 0;

    /// <summary>The text without the words that only ask, unless it has no others.</summary>
    public DenseText Content { get; }

    /// <summary>Words of <see cref="Content"/>, as pieces of <see cref="Folded"/>.</summary>
    public IReadOnlyList<Slice> Words { get; }

    public static UnderstoodQuery Of(string typed, ThaiLexicon lexicon)
    {
        var part = ShownText.Beginning(typed, MaxTyped);
        return new UnderstoodQuery(part, ShownText.Beginning(ShownText.Of(part), MaxLength), lexicon);
    }

    /// <summary>The same query with other words in places of <see cref="Folded"/>, which are given in order.</summary>
    public UnderstoodQuery With(IReadOnlyList<(Slice Place, string Word)> words)
    {
        var said = new StringBuilder();
        var from = 0;
        foreach (var (place, word) in words)
        {
            said.Append(Folded, from, place.Start - from).Append(word);
            from = place.End;
        }

        return Of(said.Append(Folded, from, Folded.Length - from).ToString(), Lexicon);
    }

    private static bool Overlap(Slice one, Slice other) => one.Start < other.End && other.Start < one.End;

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Blank(string text, List<Slice> pieces) => string.Create(text.Length, (text, pieces), static (target, source) =>
    {
        source.text.CopyTo(target);
        foreach (var piece in source.pieces)
        {
            target.Slice(piece.Start, piece.Length).Fill(' ');
        }
    });
}
