using System.Collections;

namespace KhokNongNa.Thai;

/// <summary>What became of a piece of text.</summary>
public enum Change
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of one text or of both.</summary>
public readonly record struct Piece(Change Change, string Text);

/// <summary>
/// What was changed between two texts, as a reader of Thai would mark it: line by line, in changed lines by words, in a changed word by
/// clusters when most of it stayed. Never through a cluster: a vowel or a tone mark stays with its consonant.
/// </summary>
/// <remarks>Safe for any texts: more changes than can be searched for make one long removed and one long added piece.</remarks>
public static class TextDifference
{
    // Longer than this are not words that were misspelt.
    private const int LongestWord = 60;

    private enum Level
    {
        Lines,
        Words,
        Clusters,
    }

    /// <summary>
    /// The pieces in order, no two neighbours of one kind. Those that are <see cref="Change.Same"/> or <see cref="Change.Removed"/> make up the text
    /// before; <see cref="Change.Same"/> and <see cref="Change.Added"/> that after.
    /// </summary>
    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var pieces = new List<Piece>();
        Compare(before, after, Level.Lines, pieces);
        return pieces;
    }

    private static void Compare(string before, string after, Level level, List<Piece> pieces)
    {
        var (left, right) = (Tokens(before, level), Tokens(after, level));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var shared = ShortestEdit.Shared(Numbered(left, numbers), Numbered(right, numbers));
        if (level == Level.Clusters && shared.Sum(run => left.Skip(run.Before).Take(run.Length).Sum(t => t.Length)) * 2 < Math.Max(before.Length, after.Length))
        {
            // Another word, not the same one mended.
            Replace(before, after, null, pieces);
            return;
        }

        var (x, y) = (0, 0);
        foreach (var run in shared)
        {
            Replace(Joined(left, x, run.Before), Joined(right, y, run.After), Finer(level), pieces);
            Add(pieces, Change.Same, Joined(left, run.Before, run.Before + run.Length));
            (x, y) = (run.Before + run.Length, run.After + run.Length);
        }

        Replace(Joined(left, x, left.Count), Joined(right, y, right.Count), Finer(level), pieces);
    }

    private static void Replace(string before, string after, Level? finer, List<Piece> pieces)
    {
        var isWord = before.Length <= LongestWord && after.Length <= LongestWord;
        if (before.Length > 0 && after.Length > 0 && finer is { } level && (level != Level.Clusters || isWord))
        {
            Compare(before, after, level, pieces);
            return;
        }

        Add(pieces, Change.Removed, before);
        Add(pieces, Change.Added, after);
    }

    private static Level? Finer(Level level) => level switch
    {
        Level.Lines => Level.Words,
        Level.Words => Level.Clusters,
        _ => null,
    };

    private static List<string> Tokens(string text, Level level) => level switch
    {
        Level.Lines => Lines(text),
        Level.Words => Words(text),
        _ => Clusters(text, 0, text.Length),
    };

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var from = 0;
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            if (text.AsSpan(cluster.Start, cluster.Length).Contains('\n'))
            {
                lines.Add(text[from..cluster.End]);
                from = cluster.End;
            }
        }

        lines.Add(text[from..]);
        return lines;
    }

    /// <summary>Words, and the clusters of what stands between them.</summary>
    private static List<string> Words(string text)
    {
        var tokens = new List<string>();
        var at = 0;
        foreach (var word in WholeWords(text))
        {
            tokens.AddRange(Clusters(text, at, word.Start));
            tokens.Add(text[word.Start..word.End]);
            at = word.End;
        }

        tokens.AddRange(Clusters(text, at, text.Length));
        return tokens;
    }

    /// <summary>Words that begin and end between clusters; others are left to be compared by clusters.</summary>
    private static List<TextSpan> WholeWords(string text)
    {
        var borders = new BitArray(text.Length + 1) { [text.Length] = true };
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            borders[cluster.Start] = true;
        }

        return [.. ThaiWords.Segment(text).Where(word => borders[word.Start] && borders[word.End])];
    }

    private static List<string> Clusters(string text, int start, int end)
    {
        var clusters = new List<string>();
        foreach (var cluster in ThaiClusters.Enumerate(text.AsSpan(start, end - start)))
        {
            clusters.Add(text.Substring(start + cluster.Start, cluster.Length));
        }

        return clusters;
    }

    private static int[] Numbered(List<string> tokens, Dictionary<string, int> numbers)
    {
        var numbered = new int[tokens.Count];
        foreach (var (at, token) in tokens.Index())
        {
            if (!numbers.TryGetValue(token, out numbered[at]))
            {
                numbers.Add(token, numbered[at] = numbers.Count);
            }
        }

        return numbered;
    }

    private static string Joined(List<string> tokens, int from, int to) => string.Concat(tokens.Skip(from).Take(to - from));

    private static void Add(List<Piece> pieces, Change change, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (pieces is [.., var last] && last.Change == change)
        {
            pieces[^1] = last with { Text = last.Text + text };
        }
        else
        {
            pieces.Add(new Piece(change, text));
        }
    }
}
