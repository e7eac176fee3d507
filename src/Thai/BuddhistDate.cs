using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Thai;

/// <summary>
/// Dates as Thai readers write them: day, month, year of the Buddhist era. Independent of the process culture (under th-TH
/// the runtime reads 2021-07-08 as the year 1478).
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "Short and long are lengths of a written date here, not number types.")]
public static partial class BuddhistDate
{
    private const int EraOffset = 543;
    private const int LastCommonYear = 2400;

    // Outside these years a date is a slip, most often an era added or taken twice (3107, 1478).
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    private const int LongestInput = 80;

    private static readonly string[] Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] ShortMonths =
    [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ];

    private static readonly Dictionary<string, int> MonthNumbers = Months
        .Concat(ShortMonths.Select(WithoutDots))
        .Select((name, index) => (name, index))
        .ToDictionary(month => month.name, month => month.index % Months.Length + 1, StringComparer.Ordinal);

    /// <summary>8 ก.ค. 2564</summary>
    public static string Short(DateOnly date) => Write(date, ShortMonths);

    /// <summary>8 กรกฎาคม 2564</summary>
    public static string Long(DateOnly date) => Write(date, Months);

    /// <summary>The name of a month, 1 to 12: กรกฎาคม.</summary>
    public static string MonthName(int month) => Months[Index(month)];

    /// <summary>The abbreviation of a month, 1 to 12: ก.ค.</summary>
    public static string ShortMonthName(int month) => ShortMonths[Index(month)];

    /// <summary>The Thai government's fiscal year in พ.ศ.: October begins the next one, so 1 Oct 2020 is in 2564.</summary>
    public static int FiscalYear(DateOnly date) => date.Year + EraOffset + (date.Month >= 10 ? 1 : 0);

    /// <summary>
    /// Reads 8/7/2564, 8-7-2021, 8.7.64, 2564-07-08, ๘ ก.ค. ๒๕๖๔, 8 กรกฎาคม พ.ศ. 2564, also after วันที่ or a weekday.
    /// Day before month. A year over 2400 is พ.ศ., as is one of two digits (64 is 2564); a named era wins.
    /// Never throws; false for days that do not exist and years outside 1800–2199.
    /// </summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (Match(text) is not { } match || !TryMonth(match.Groups["month"].Value, out var month) || !TryYear(match, out var year))
        {
            return false;
        }

        var day = Number(match.Groups["day"].Value);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new(year, month, day);
        return true;
    }

    /// <summary>
    /// The year that a date names, with the era that stands before it (พศ, คศ or nothing), whether it is a likely one or not;
    /// <c>null</c> when the text is no date.
    /// </summary>
    internal static (int Year, string Era)? YearOf(string? text) =>
        Match(text) is { } match ? (Number(match.Groups["year"].Value), WithoutDots(match.Groups["era"].Value)) : null;

    private static Match? Match(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestInput)
        {
            return null;
        }

        var line = ThaiDigits.ToArabic(ThaiText.Normalize(text)).Trim();
        var match = YearFirst().Match(line);
        match = match.Success ? match : DayFirst().Match(line);
        match = match.Success ? match : MonthByName().Match(line);
        return match.Success ? match : null;
    }

    private static bool TryMonth(string text, out int month)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            month = Number(text);
            return true;
        }

        return MonthNumbers.TryGetValue(WithoutDots(text), out month);
    }

    private static bool TryYear(Match match, out int year)
    {
        var digits = match.Groups["year"].Value;
        var era = WithoutDots(match.Groups["era"].Value);
        year = Number(digits);
        if (digits.Length == 2)
        {
            if (era == "คศ")
            {
                return false;
            }

            year += 2500;
        }

        var buddhist = era == "พศ" || (era.Length == 0 && year > LastCommonYear);
        year -= buddhist ? EraOffset : 0;
        return year is >= EarliestYear and <= LatestYear;
    }

    private static int Number(string digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string WithoutDots(string text) =>
        text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static string Write(DateOnly date, string[] months) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {months[date.Month - 1]} {date.Year + EraOffset}");

    private static int Index(int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, Months.Length);
        return month - 1;
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4})(?<separator>[-/])(?<month>[0-9]{1,2})\k<separator>(?<day>[0-9]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A(?<day>[0-9]{1,2}) ?(?<separator>[-/.]) ?(?<month>[0-9]{1,2}) ?\k<separator> ?(?<year>[0-9]{4}|[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\A(วัน[ก-์]{0,12}ที่ *)?(?<day>[0-9]{1,2}) *(เดือน *)?(?<month>[ก-์]+|[ก-์]+\. ?[ก-์]+\.?) *(?<era>พ\. ?ศ\.|พศ|ค\. ?ศ\.|คศ)? *(?<year>[0-9]{4}|[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex MonthByName();
}
