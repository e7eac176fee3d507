using System.Buffers;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>What may stand in the dictionary, and who may write it.</summary>
internal static class DictionaryRules
{
    public const int WordLength = 60;

    // They part words in the files that the dictionary travels in.
    private static readonly SearchValues<char> Signs = SearchValues.Create("#=><,\"");

    /// <summary>The word as it is kept.</summary>
    /// <exception cref="PortalException">It is none; the message belongs beside <paramref name="field"/>.</exception>
    public static string Word(string typed, string field)
    {
        var word = string.Join(' ', ThaiText.Normalize(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return word switch
        {
            "" => throw new PortalException("dictionary.empty", "พิมพ์คำก่อน", field),
            { Length: > WordLength } => throw new PortalException("dictionary.long", $"คำยาวเกิน {WordLength} ตัวอักษร", field),
            { Length: 1 } => throw new PortalException("dictionary.short", "คำต้องมีอย่างน้อย 2 ตัวอักษร", field),
            _ when !ThaiText.HasLetterOrDigit(word) => throw new PortalException("dictionary.signs", "คำต้องมีตัวอักษรหรือตัวเลข", field),
            _ when word.AsSpan().ContainsAny(Signs) => throw new PortalException("dictionary.signs", "ใช้เครื่องหมาย # = > < , \" ในคำไม่ได้", field),
            _ => word,
        };
    }

    /// <summary>Under this it is known that two spellings are one word.</summary>
    public static string Key(string word) => ThaiText.Fold(word);

    public static void Demand(Actor by)
    {
        if (!by.May(Permission.Administer, ""))
        {
            throw new PortalException("dictionary.forbidden", "เฉพาะผู้ดูแลระบบจึงแก้คลังคำได้");
        }
    }
}
