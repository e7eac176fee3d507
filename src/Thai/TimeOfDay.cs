using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Thai;

/// <summary>Times of the day as Thai offices write them.</summary>
public static partial class TimeOfDay
{
    private const int LongestInput = 20;

    /// <summary>
    /// Reads 8:30, 08.30 น., ๑๔.๐๐, 6 (the full hour) and 24.00 (the end of the day). Never throws; false for what no clock shows.
    /// </summary>
    /// <param name="time">Since midnight.</param>
    public static bool TryParse(string? text, out TimeSpan time)
    {
        time = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestInput)
        {
            return false;
        }

        var match = Written().Match(ThaiDigits.ToArabic(ThaiText.Normalize(text)).Trim());
        if (!match.Success)
        {
            return false;
        }

        time = new TimeSpan(Number(match.Groups["hour"]), Number(match.Groups["minute"]), 0);
        return Number(match.Groups["minute"]) < 60 && time <= TimeSpan.FromDays(1);
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(เวลา *)?(?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2}))? *(น\.?|นาฬิกา)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
