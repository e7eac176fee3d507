using System.Globalization;
using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>The year somebody was born in: all that a register keeps of a birthday, and readers see an age band of ten years only.</summary>
public static partial class BirthYear
{
    private const int EraOffset = 543;
    private const int Oldest = 120;
    private const int FirstBand = 20;
    private const int LastBand = 90;

    /// <summary>
    /// Reads a year of พ.ศ. or ค.ศ., also «ประมาณ 2500», for nobody sees more than the band, and a whole date, of which the year is taken.
    /// Never throws.
    /// </summary>
    /// <param name="today">Day in Bangkok.</param>
    /// <param name="why">What is wrong, as a sentence for the person; empty when it was read.</param>
    public static bool TryRead(string text, DateOnly today, out int ceYear, out string why)
    {
        (ceYear, why) = Read(ThaiDigits.ToArabic(ThaiText.Normalize(text)).Trim(), today);
        return why.Length == 0;
    }

    /// <summary>«60–69 ปี», «ต่ำกว่า 20 ปี», «90 ปีขึ้นไป».</summary>
    /// <param name="today">Day in Bangkok.</param>
    public static string AgeBand(int ceYear, DateOnly today)
    {
        var age = today.Year - ceYear;
        var from = age / 10 * 10;
        return age < FirstBand ? Say($"ต่ำกว่า {FirstBand} ปี")
            : age >= LastBand ? Say($"{LastBand} ปีขึ้นไป")
            : Say($"{from}–{from + 9} ปี");
    }

    private static (int Year, string Why) Read(string line, DateOnly today)
    {
        if (line.Length > 100)
        {
            return (0, "โปรดใส่เฉพาะปีเกิด เช่น 2499");
        }

        if (BuddhistDate.TryParse(line, out var day))
        {
            return Check(day.Year, today);
        }

        if (Age().Match(line) is { Success: true } age)
        {
            return (0, Say($"โปรดใส่ปีเกิด ไม่ใช่อายุ อายุ {age.Groups["age"].Value} ปี น่าจะเกิด พ.ศ. {today.Year + EraOffset - Int(age.Groups["age"].Value)} ใช่หรือไม่"));
        }

        if (Year().Match(line) is not { Success: true } match)
        {
            return (0, YearSlip.Of(line) is { Length: > 0 } slip ? slip : "โปรดใส่ปีเกิดเป็นตัวเลข 4 ตัว เช่น 2499");
        }

        var (written, era) = (Int(match.Groups["year"].Value), match.Groups["era"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        if (YearSlip.Of(written, era) is { Length: > 0 } asked)
        {
            return (0, asked);
        }

        // Nobody alive was born in พ.ศ. 2199 or will be in ค.ศ. 2200: between them the era is plain.
        return Check(era == "พศ" || (era.Length == 0 && written >= 2200) ? written - EraOffset : written, today);
    }

    private static (int Year, string Why) Check(int year, DateOnly today) =>
        year > today.Year ? (0, Say($"ปีเกิด {year + EraOffset} ยังมาไม่ถึง โปรดดูอีกครั้ง"))
        : today.Year - year > Oldest ? (0, Say($"เกิดปี {year + EraOffset} จะมีอายุเกิน {Oldest} ปี โปรดดูอีกครั้ง"))
        : (year, "");

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A((ปี|เกิด|ประมาณ|ราวๆ|ราว|น่าจะ|~) *)*(?<era>พ\. ?ศ\.?|พศ|ค\. ?ศ\.?|คศ)? *(?<year>[0-9]{4})( *(โดย)?ประมาณ)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\A(อายุ *(?<age>[0-9]{1,3})( *ปี)?|(?<age>[0-9]{1,3}) *ปี)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Age();
}
