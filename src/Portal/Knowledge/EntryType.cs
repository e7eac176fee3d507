namespace KhokNongNa.Portal.Knowledge;

/// <summary>What kind of text an entry is. Its fields are in <see cref="EntryContent"/>.</summary>
public enum EntryType
{
    /// <summary>บทเรียน: how to do one thing, step by step.</summary>
    Lesson,

    /// <summary>บทความ: free text.</summary>
    Article,

    /// <summary>หน้าของเว็บ: about, contact and the like.</summary>
    Page,
}

public static class EntryTypes
{
    /// <summary>As front matter, the API and addresses write it: <c>lesson</c>.</summary>
    public static string Code(this EntryType type) => type switch
    {
        EntryType.Lesson => "lesson",
        EntryType.Article => "article",
        EntryType.Page => "page",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>As people read it.</summary>
    public static string Name(this EntryType type) => type switch
    {
        EntryType.Lesson => "บทเรียน",
        EntryType.Article => "บทความ",
        EntryType.Page => "หน้าเว็บ",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a code; <c>null</c> for anything else.</summary>
    public static EntryType? Parse(string? code) =>
        Enum.GetValues<EntryType>().Cast<EntryType?>().FirstOrDefault(t => t!.Value.Code() == code);
}
