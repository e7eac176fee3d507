namespace KhokNongNa.Search;

/// <summary>How far an index has followed the journal.</summary>
/// <param name="Seq">Number of the last happening that is in the index; 0 before the first.</param>
/// <param name="Mark">
/// The journal's hash at that place. When the journal no longer has it there, as after a restored backup,
/// the index followed another journal and must be rebuilt.
/// </param>
public readonly record struct IndexCursor(long Seq, string Mark)
{
    public static IndexCursor Start { get; } = new(0, "");
}
