namespace KhokNongNa.Search;

/// <param name="Documents">Documents that can be found now.</param>
/// <param name="Bytes">Size of the current generation on disk, files about to be removed included.</param>
/// <param name="Generation">Name of the current generation, such as <c>v1-3</c>.</param>
public sealed record IndexStats(int Documents, long Bytes, string Generation);
