namespace KhokNongNa.Search;

/// <summary>Something whose name goes on from what was typed.</summary>
/// <param name="Type">That of its document.</param>
public readonly record struct Suggestion(string Title, string Type, string Url);
