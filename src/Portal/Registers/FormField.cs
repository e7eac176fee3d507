namespace KhokNongNa.Portal.Registers;

/// <summary>One thing that a form asks for.</summary>
/// <param name="Code">Lasting name; those of <see cref="KnownFields"/> are asked for in their own way, any other as <paramref name="Type"/> says.</param>
/// <param name="Section">Heading under which it stands; the same for fields that follow each other.</param>
/// <param name="Required">Without it the record cannot be sent to be checked.</param>
/// <param name="Weight">Share in completeness; 0 → counts for nothing.</param>
/// <param name="Options">What can be chosen, with <see cref="FieldType.Choice"/>.</param>
public sealed record FormField(
    string Code, string Section, string Label, string Help, bool Required, int Weight, Visibility Visibility, FieldType Type, IReadOnlyList<string> Options);

/// <summary>How a field is asked for that the portal has no own place for.</summary>
public enum FieldType
{
    /// <summary>The portal knows the field.</summary>
    Known,
    Text,
    Lines,
    Number,
    YesNo,
    Choice,
}

/// <summary>Who may see a value at most; consent may say less.</summary>
public enum Visibility
{
    Public,
    Members,
    Staff,
}

/// <summary>Thai words for who may see.</summary>
public static class VisibilityNames
{
    public static string Name(this Visibility value) => value switch
    {
        Visibility.Public => "สาธารณะ",
        Visibility.Members => "สมาชิก",
        Visibility.Staff => "เจ้าหน้าที่เท่านั้น",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
