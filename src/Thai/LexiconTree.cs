namespace KhokNongNa.Thai;

/// <summary>The words of a lexicon, looked for wherever one may begin.</summary>
internal sealed class LexiconTree(IReadOnlyList<string> sorted)
{
    /// <summary>Words of one lexicon that begin one another: หัว, หัวคันนา, หัวคันนาทองคำ.</summary>
    internal const int MostEnds = 8;

    private readonly WordTree _words = new(sorted);

    /// <summary>Where words end that begin at <paramref name="start"/>, the shortest first; how many were found.</summary>
    internal int Ends(string text, int start, Span<int> ends)
    {
        var found = 0;
        var node = WordTree.Root;
        for (var at = start; at < text.Length && found < ends.Length && (node = _words.Next(node, text[at])) >= 0; at++)
        {
            if (_words.IsWord(node))
            {
                ends[found++] = at + 1;
            }
        }

        return found;
    }
}
