using System.Text.RegularExpressions;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Sites;

/// <summary>What the words and colours around every page must keep to.</summary>
public static partial class SiteRules
{
    public const int NameLength = 60;
    public const int LineLength = 120;
    public const int MenuCount = 8;
    public const int ShortcutCount = 6;

    /// <summary>What is wrong with it: field → Thai sentence. Empty when it may be saved.</summary>
    public static IReadOnlyList<(string Field, string Message)> Check(SiteText text)
    {
        var wrong = new List<(string, string)>();
        Demand("Name", ThaiText.HasLetterOrDigit(text.Name), "โปรดใส่ชื่อเว็บ");
        Longest("Name", "ชื่อเว็บ", text.Name, NameLength);
        Longest("Line", "คำใต้ชื่อ", text.Line, LineLength);
        Longest("Unit", "หน่วยงาน", text.Unit, LineLength);
        Longest("Phone", "โทรศัพท์", text.Phone, NameLength);
        foreach (var (field, label, words) in new[] { ("Name", "ชื่อเว็บ", text.Name), ("Line", "คำใต้ชื่อ", text.Line), ("Unit", "หน่วยงาน", text.Unit), ("Phone", "โทรศัพท์", text.Phone) })
        {
            Demand(field, !CitizenNumber.IsIn(words), CitizenNumber.Sentence(label));
        }

        Demand("Accent", text.Accent.Length == 0 || Colour().IsMatch(text.Accent), "โปรดเลือกสีอีกครั้ง");
        Demand("Ground", text.Ground.Length == 0 || Colour().IsMatch(text.Ground), "โปรดเลือกสีอีกครั้ง");
        foreach (var (field, links, most) in new[] { ("Menu", text.Menu, MenuCount), ("Shortcuts", text.Shortcuts, ShortcutCount) })
        {
            Demand(field, links.Count <= most, $"ใส่ได้ไม่เกิน {most} ลิงก์");
            foreach (var link in links)
            {
                Demand(field, ThaiText.HasLetterOrDigit(link.Title) && link.Title.Length <= NameLength, $"ลิงก์แต่ละบรรทัดต้องมีชื่อ ไม่เกิน {NameLength} ตัวอักษร");
                Demand(field, IsAddress(link.Url), $"ที่อยู่ «{link.Url}» ต้องขึ้นต้นด้วย / หรือ https://");
            }
        }

        return wrong;

        void Demand(string field, bool holds, string message)
        {
            if (!holds && !wrong.Contains((field, message)))
            {
                wrong.Add((field, message));
            }
        }

        void Longest(string field, string label, string words, int most) => Demand(field, words.Length <= most, $"{label}ยาวเกินไป ใช้ได้ไม่เกิน {most} ตัวอักษร");
    }

    // Another site's address of two slashes would look like a path.
    private static bool IsAddress(string url) =>
        url.Length <= EntryRules.ItemLength && (url.StartsWith('/') ? !url.StartsWith("//", StringComparison.Ordinal) : EntryRules.IsWebAddress(url));

    [GeneratedRegex(@"^#[0-9a-f]{6}\z")]
    private static partial Regex Colour();
}
