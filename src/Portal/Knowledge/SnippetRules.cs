using System.Text.RegularExpressions;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a snippet says, as a form or a file gives it.</summary>
public sealed record SnippetText(string Key, string Title, string Body);

/// <summary>What every snippet must keep to, whether it comes from a form or from a file.</summary>
public static partial class SnippetRules
{
    public const int TitleLength = 120;
    public const int BodyLength = 4_000;

    public static SnippetText Clean(SnippetText text) =>
        new(EntryRules.Line(text.Key).ToLowerInvariant(), EntryRules.Line(text.Title), ThaiText.Normalize(text.Body).Trim('\n', ' '));

    /// <summary>What is wrong with a cleaned one: field → Thai sentence. Empty when it may be saved.</summary>
    public static IReadOnlyList<(string Field, string Message)> Check(SnippetText text)
    {
        var wrong = new List<(string, string)>();
        Demand("Key", IsKey(text.Key), "รหัสใช้ a–z ตัวเลข และขีด - ตั้งแต่ 2 ถึง 40 ตัว ขึ้นต้นด้วยตัวอักษร");
        Demand("Title", ThaiText.HasLetterOrDigit(text.Title), "โปรดตั้งชื่อ");
        Demand("Title", text.Title.Length <= TitleLength, $"ชื่อยาวเกินไป ใช้ได้ไม่เกิน {TitleLength} ตัวอักษร");
        Demand("Body", ThaiText.HasLetterOrDigit(text.Body), "โปรดใส่ข้อความ");
        Demand("Body", text.Body.Length <= BodyLength, $"ข้อความยาวเกินไป ใช้ได้ไม่เกิน {BodyLength:N0} ตัวอักษร (ตอนนี้ {text.Body.Length:N0})");
        Demand("Body", MarkdownText.IsReadable(text.Body), "ข้อความซ้อนกันหลายชั้นเกินไป หรือมีวงเล็บ [ มากเกินไป โปรดลดลง");
        if (wrong.Count == 0)
        {
            Demand("Body", !MarkdownText.HasPictures(text.Body), "ข้อความที่ใช้ซ้ำยังใส่รูปไม่ได้ โปรดใส่รูปในเรื่องที่ใช้ข้อความนี้");
            Demand("Body", MarkdownText.Pieces(text.Body).Count == 0, "ข้อความที่ใช้ซ้ำใส่ข้อความที่ใช้ซ้ำอีกชั้นไม่ได้");
        }

        Demand("Title", !CitizenNumber.IsIn(text.Title), CitizenNumber.Sentence("ชื่อ"));
        Demand("Body", !CitizenNumber.IsIn(text.Body), CitizenNumber.Sentence("ข้อความ"));
        return wrong;

        void Demand(string field, bool holds, string message)
        {
            if (!holds)
            {
                wrong.Add((field, message));
            }
        }
    }

    internal static bool IsKey(string key) => Key().IsMatch(key);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,39}\z")]
    private static partial Regex Key();
}
