using System.Security.Cryptography;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>
/// Words that the general word list takes apart: each is one word wherever it stands (<see cref="ThaiWords"/>).
/// Never changes; <see cref="With"/> gives another one, and what was cut with the old is to be cut again.
/// </summary>
public sealed class ThaiLexicon
{
    private readonly SortedSet<string> _words;
    private readonly LexiconTree _tree;

    private ThaiLexicon(SortedSet<string> words)
    {
        _words = words;
        _tree = new LexiconTree([.. words]);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))));
    }

    /// <summary>Without a word.</summary>
    public static ThaiLexicon Empty { get; } = new([]);

    /// <summary>Words of the field: soil and water works, ferments, rice, beasts, plants, tools, food, pests, places of the province.</summary>
    public static ThaiLexicon Domain => DomainLexicon.Loaded.Value;

    /// <summary>As they are searched: normalised and folded.</summary>
    public IReadOnlyCollection<string> Words => _words;

    /// <summary>The same for the same words, so that an index can tell whether it was made with them.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The lexicon that a text holds: a word on each line, <c>#</c> and what follows it a note.
    /// </summary>
    public static ThaiLexicon Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Empty.With(text.Split('\n').Select(line => line.Split('#')[0]));
    }

    /// <summary>This lexicon and further words. What has no letter, or is a single character, is passed over.</summary>
    public ThaiLexicon With(IEnumerable<string> words)
    {
        var all = new SortedSet<string>(_words, StringComparer.Ordinal);
        all.UnionWith(words.Select(word => ThaiText.Fold(ThaiText.Normalize(word)).Trim()).Where(word => word.Length > 1 && ThaiText.HasLetterOrDigit(word)));
        return new ThaiLexicon(all);
    }

    internal int Ends(string text, int start, Span<int> ends) => _tree.Ends(text, start, ends);
}
