using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>The name of an area as somebody typed it, without what it is called: ต.หนองโสน is หนองโสน.</summary>
internal static partial class AreaText
{
    private const int LongestInput = 200;

    /// <summary>What two spellings share that differ in blanks, dots and digits only.</summary>
    internal static string Key(string name) => string.Concat(ThaiText.Fold(ThaiText.Normalize(name)).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '"' or ',')));

    /// <summary>A single name; long ones are cut.</summary>
    internal static string Bare(string typed)
    {
        var line = Clean(typed);
        return Word().Replace(line, "").Trim();
    }

    /// <summary>The official code that was typed; empty when a name was.</summary>
    internal static string Code(string typed) => string.Concat(Clean(typed).Where(c => c != ' ')) is var code && Area.IsCode(code) ? code : "";

    /// <summary>District and tambon of one line: «ต.หนองโสน อ.นางรอง จ.บุรีรัมย์», or the names alone, the smallest first.</summary>
    internal static (string District, string Tambon, bool AreNamed) Parts(string typed)
    {
        var line = Clean(typed);
        var (district, tambon) = ("", "");
        foreach (Match part in Labelled().Matches(line))
        {
            var name = part.Groups["name"].Value.Trim();
            switch (part.Groups["word"].Value)
            {
                case "ต" or "ต." or "ตำบล" or "แขวง" or "อบต." or "ทต." or "เทศบาลตำบล":
                    tambon = name;
                    break;
                case "จ" or "จ." or "จังหวัด":
                    break;
                default:
                    district = name;
                    break;
            }
        }

        if (district.Length + tambon.Length > 0)
        {
            return (district, tambon, true);
        }

        var words = line.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 ? (words[1], words[0], false) : ("", line, false);
    }

    private static string Clean(string typed) =>
        Blanks().Replace(ThaiDigits.ToArabic(ThaiText.Normalize(typed.Length > LongestInput ? typed[..LongestInput] : typed)), " ").Trim(' ', ',', '"', '«', '»');

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // One letter is a word only with its dot or a blank: ตลาด begins with ต.
    [GeneratedRegex(@"\A((จังหวัด|กิ่งอำเภอ|กิ่ง ?อ\.|อำเภอ|เขต|ตำบล|แขวง|เทศบาลตำบล|อบต\.?|ทต\.)(?=.)|[จอต]( ?\.| )) *", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\A|[ ,]|(?=[จอต]\.))(?<word>จังหวัด|กิ่งอำเภอ|กิ่ง ?อ\.|อำเภอ|เขต|ตำบล|แขวง|เทศบาลตำบล|อบต\.|ทต\.|[จอต]\.|[จอต](?= )) *(?<name>.*?)(?=[ ,]+(จังหวัด|กิ่งอำเภอ|กิ่ง ?อ\.|อำเภอ|เขต|ตำบล|แขวง|เทศบาลตำบล|อบต\.|ทต\.|[จอต]\.|[จอต] )|[ ,]*\z|[จอต]\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();
}
