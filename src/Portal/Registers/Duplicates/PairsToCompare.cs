namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>
/// Which records are worth comparing, without holding each against each: those that share a key of their names or a telephone. Keys that
/// many share, such as a given name alone, count only within a district; a whole name in every writing also across provinces.
/// </summary>
internal static class PairsToCompare
{
    /// <param name="areas">Area codes of the records, by their position.</param>
    /// <param name="blocks">Keys of names, each with the position of a record that has it.</param>
    /// <param name="phones">Telephones, in the same way.</param>
    public static IEnumerable<(int A, int B)> Of(IReadOnlyList<string> areas, IEnumerable<(int At, string Block)> blocks, IEnumerable<(int At, string Phone)> phones)
    {
        var keys = blocks.Select(b => (b.At, Key: (b.Block, Within(b.Block, areas[b.At])))).Concat(phones.Select(p => (p.At, Key: (p.Phone, "phone"))));
        var groups = new Dictionary<(string, string), List<int>>();
        foreach (var (at, key) in keys)
        {
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = [];
            }

            group.Add(at);
        }

        var seen = new HashSet<long>();
        foreach (var group in groups.Values)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    var (a, b) = (Math.Min(group[i], group[j]), Math.Max(group[i], group[j]));
                    if (a != b && seen.Add(((long)a << 32) | (uint)b))
                    {
                        yield return (a, b);
                    }
                }
            }
        }
    }

    /// <summary>The part of the country in which a key counts, for somebody of an area.</summary>
    public static string Within(string block, string area) =>
        block[0] == '=' ? "" : Start(area, block[0] == '~' || block.Contains('+', StringComparison.Ordinal) ? 2 : 4);

    private static string Start(string area, int length) => area.Length > length ? area[..length] : area;
}
