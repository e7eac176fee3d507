namespace KhokNongNa.Search.Analysis;

/// <summary>A piece of a text, counted in UTF-16 units.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
