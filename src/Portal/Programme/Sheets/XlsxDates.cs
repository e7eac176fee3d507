using System.Globalization;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Knows by the style of a cell whether its number is a day, and writes numbers.</summary>
internal sealed class XlsxDates
{
    // A date of the spreadsheets that began to count in 1904 is later by so many days.
    private const int Days1904 = 1_462;

    // 31.12.9999; what is above it is no day.
    private const double LastDay = 2_958_466;

    private readonly List<bool> _isDate = [];
    private readonly bool _starts1904;

    private XlsxDates(bool starts1904) => _starts1904 = starts1904;

    public static XlsxDates Read(XlsxArchive archive, string part, bool starts1904)
    {
        var dates = new XlsxDates(starts1904);
        using var xml = part.Length > 0 ? archive.Open(part) : null;
        var (own, inCells) = (new HashSet<string>(), false);
        while (xml?.Read() == true)
        {
            inCells = xml.IsStart("cellXfs") || (inCells && !xml.IsEnd("cellXfs"));
            if (xml.IsStart("numFmt") && IsDate(xml.GetAttribute("formatCode") ?? ""))
            {
                own.Add(xml.GetAttribute("numFmtId") ?? "");
            }
            else if (inCells && xml.IsStart("xf"))
            {
                var format = xml.GetAttribute("numFmtId") ?? "";
                dates._isDate.Add(own.Contains(format) || IsBuiltIn(format));
            }
        }

        return dates;
    }

    /// <summary>A number as people read it: «2021-07-08» where its style is that of a day, and without the noise of how numbers are kept.</summary>
    /// <param name="style">Of the cell, as it is written there.</param>
    public string Write(double number, string? style)
    {
        if (IsDay(style) && number >= 1 && number < LastDay)
        {
            var day = DateTime.FromOADate(number + (_starts1904 ? Days1904 : 0));
            return DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var rounded = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(rounded) < 1e15 ? ((decimal)rounded).ToString("0.###############", CultureInfo.InvariantCulture) : rounded.ToString("R", CultureInfo.InvariantCulture);
    }

    private bool IsDay(string? style) =>
        style is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _isDate.Count && _isDate[index];

    // The built-in formats of days, those of Thai spreadsheets among them (71–81 are ว/ด/ปปปป and its like).
    private static bool IsBuiltIn(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 or (>= 71 and <= 75) or 81;

    // d, y or ว, ป outside of quoted words and brackets; m alone may be minutes.
    private static bool IsDate(string format)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in format)
        {
            quoted ^= c == '"';
            bracket = c == '[' || (bracket && c != ']');
            if (!quoted && !bracket && c is 'd' or 'D' or 'y' or 'Y' or 'b' or 'B' or 'ว' or 'ป')
            {
                return true;
            }
        }

        return false;
    }
}
