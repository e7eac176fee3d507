namespace KhokNongNa.Web.Studio.Entries;

/// <summary>A box of lines, one item a line.</summary>
/// <param name="Id">Property of the form.</param>
public sealed record LinesField(string Id, string Label, string Hint, string Value, IEnumerable<string> Wrong, int Rows = 4);

/// <param name="IsShort">A number.</param>
public sealed record TextField(string Id, string Label, string Hint, string Value, IEnumerable<string> Wrong, bool IsShort = false);

/// <param name="Name">Full name of the posted field.</param>
/// <param name="Keeps">Whether something may be chosen already that this member may not see the name of.</param>
public sealed record CheckList(string Legend, string Name, IEnumerable<(string Value, string Name)> Choices, IEnumerable<string> Chosen, bool Keeps = false)
{
    /// <summary>What is chosen and not offered, once each.</summary>
    public IEnumerable<string> Unnamed => Keeps ? Chosen.Except(Choices.Select(c => c.Value)) : [];
}
