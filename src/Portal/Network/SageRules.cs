using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>Limits of what the register of sages takes.</summary>
internal static class SageRules
{
    public const int MostRows = 20;

    public static void Demand(SageRecord record)
    {
        var (name, _, profile, hidden) = record;
        if (!ThaiText.HasLetterOrDigit(name) || name.Length > 200)
        {
            throw new PortalException("sage.name", "โปรดใส่ชื่อ ไม่เกิน 200 ตัวอักษร", "name");
        }

        if (profile.Expertise.Count > MostRows || profile.Experience.Count > MostRows || profile.Awards.Count > MostRows)
        {
            throw new PortalException("sage.rows", $"แต่ละรายการมีได้ไม่เกิน {MostRows} ข้อ", "expertise");
        }

        if (profile.Summary.Length > EntryRules.SummaryLength)
        {
            throw new PortalException("sage.summary", $"สรุปยาวเกินไป ใช้ได้ไม่เกิน {EntryRules.SummaryLength} ตัวอักษร", "summary");
        }

        if (profile.Body.Length > EntryRules.BodyLength || !MarkdownText.IsReadable(profile.Body))
        {
            throw new PortalException("sage.story", $"เรื่องเล่ายาวเกิน {EntryRules.BodyLength:N0} ตัวอักษร หรือซ้อนกันลึกเกินไป", "story");
        }

        if (!Position.IsWhole(hidden.Latitude, hidden.Longitude))
        {
            throw new PortalException("sage.position", "พิกัดต้องอยู่ในประเทศไทย เช่น 14.99, 103.10", "position");
        }
    }
}
