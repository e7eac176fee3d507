using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>Reads the size of land as people type it: «3 ไร่ 2 งาน 50 ตร.ว.», «3-2-50», «๓ ไร่ครึ่ง», «1,200 ตารางวา».</summary>
internal static partial class LandSizeReader
{
    private const string Example = "เขียนแบบ 3 ไร่ 2 งาน 50 ตารางวา หรือ 3-2-50";

    private const decimal MostSquareWa = 400_000_000;

    private static readonly string[] Words = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"];

    internal static (LandSize Size, string Why) Read(string text)
    {
        var line = Blanks().Replace(ThaiDigits.ToArabic(ThaiText.Normalize(text)), " ").Trim();
        line = Lead().Replace(line, "").Replace('–', '-').Replace('—', '-');
        if (line.Length == 0)
        {
            return (default, $"โปรดใส่ขนาดที่ดิน {Example}");
        }

        if (line.Length > 100)
        {
            return (default, $"ขนาดที่ดินยาวเกินไป {Example}");
        }

        if (Dashed().Match(line) is { Success: true } dashed)
        {
            return LandSize.TryParse(dashed.Groups["size"].Value, out var size) ? (size, "") : (default, Nothing(line) ? "ที่ดินต้องมีขนาดมากกว่า 0" : $"อ่าน «{line}» ไม่ได้ {Example}");
        }

        if (Bare().IsMatch(line))
        {
            return (default, $"«{line}» เป็นไร่ หรือเป็นไร่กับงาน โปรดใส่หน่วย {Example}");
        }

        return Parts(line);
    }

    private static (LandSize Size, string Why) Parts(string line)
    {
        var (all, last, at) = (0m, int.MaxValue, 0);
        foreach (Match part in Part().Matches(line))
        {
            if (part.Index != at || Number(part) is not { } number)
            {
                break;
            }

            var unit = Unit(part.Groups["unit"].Value);
            if (unit.Rank >= last)
            {
                return (default, unit.Rank == last ? $"มี{unit.Name}สองครั้งใน «{line}» {Example}" : $"ใน «{line}» หน่วยใหญ่ต้องมาก่อนหน่วยเล็ก {Example}");
            }

            all += Math.Min(number, MostSquareWa) * unit.SquareWa;
            (last, at) = (unit.Rank, part.Index + part.Length);
        }

        return at < line.Length ? (default, Strange().IsMatch(line) ? $"ใช้หน่วยไร่ งาน ตารางวา {Example}" : $"อ่าน «{line}» ไม่ได้ {Example}")
            : all <= 0 ? (default, "ที่ดินต้องมีขนาดมากกว่า 0")
            : all > MostSquareWa ? (default, "ที่ดินใหญ่เกินไป โปรดดูหน่วยอีกครั้ง")
            : (new((int)Math.Max(1, Math.Round(all, MidpointRounding.AwayFromZero))), "");
    }

    private static decimal? Number(Match part)
    {
        var word = part.Groups["number"].Value.TrimEnd();
        decimal? number = word == "ครึ่ง" ? .5m
            : word.Length == 0 && part.Groups["half"].Success ? 1
            : Array.IndexOf(Words, word) is >= 0 and var index ? index + 1
            : ThaiDigits.TryParseDecimal(word, out var read) ? read
            : null;
        return part.Groups["half"].Success ? number + .5m : number;
    }

    private static (string Name, decimal SquareWa, int Rank) Unit(string unit) => unit switch
    {
        "ไร่" => ("ไร่", 400, 3),
        "งาน" => ("งาน", 100, 2),
        _ when unit.EndsWith('ม') || unit.EndsWith("ม.", StringComparison.Ordinal) || unit.Contains("เมตร", StringComparison.Ordinal) => ("ตารางเมตร", .25m, 0),
        _ => ("ตารางวา", 1, 1),
    };

    private static bool Nothing(string line) => line.All(c => c is '0' or '-' or ' ' || !char.IsDigit(c));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\A((ที่ดิน|เนื้อที่|พื้นที่|ขนาด|จำนวน|ประมาณ|ราว|ราวๆ|ทั้งหมด|รวม) *)+", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\A((?<size>[0-9,]+( ?- ?[0-9,]+){1,2})( ?ไร่)?|(?<size>[0-9,]+))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"\A[0-9,]*\.[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<number>[0-9][0-9,.]*|ครึ่ง|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|(?=ไร่ ?ครึ่ง)) ?(?<unit>ไร่|งาน|ตารางวา|ตาราง ?วา|ตร\.? ?วา|ตร\.? ?ว\.?|ตารางเมตร|ตร\.? ?เมตร|ตร\.? ?ม\.?|วา)(?<half> ?ครึ่ง)? ?(กับ ?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"เฮกตาร์|เฮกแตร์|เอเคอร์|ไม่ทราบ|hectare|acre|\b(ha|m2)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Strange();
}
