namespace KhokNongNa.Thai;

/// <summary>The words of the dictionary that begin at one place, and which of them is tried.</summary>
internal ref struct PossibleWords(Span<int> lengths)
{
    private readonly Span<int> _lengths = lengths;
    private int _start = -1;
    private int _tried;
    private int _chosen;

    /// <summary>As many as are looked at.</summary>
    internal const int Most = 20;

    internal int Count { get; private set; }

    /// <summary>Letters that were looked at until no word could go on: how far something here looks like the beginning of a word.</summary>
    internal int Looked { get; private set; }

    /// <summary>Where the word that is tried ends; the longest at first.</summary>
    internal readonly int End => Count == 0 ? _start : _start + _lengths[_tried];

    internal readonly int ChosenLength => _lengths[_chosen];

    internal void Choose() => _chosen = _tried;

    internal bool TryShorter()
    {
        if (_tried == 0)
        {
            return false;
        }

        _tried--;
        return true;
    }

    /// <summary>Looks at another place; what was found at the same one is kept.</summary>
    internal void Look(ReadOnlySpan<char> text, int start, WordTree words)
    {
        if (start != _start)
        {
            _start = start;
            Count = Find(text[start..], words);
        }

        _tried = _chosen = Math.Max(0, Count - 1);
    }

    private int Find(ReadOnlySpan<char> rest, WordTree words)
    {
        var found = 0;
        var node = WordTree.Root;
        for (var at = 0; at < rest.Length; at++)
        {
            Looked = at + 1;
            node = words.Next(node, rest[at]);
            if (node < 0)
            {
                break;
            }

            if (words.IsWord(node) && found < Most)
            {
                _lengths[found++] = at + 1;
            }
        }

        return found;
    }
}
