using System.Globalization;
using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Where the 72 hours of a breach stand, in words.</summary>
internal static class BreachWords
{
    /// <summary>«เหลือ 41 ชั่วโมง», «เกินกำหนดมาแล้ว 5 ชั่วโมง», «แจ้ง สคส. แล้ว».</summary>
    public static string Left(BreachText text, DateTimeOffset now)
    {
        var deadline = text.Found + Breach.Allowed;
        if (text.ToldOffice is { } told)
        {
            return told <= deadline ? "แจ้ง สคส. แล้ว ทันกำหนด" : "แจ้ง สคส. แล้ว แต่เกิน 72 ชั่วโมง";
        }

        var left = deadline - now;
        return left >= TimeSpan.FromHours(1) ? Say("เหลือ {0:N0} ชั่วโมง", left)
            : left > TimeSpan.Zero ? "เหลือไม่ถึง 1 ชั่วโมง"
            : left > -TimeSpan.FromHours(1) ? "เพิ่งเกินกำหนด โปรดแจ้งทันที"
            : Say("เกินกำหนดมาแล้ว {0:N0} ชั่วโมง โปรดแจ้งทันที", -left);
    }

    /// <summary>Whether somebody still has to tell the office.</summary>
    public static bool IsOpen(BreachText text) => text.ToldOffice is null;

    private static string Say(string words, TimeSpan time) => string.Format(CultureInfo.InvariantCulture, words, Math.Floor(time.TotalHours));
}
