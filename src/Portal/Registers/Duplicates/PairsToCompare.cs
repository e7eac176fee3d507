namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>
/// Which records are worth comparing, without holding each against each: those that share a key of their names or a telephone. Keys that
/// many share, such as a given name alone, count only within a district; a whole name in every writing also across provinces.
/// </summary>
internal static class PairsToCompare
{
    public static IEnumerable<(ComparedSage A, ComparedSage B)> Of(IReadOnlyList<ComparedSage> sages, Func<ComparedSage, IEnumerable<string>> phones)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < sages.Count; at++)
        {
            foreach (var key in sages[at].Blocks().Select(b => Within(b, sages[at].Area)).Concat(phones(sages[at]).Select(p => $"phone {p}")))
            {
                if (!groups.TryGetValue(key, out var group))
                {
                    groups[key] = group = [];
                }

                group.Add(at);
            }
        }

        var seen = new HashSet<long>();
        foreach (var group in groups.Values)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    if (seen.Add(((long)group[i] << 32) | (uint)group[j]))
                    {
                        yield return (sages[group[i]], sages[group[j]]);
                    }
                }
            }
        }
    }

    /// <summary>A key as it counts for somebody of an area.</summary>
    public static string Within(string block, string area) => block[0] switch
    {
        '=' => block,
        '~' => $"{block} {Start(area, 2)}",
        _ when block.Contains('+', StringComparison.Ordinal) => $"{block} {Start(area, 2)}",
        _ => $"{block} {Start(area, 4)}",
    };

    private static string Start(string area, int length) => area.Length > length ? area[..length] : area;
}
