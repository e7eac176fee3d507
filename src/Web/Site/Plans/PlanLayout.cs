namespace KhokNongNa.Web.Site.Plans;

internal readonly record struct PlanBox(double X, double Y, double Width, double Height);

/// <summary>Cuts a rectangle into parts of given sizes that are as square as they can be: a squarified treemap.</summary>
internal static class PlanLayout
{
    // What is too narrow to be seen still divides.
    private const double Least = 1e-6;

    /// <returns>A box for each size, in the order of the sizes.</returns>
    public static PlanBox[] Place(IReadOnlyList<double> sizes, double width, double height)
    {
        int[] order = [.. Enumerable.Range(0, sizes.Count).OrderByDescending(i => sizes[i])];
        var scale = width * height / sizes.Sum();
        var areas = order.Select(i => sizes[i] * scale).ToArray();
        var boxes = new PlanBox[sizes.Count];
        var free = new PlanBox(0, 0, width, height);
        for (var at = 0; at < areas.Length;)
        {
            var side = Math.Max(Math.Min(free.Width, free.Height), Least);
            var count = 1;
            while (at + count < areas.Length && Worst(areas.AsSpan(at, count + 1), side) <= Worst(areas.AsSpan(at, count), side))
            {
                count++;
            }

            free = Row(areas.AsSpan(at, count), order.AsSpan(at, count), boxes, free);
            at += count;
        }

        return boxes;
    }

    // How long the longest of a row is beside its width.
    private static double Worst(ReadOnlySpan<double> areas, double side)
    {
        var sum = 0.0;
        foreach (var area in areas)
        {
            sum += area;
        }

        // They come from large to small: the first or the last is the longest.
        return Math.Max(side * side * areas[0] / (sum * sum), sum * sum / (side * side * areas[^1]));
    }

    // Lays a row along the shorter side; what is left of the rectangle comes back.
    private static PlanBox Row(ReadOnlySpan<double> areas, ReadOnlySpan<int> order, PlanBox[] boxes, PlanBox free)
    {
        var sum = 0.0;
        foreach (var area in areas)
        {
            sum += area;
        }

        var isColumn = free.Width >= free.Height;
        var depth = Math.Min(sum / Math.Max(isColumn ? free.Height : free.Width, Least), isColumn ? free.Width : free.Height);
        var along = isColumn ? free.Y : free.X;
        for (var i = 0; i < areas.Length; i++)
        {
            var length = areas[i] / Math.Max(depth, Least);
            boxes[order[i]] = isColumn ? new(free.X, along, depth, length) : new(along, free.Y, length, depth);
            along += length;
        }

        return isColumn
            ? free with { X = free.X + depth, Width = free.Width - depth }
            : free with { Y = free.Y + depth, Height = free.Height - depth };
    }
}
