namespace KhokNongNa.Web.Studio.Members;

/// <summary>Which sage of the register a member is.</summary>
public sealed record SageField(string Value, IReadOnlyList<(string Key, string Name)> Sages, IEnumerable<string> Wrong);
