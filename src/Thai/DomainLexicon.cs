namespace KhokNongNa.Thai;

internal static class DomainLexicon
{
    // Read when the first text is cut, and not by what only normalises.
    internal static Lazy<ThaiLexicon> Loaded { get; } = new(() =>
    {
        using var stream = typeof(DomainLexicon).Assembly.GetManifestResourceStream("lexicon")!;
        using var reader = new StreamReader(stream);
        return ThaiLexicon.Parse(reader.ReadToEnd());
    });
}
