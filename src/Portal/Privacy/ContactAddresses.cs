using System.Text.RegularExpressions;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Reads names and addresses that people have with others.</summary>
internal static partial class ContactAddresses
{
    internal static (string Value, string Why) Line(string typed)
    {
        var line = LineLabel().Replace(typed, "");
        if (LineShort().Match(line) is { Success: true } link)
        {
            return ($"https://lin.ee/{link.Groups["id"].Value}", "");
        }

        var id = LineAddress().Replace(line, "").ToLowerInvariant();
        return LineId().IsMatch(id) ? (id, "")
            : id.Contains("://", StringComparison.Ordinal) ? ("", "ลิงก์นี้ไม่ใช่ของไลน์ โปรดใส่ไอดีไลน์")
            : ("", "ไอดีไลน์มี 4–20 ตัว ใช้ตัวอักษรอังกฤษ ตัวเลข . _ - เท่านั้น (ไม่ใช่ชื่อที่แสดง) ดูได้ในไลน์ที่ ตั้งค่า แล้ว โปรไฟล์");
    }

    internal static (string Value, string Why) Facebook(string typed)
    {
        var line = FacebookLabel().Replace(typed, "");
        if (FacebookAddress().Match(line) is { Success: true } address)
        {
            var path = address.Groups["path"].Value.TrimEnd('/');
            return path == "profile.php"
                ? ProfileNumber().Match(line) is { Success: true } number ? ($"https://www.facebook.com/profile.php?id={number.Groups["id"].Value}", "") : ("", "ลิงก์เฟซบุ๊กนี้ไม่ครบ โปรดคัดลอกใหม่ทั้งลิงก์")
                : ($"https://www.facebook.com/{path}", "");
        }

        return FacebookName().IsMatch(line) ? ($"https://www.facebook.com/{line.TrimStart('@')}", "")
            : ("", "โปรดวางลิงก์ของเพจหรือหน้าเฟซบุ๊ก เช่น https://www.facebook.com/khoknongna (ชื่อที่แสดงอย่างเดียวหาไม่พบ)");
    }

    internal static (string Value, string Why) Email(string typed)
    {
        var line = typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? typed[7..] : typed;
        if (!EmailAddress().IsMatch(line) || line.Contains("..", StringComparison.Ordinal))
        {
            return ("", line.Contains(' ', StringComparison.Ordinal) ? "อีเมลต้องไม่มีช่องว่าง และใส่ได้ทีละที่อยู่" : "อีเมลเขียนแบบ name@example.com");
        }

        var at = line.LastIndexOf('@');
        return (line[..at] + line[at..].ToLowerInvariant(), "");
    }

    [GeneratedRegex(@"\A(line *(id)?|ไอดีไลน์|ไลน์ไอดี|ไลน์|id) *(:|=|\s) *", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineLabel();

    [GeneratedRegex(@"\A(https?://)?lin\.ee/(?<id>[A-Za-z0-9]{4,20})/?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineShort();

    [GeneratedRegex(@"\A(https?://)?(page\.)?line\.me/(R/)?(ti/p/)?~?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineAddress();

    [GeneratedRegex(@"\A@?[a-z0-9][a-z0-9._-]{3,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LineId();

    [GeneratedRegex(@"\A(facebook|fb|เฟซบุ๊ก|เฟสบุ๊ก|เฟซ|เฟส|เพจ) *[:=]? +", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FacebookLabel();

    [GeneratedRegex(@"\A(https?://)?((www|m|web|mbasic|th-th)\.)?(facebook\.com|fb\.com|fb\.me|m\.me)/(?<path>[^\s?#""'<>]{2,150})([?#]\S*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FacebookAddress();

    [GeneratedRegex(@"[?&]id=(?<id>[0-9]{5,20})(&|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex ProfileNumber();

    [GeneratedRegex(@"\A@?[A-Za-z0-9.]{5,50}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FacebookName();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,62}(?<!\.)@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();
}
