using KhokNongNa.Search.Analysis;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// The two signs that mean something: "…" or “…” around words that must stand so, and a minus right before a word that
/// must not be there. A quote without its other half, a minus with a space behind it or letters before it is only a character.
/// </summary>
internal sealed class TypedSyntax
{
    private const string Quotes = "\"“”„";
    private const int Most = 8;

    // So many times as long as its phrases is a sentence that mentions them.
    private const int MentionShare = 4;

    private readonly List<int[]> _wanted;
    private readonly List<int[]> _unwanted;

    private TypedSyntax(string text, List<string> phrases, List<string> excluded)
    {
        Text = text;
        _wanted = [.. phrases.Select(Codes)];
        _unwanted = [.. excluded.Select(Codes)];
    }

    /// <summary>What is looked for, phrases included.</summary>
    public string Text { get; }

    public bool IsPlain => _wanted.Count + _unwanted.Count == 0;

    /// <summary>
    /// Whether phrases are but a small part of what is looked for and nothing is unwanted: then it is a sentence that mentions
    /// something, and a phrase that stands nowhere does not forbid everything else.
    /// </summary>
    public bool OnlyMentions => _unwanted.Count == 0 && Codes(Text).Length > MentionShare * _wanted.Sum(phrase => phrase.Length);

    /// <summary>Whether a document has every phrase and nothing that must not be there.</summary>
    public bool Allows(ReadOnlySpan<int> document)
    {
        foreach (var phrase in _wanted)
        {
            if (document.IndexOf(phrase) < 0)
            {
                return false;
            }
        }

        foreach (var phrase in _unwanted)
        {
            if (document.IndexOf(phrase) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    public static TypedSyntax Of(string shown)
    {
        var kept = shown.ToCharArray();
        var phrases = new List<string>();
        var excluded = new List<string>();
        for (var i = 0; i < shown.Length; i++)
        {
            if (Quotes.Contains(shown[i], StringComparison.Ordinal) && shown.AsSpan(i + 1).IndexOfAny(Quotes) is > 0 and var length)
            {
                AddTo(phrases, shown.Substring(i + 1, length));
                kept[i] = kept[i + 1 + length] = ' ';
                i += length + 1;
            }
            else if (shown[i] == '-' && (i == 0 || shown[i - 1] == ' ') && i + 1 < shown.Length && char.IsLetterOrDigit(shown[i + 1]))
            {
                var space = shown.IndexOf(' ', i);
                var end = space < 0 ? shown.Length : space;
                AddTo(excluded, shown[(i + 1)..end]);
                kept.AsSpan(i, end - i).Fill(' ');
                i = end - 1;
            }
        }

        var text = new string(kept);
        // Who types only what is not wanted has probably put a dash before a list.
        return ThaiText.HasLetterOrDigit(text) ? new TypedSyntax(text, phrases, excluded) : new TypedSyntax(shown, [], []);
    }

    private static int[] Codes(string phrase)
    {
        var dense = DenseText.Of(ThaiText.Fold(phrase));
        return [.. dense.Clusters.Select(cluster => ClusterCode.Of(cluster.Dense.Of(dense.Text)))];
    }

    private static void AddTo(List<string> list, string phrase)
    {
        if (list.Count < Most && ThaiText.HasLetterOrDigit(phrase))
        {
            list.Add(phrase);
        }
    }
}
