namespace KhokNongNa.Portal.Network;

/// <summary>Other names of areas: short forms, former names, what people call them. Kept in <c>area-aliases.csv</c>.</summary>
internal static class AreaAliases
{
    internal static Lazy<ILookup<string, string>> ByCode { get; } = new(() =>
    {
        using var stream = typeof(AreaAliases).Assembly.GetManifestResourceStream("area-aliases")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Skip(1).Select(line => line.Trim().Split(',')).Where(cells => cells.Length >= 2).ToLookup(cells => cells[0], cells => cells[1]);
    });
}
