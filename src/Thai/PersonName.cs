using System.Text.RegularExpressions;

namespace KhokNongNa.Thai;

/// <summary>A name in its parts. What is not known is empty.</summary>
/// <param name="Prefix">Titles as they are shown, a blank between them: «นางสาว», «ผู้ช่วยศาสตราจารย์ ดร.».</param>
/// <param name="Nickname">What stood in brackets or behind ชื่อเล่น.</param>
public sealed partial record PersonName(string Prefix, string Given, string Family, string Nickname = "")
{
    private const int LongestInput = 300;

    /// <summary>Given and family name, without titles.</summary>
    public string Plain => Family.Length == 0 ? Given : $"{Given} {Family}";

    /// <summary>As it is written on lists: «นายสมชาย ใจดี», but «ดร. สมชาย ใจดี» and «ลุง สมชาย ใจดี».</summary>
    public override string ToString() =>
        Prefix.Length == 0 ? Plain
        : Prefix is "นาย" or "นาง" or "นางสาว" or "เด็กชาย" or "เด็กหญิง" ? Prefix + Plain
        : $"{Prefix} {Plain}";

    internal static PersonName Parse(string text)
    {
        var line = Blanks().Replace(ThaiText.Normalize(text.Length > LongestInput ? text[..LongestInput] : text), " ").Trim();
        line = Unknown().Replace(line, "").Trim();
        var nickname = Bracketed().Match(line);
        if (nickname.Success)
        {
            line = Blanks().Replace(line.Remove(nickname.Index, nickname.Length), " ").Trim();
        }

        var titles = new List<string>();
        while (NameTitles.Find(line, titles.Count == 0) is { } title)
        {
            titles.Add(title.Shown);
            line = line[title.Length..].TrimStart(' ', '.');
        }

        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return new(
            string.Join(' ', titles),
            blank < 0 ? line : line[..blank],
            blank < 0 ? "" : line[(blank + 1)..],
            nickname.Groups["name"].Value.Trim());
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // A family name that nobody knows, or a dash in its place.
    [GeneratedRegex(@"(?<=\s)[(\[]?(ไม่ทราบ|ไม่ระบุ|ไม่มี|ไม่รู้)(ชื่อ)?(นาม)?(สกุล)?[)\]]?\s*\z|(?<=\s)(-+|–|—|\?+|\.+)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"[(\[""“«'](ชื่อเล่น|ฉายา|หรือ)? *(?<name>[^)\]""”»']{1,60})[)\]""”»']| (ชื่อเล่น|ฉายา) *:? *(?<name>\S{1,40})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();
}
