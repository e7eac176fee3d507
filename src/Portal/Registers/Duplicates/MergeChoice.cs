namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>What somebody chose when two records of one person become one.</summary>
/// <param name="FromOther">Codes of the fields whose value comes from the record that goes.</param>
/// <param name="Dropped">Items of lists that nobody needs any more: code and place in <see cref="MergeList.Items"/>.</param>
public sealed record MergeChoice(IReadOnlySet<string> FromOther, IReadOnlySet<(string Code, int Item)> Dropped)
{
    /// <summary>Keeps everything of the record that stays, and all items of both.</summary>
    public static MergeChoice Plain { get; } = new(new HashSet<string>(), new HashSet<(string, int)>());
}

/// <summary>A field with a value on each side.</summary>
/// <param name="Kept">In words; empty → not said.</param>
/// <param name="PrefersOther">Whether the other's value is fuller or newer.</param>
public sealed record MergeField(string Code, string Kept, string Other, bool PrefersOther);

/// <summary>A field that is a list: what either record has, each item once.</summary>
/// <param name="Items">In words, with who has it.</param>
public sealed record MergeList(string Code, IReadOnlyList<(string Text, bool InKept, bool InOther)> Items);
