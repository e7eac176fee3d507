namespace KhokNongNa.Thai;

/// <summary>
/// Words by their letters from the first on, in two arrays (a double-array trie, Aoe 1989): a step is an addition and a
/// comparison, however many words there are. Never changes.
/// </summary>
internal sealed class WordTree
{
    private const char FirstThai = '\u0E00';
    private const int Common = 0x80;

    // After this many in vain the places before are left to single letters: else a tree takes the square of its words to make.
    private const int PlacesTried = 64;

    private readonly Dictionary<char, int> _rare = [];
    private Node[] _nodes = new Node[1024];

    // From here on any single letter fits the first free place, so that places fill up and are not looked at again.
    private int _free = 3 * Common;

    // Where several letters begin to look: what is before is too full for them.
    private int _open = 3 * Common;
    private int _used = 1;

    /// <param name="sorted">By ordinal, each once, none empty.</param>
    internal WordTree(IReadOnlyList<string> sorted)
    {
        _nodes[0].Parent = -1;
        Place(0, sorted, 0, sorted.Count, 0);
        Array.Resize(ref _nodes, _used);
    }

    internal const int Root = 0;

    /// <summary>Goes one letter on; below zero when no word goes on so.</summary>
    internal int Next(int node, char c)
    {
        var nodes = _nodes;
        var next = nodes[node].Base + Code(c);
        return (uint)next < (uint)nodes.Length && nodes[next].Parent == node + 1 ? next : -1;
    }

    internal bool IsWord(int node) => _nodes[node].IsWord;

    // One for each letter that any word has; none for others, which leads to no node's parent.
    private int Code(char c) =>
        (uint)(c - FirstThai) < Common ? c - FirstThai
        : c < Common ? Common + c
        : _rare.GetValueOrDefault(c, int.MinValue / 2);

    private int CodeToBe(char c)
    {
        if (Code(c) < 0)
        {
            _rare.Add(c, (2 * Common) + _rare.Count);
        }

        return Code(c);
    }

    // Words from..to, which are alike in their first letters, below a node.
    private void Place(int node, IReadOnlyList<string> words, int from, int to, int depth)
    {
        if (from < to && words[from].Length == depth)
        {
            _nodes[node].IsWord = true;
            from++;
        }

        var groups = new List<(int Code, int From, int To)>();
        for (var at = from; at < to;)
        {
            var letter = words[at][depth];
            var end = at + 1;
            while (end < to && words[end][depth] == letter)
            {
                end++;
            }

            groups.Add((CodeToBe(letter), at, end));
            at = end;
        }

        if (groups.Count == 0)
        {
            return;
        }

        var start = FirstFit(groups);
        _nodes[node].Base = start;
        foreach (var (code, _, _) in groups)
        {
            _nodes[start + code].Parent = node + 1;
        }

        foreach (var (code, first, end) in groups)
        {
            Place(start + code, words, first, end, depth + 1);
        }
    }

    private int FirstFit(List<(int Code, int From, int To)> groups)
    {
        var most = groups.Max(group => group.Code);
        while (_free < _nodes.Length && _nodes[_free].Parent != 0)
        {
            _free++;
        }

        var first = groups.Count == 1 ? _free : Math.Max(_free, _open);
        for (var start = Math.Max(1, first - groups[0].Code); ; start++)
        {
            if (start + most >= _nodes.Length)
            {
                Array.Resize(ref _nodes, Math.Max(_nodes.Length * 2, start + most + 1));
            }

            if (groups.TrueForAll(group => _nodes[start + group.Code].Parent == 0))
            {
                _used = Math.Max(_used, start + most + 1);
                if (start + groups[0].Code - first > PlacesTried)
                {
                    _open = start + groups[0].Code;
                }

                return start;
            }
        }
    }

    // Parent is one more than its number, so that nobody's is zero.
    private struct Node
    {
        public int Base;
        public int Parent;
        public bool IsWord;
    }
}
