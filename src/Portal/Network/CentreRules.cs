using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>Limits of what the register of centres takes.</summary>
internal static class CentreRules
{
    public const int MostBases = 30;
    public const int MostRows = 60;

    public static void Demand(CentreRecord record)
    {
        if (!ThaiText.HasLetterOrDigit(record.Name) || record.Name.Length > 200)
        {
            throw new PortalException("centre.name", "โปรดใส่ชื่อศูนย์ ไม่เกิน 200 ตัวอักษร", "name");
        }

        var (profile, hidden) = (record.Profile, record.Private);
        if (profile.Summary.Length > EntryRules.SummaryLength)
        {
            throw new PortalException("centre.summary", $"สรุปยาวเกินไป ใช้ได้ไม่เกิน {EntryRules.SummaryLength} ตัวอักษร", "summary");
        }

        if (profile.Body.Length > EntryRules.BodyLength || !MarkdownText.IsReadable(profile.Body))
        {
            throw new PortalException("centre.story", $"เรื่องราวยาวเกิน {EntryRules.BodyLength:N0} ตัวอักษร หรือซ้อนกันลึกเกินไป", "story");
        }

        if (profile.Capacity is < 1 or > 10_000)
        {
            throw new PortalException("centre.capacity", "จำนวนคนที่รับได้ต้องอยู่ระหว่าง 1 ถึง 10,000", "capacity");
        }

        if (profile.Bases.Count > MostBases || profile.Bases.Any(b => b.Steps.Count > MostRows || b.Materials.Count > MostRows || b.Questions.Count > MostRows))
        {
            throw new PortalException("centre.bases", $"ศูนย์หนึ่งมีฐานได้ไม่เกิน {MostBases} ฐาน และแต่ละฐานมีขั้นหรือวัสดุได้ไม่เกิน {MostRows} ข้อ", "bases");
        }

        if (profile.Bases.Any(b => b.Name.Length + b.Base.Length == 0) || profile.Bases.Select(b => b.Number).Distinct().Count() != profile.Bases.Count)
        {
            throw new PortalException("centre.base", "แต่ละฐานต้องมีชื่อ หรือเลือกฐานกลาง", "bases");
        }

        if (!Position.IsWhole(hidden.Latitude, hidden.Longitude))
        {
            throw new PortalException("centre.position", "พิกัดต้องอยู่ในประเทศไทย เช่น 14.99, 103.10", "position");
        }
    }
}
