namespace KhokNongNa.Web.Studio.Entries;

/// <summary>A box of lines, one item a line.</summary>
/// <param name="Id">Property of the form.</param>
public sealed record LinesField(string Id, string Label, string Hint, string Value, IEnumerable<string> Wrong, int Rows = 4);

/// <param name="IsShort">A number.</param>
public sealed record TextField(string Id, string Label, string Hint, string Value, IEnumerable<string> Wrong, bool IsShort = false);

/// <param name="Name">Full name of the posted field.</param>
public sealed record CheckList(string Legend, string Name, IEnumerable<(string Value, string Name)> Choices, IEnumerable<string> Chosen);
