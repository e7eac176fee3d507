using System.Globalization;

namespace KhokNongNa.Thai;

/// <summary>
/// Years in which the 543 between the eras was taken twice, or not at all: 2564 typed where a program adds 543 is 3107, 2021 where
/// it takes them off is 1478.
/// </summary>
public static class YearSlip
{
    private const int EraOffset = 543;

    // Years that somebody who writes about this portal's matters can mean.
    private const int First = 1800 + EraOffset;
    private const int Last = 2199 + EraOffset;

    /// <summary>Asks about the year of a date that <see cref="BuddhistDate.TryParse"/> refuses; empty when the year is not what is wrong.</summary>
    public static string Of(string? date) => BuddhistDate.YearOf(date) is { } read ? Of(read.Year, read.Era) : "";

    /// <summary>Asks about a year; empty for a year that can be meant as it is written.</summary>
    /// <param name="era">«พศ», «คศ», or empty when none was named.</param>
    public static string Of(int year, string era = "") => (year, era) switch
    {
        (< 1000, _) => "",
        (_, "คศ") when Likely(year) && year > Last - EraOffset => Say($"ค.ศ. {year} น่าจะเป็น พ.ศ. {year} ใช่หรือไม่"),
        (_, "พศ") when Likely(year + EraOffset) && year < First => Say($"พ.ศ. {year} น่าจะเป็น ค.ศ. {year} หมายถึง พ.ศ. {year + EraOffset} ใช่หรือไม่"),
        (> Last, _) when Likely(year - EraOffset) => Say($"ปี {year} น่าจะบวก 543 ซ้ำ หมายถึง {year - EraOffset} ใช่หรือไม่"),
        (< First - EraOffset, _) when Likely(year + EraOffset + EraOffset) => Say($"ปี {year} น่าจะลบ 543 ซ้ำ หมายถึง {year + EraOffset + EraOffset} ใช่หรือไม่"),
        _ => "",
    };

    private static bool Likely(int buddhistYear) => buddhistYear is >= First and <= Last;

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
