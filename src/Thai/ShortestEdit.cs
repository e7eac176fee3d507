namespace KhokNongNa.Thai;

/// <summary>Pieces that two sequences share in the same order.</summary>
internal readonly record struct SharedRun(int Before, int After, int Length);

/// <summary>The fewest insertions and deletions that lead from one sequence to another (Myers 1986, greedy).</summary>
internal static class ShortestEdit
{
    /// <summary>
    /// More changes than this are not searched for: memory grows with the square. What lies between a shared beginning and a shared end is then
    /// all different.
    /// </summary>
    public const int MostChanges = 1_000;

    /// <summary>The runs that stay, in order; everything between them is gone or new.</summary>
    public static List<SharedRun> Shared(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var start = before.CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var runs = new List<SharedRun>();
        Add(runs, 0, 0, start);
        Search(before[start..^end], after[start..^end], start, runs);
        Add(runs, before.Length - end, after.Length - end, end);
        return runs;
    }

    private static void Search(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset, List<SharedRun> runs)
    {
        if (before.IsEmpty || after.IsEmpty)
        {
            return;
        }

        var most = Math.Min(before.Length + after.Length, MostChanges);
        // How far each diagonal came; its number is what was taken from «before» less what was taken from «after».
        var reached = new int[(2 * most) + 3];
        var middle = most + 1;
        var trace = new List<int[]>();
        for (var changes = 0; changes <= most; changes++)
        {
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var isNew = diagonal == -changes || (diagonal != changes && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
                var x = isNew ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                if (x <= before.Length && y <= after.Length)
                {
                    x += before[x..].CommonPrefixLength(after[y..]);
                }

                reached[middle + diagonal] = x;
                if (x == before.Length && x - diagonal == after.Length)
                {
                    Follow(trace, changes, diagonal, x, offset, runs);
                    return;
                }
            }

            trace.Add(reached[(middle - changes)..(middle + changes + 1)]);
        }
    }

    /// <summary>Goes the found way back, and notes where it went along a diagonal.</summary>
    private static void Follow(List<int[]> trace, int changes, int diagonal, int x, int offset, List<SharedRun> runs)
    {
        var back = new Stack<SharedRun>();
        for (var step = changes; step > 0; step--)
        {
            var earlier = trace[step - 1];
            // A row of the trace begins with the diagonal 1 - step.
            var at = diagonal + step - 1;
            var isNew = diagonal == -step || (diagonal != step && earlier[at - 1] < earlier[at + 1]);
            var from = isNew ? earlier[at + 1] : earlier[at - 1] + 1;
            back.Push(new SharedRun(from + offset, from - diagonal + offset, x - from));
            diagonal += isNew ? 1 : -1;
            x = isNew ? from : from - 1;
        }

        back.Push(new SharedRun(offset, offset, x));
        foreach (var run in back)
        {
            Add(runs, run.Before, run.After, run.Length);
        }
    }

    private static void Add(List<SharedRun> runs, int before, int after, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (runs is [.., var last] && last.Before + last.Length == before && last.After + last.Length == after)
        {
            runs[^1] = last with { Length = last.Length + length };
        }
        else
        {
            runs.Add(new SharedRun(before, after, length));
        }
    }
}
