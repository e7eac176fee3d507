using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio;

/// <summary>A moment in two boxes, date and time of the day, in Bangkok's time.</summary>
internal static class TypedMoment
{
    /// <summary>As the boxes show it.</summary>
    public static (string Date, string Time) Of(DateTimeOffset? moment) => moment is { } at
        ? (BuddhistDate.Short(ThaiTime.Day(at)), ThaiTime.Local(at).ToString("HH.mm", CultureInfo.InvariantCulture))
        : ("", "");

    /// <summary><c>null</c> when both are empty, or when something is wrong.</summary>
    /// <param name="usual">Time of the day when only the date is given.</param>
    /// <param name="field">Beginning of the boxes' names, which end in <c>Date</c> and <c>Time</c>.</param>
    public static DateTimeOffset? Read(string? date, string? time, TimeSpan usual, string field, List<(string Field, string Message)> wrong)
    {
        var (hasDate, hasTime) = (!string.IsNullOrWhiteSpace(date), !string.IsNullOrWhiteSpace(time));
        var day = default(DateOnly);
        if (hasDate ? !BuddhistDate.TryParse(date, out day) : hasTime)
        {
            wrong.Add(($"{field}Date", hasDate ? "อ่านวันที่นี้ไม่ออก โปรดเขียนเช่น 24 พ.ย. 2569 หรือ 24/11/2569" : "โปรดใส่วันที่ด้วย"));
        }

        if (hasTime && !TimeOfDay.TryParse(time, out usual))
        {
            wrong.Add(($"{field}Time", "อ่านเวลานี้ไม่ออก โปรดเขียนเช่น 8.30 น."));
        }

        return hasDate && wrong.Count == 0 ? ThaiTime.StartOf(day) + usual : null;
    }
}
