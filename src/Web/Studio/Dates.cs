using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio;

/// <summary>Moments as the office writes them, in Bangkok's time and พ.ศ.</summary>
internal static class Dates
{
    /// <summary>«8 ก.ค. 2564 14:05 น.»</summary>
    public static string Moment(DateTimeOffset at) =>
        $"{BuddhistDate.Short(ThaiTime.Day(at))} {Time(at)}";

    /// <summary>«14:05 น.»</summary>
    public static string Time(DateTimeOffset at) => $"{ThaiTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture)}\u00a0น.";
}
