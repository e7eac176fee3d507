namespace KhokNongNa.Thai;

/// <summary>Words by their letters from the first on (a trie), so that looking for one takes no longer the more there are.</summary>
internal sealed class LexiconTree
{
    /// <summary>Words of one lexicon that begin one another: หัว, หัวคันนา, หัวคันนาทองคำ.</summary>
    internal const int MostEnds = 8;

    private readonly List<Dictionary<char, int>> _next = [[]];
    private readonly List<bool> _isWord = [false];

    internal LexiconTree(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var node = 0;
            foreach (var c in word)
            {
                if (!_next[node].TryGetValue(c, out var next))
                {
                    next = _next.Count;
                    _next[node].Add(c, next);
                    _next.Add([]);
                    _isWord.Add(false);
                }

                node = next;
            }

            _isWord[node] = true;
        }
    }

    /// <summary>Where words end that begin at <paramref name="start"/>, the shortest first; how many were found.</summary>
    internal int Ends(string text, int start, Span<int> ends)
    {
        var found = 0;
        var node = 0;
        for (var at = start; at < text.Length && found < ends.Length && _next[node].TryGetValue(text[at], out node); at++)
        {
            if (_isWord[node])
            {
                ends[found++] = at + 1;
            }
        }

        return found;
    }
}
