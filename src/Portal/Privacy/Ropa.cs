using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reports;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>One line of the record of processing (PDPA s.39).</summary>
/// <param name="Count">How much of it there is now.</param>
/// <param name="SeenBy">Who sees it, from the table of roles.</param>
/// <param name="Transfers">To whom it is given.</param>
public sealed record RopaRow(string Purpose, string Count, string People, string Data, string Basis, string SeenBy, string Retention, string Transfers);

/// <summary>The record of processing, from what the portal does and how much it holds at this moment.</summary>
public static class Ropa
{
    private const string PublicTask = "ภารกิจของรัฐ ม.24(4)";
    private const string Nowhere = "ไม่ส่งต่อ เว้นแต่เจ้าหน้าที่ส่งออกซึ่งบันทึกไว้ทุกครั้ง";

    public static async Task<IReadOnlyList<RopaRow>> RopaAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var shown = await db.PublicSages().CountAsync(cancellationToken);
        var households = (await db.Plots.Select(p => p.Profile).ToListAsync(cancellationToken)).Count(p => p.Household.Length > 0);
        var centres = await db.Centres.Select(c => new { c.Profile, c.Private }).ToListAsync(cancellationToken);
        return
        [
            new(
                "ทะเบียนปราชญ์ชุมชน เพื่อรวบรวมและสืบทอดความรู้", Say(await db.Sages.CountAsync(cancellationToken), "คน"), "ปราชญ์ ครูพาทำ",
                "ชื่อ ชื่อเล่น เพศ ปีเกิด ที่อยู่ พิกัดบ้าน ความชำนาญ ประวัติ ผู้เสนอชื่อ พร้อมฉบับก่อนแก้", PublicTask, Who(Permission.Check),
                "จนกว่าจะลบตามคำขอ เลขทะเบียนคงอยู่โดยไม่มีชื่อ", Nowhere),
            new(
                "หน้าปราชญ์บนเว็บ", Say(shown, "คน"), "ปราชญ์ที่ยินยอม", "ชื่อ ประวัติ ความชำนาญ ตำบล และภาพ เบอร์ ที่ตั้ง เฉพาะข้อที่ยินยอม",
                "ความยินยอมแยกทีละข้อ ม.19", "ทุกคน", "จนกว่าจะถอนความยินยอม มีผลทันที", "ทุกคนอ่านได้บนเว็บ"),
            new(
                "หลักฐานความยินยอม", Say(await db.Consents.CountAsync(cancellationToken), "รายการ"), "ปราชญ์ และพยาน",
                "ข้อที่ยินยอม วันที่ วิธี พยาน ภาพใบยินยอม", "ต้องพิสูจน์ความยินยอมได้ ม.19", Who(Permission.Enrol), "อยู่กับทะเบียน ถอนแล้วยังเก็บเป็นหลักฐาน ลบเมื่อลบตามคำขอ", Nowhere),
            new(
                "ช่องทางติดต่อปราชญ์ เพื่อนัดหมายเรียนรู้", Say(await db.SageContacts.CountAsync(cancellationToken), "ช่องทาง"), "ปราชญ์", "เบอร์โทร ไลน์ เฟซบุ๊ก อีเมล เวลาที่สะดวก",
                $"{PublicTask} · เผยแพร่เมื่อยินยอม ม.19", Who(Permission.ReadContacts), "จนกว่าถอน ถึงแก่กรรม หรือลบตามคำขอ", Nowhere),
            new(
                "ทะเบียนแปลงและครัวเรือน", Say(households, "ครัวเรือน"), "ครัวเรือนที่ร่วมโครงการ", "ชื่อครัวเรือน สิทธิในที่ดิน รายได้จากแปลง", PublicTask, Who(Permission.Check),
                "จนกว่าจะลบตามคำขอ แปลงคงอยู่โดยไม่มีชื่อ", Nowhere),
            new(
                "ทะเบียนศูนย์เรียนรู้", Say(centres.Count(c => c.Profile.Host.Length > 0 || c.Private.ContactName.Length + c.Private.ContactPhone.Length > 0), "ศูนย์"), "เจ้าของศูนย์ ผู้ประสานงาน",
                "ชื่อ บ้านเลขที่ เบอร์โทรผู้ประสานงาน", $"{PublicTask} · เผยแพร่ชื่อเจ้าของเมื่อยินยอม ม.19", Who(Permission.Check), "จนกว่าจะลบตามคำขอ", Nowhere),
            new(
                "สมาชิกและการเข้าสู่ระบบ", Say(await db.Members.CountAsync(m => m.ErasedAt == null, cancellationToken), "คน"), "เจ้าหน้าที่ ผู้บันทึก ปราชญ์ ชาวบ้าน",
                "ชื่อ เลขประจำตัว PIN (เก็บแบบอ่านกลับไม่ได้) บทบาท เบอร์โทร บัญชีอื่นที่เชื่อม", PublicTask, Who(Permission.Enrol), "จนกว่าจะลบตามคำขอ", Nowhere),
            new(
                "เครื่องที่เคยเข้าสู่ระบบ", Say(await db.Devices.CountAsync(cancellationToken), "เครื่อง"), "สมาชิก", "ชนิดเบราว์เซอร์ เวลาเข้าล่าสุด", "ความมั่นคงปลอดภัย ม.24(4) และ ม.37(1)", "เจ้าตัว เจ้าหน้าที่เห็นเฉพาะจำนวน",
                string.Create(CultureInfo.InvariantCulture, $"จำไว้ {Device.Remembered.TotalDays:0} วัน เครื่องที่ยืม {Device.Borrowed.TotalHours:0} ชั่วโมง"), "ไม่ส่งต่อ"),
            new(
                "รูปถ่ายที่ส่งเข้ามา", Say(await db.Assets.CountAsync(a => !a.IsRemoved, cancellationToken), "รูป"), "คนในรูป", "ภาพ คำบรรยาย (เอาพิกัดและข้อมูลกล้องออกแล้ว)",
                "ความยินยอมให้ใช้ภาพถ่าย ม.19", $"ทุกคนเมื่อทุกคนในรูปยินยอม นอกนั้น {Who(Permission.Write)}", "จนกว่าจะเอาออก หรือถอนความยินยอม", "รูปที่ยินยอมอ่านได้บนเว็บ"),
            new(
                "บันทึกการใช้งาน เพื่อตรวจสอบย้อนหลัง", Say(await db.Journal.LongCountAsync(cancellationToken), "แถว"), "ผู้ใช้งานทุกคน", "ใครทำอะไรเมื่อไร เป็นรหัสสุ่ม ไม่มีชื่อและไม่มีข้อความที่พิมพ์", "หน้าที่รักษาความมั่นคงปลอดภัย ม.37(1)", Who(Permission.Administer),
                "เก็บตลอด เมื่อลบคนแล้วรหัสไม่ชี้ถึงใคร", Nowhere),
            new(
                "จำนวนครั้งของคำค้นหา", Say(await db.SearchCounts.CountAsync(cancellationToken), "คำ"), "ผู้อ่าน (ไม่ระบุตัว)", "คำค้นและจำนวนครั้ง ไม่เก็บคำที่มีเลข 6 ตัวหรือชื่อคนในทะเบียน", "ไม่ใช่ข้อมูลส่วนบุคคล", Who(Permission.SeeReports), "เก็บเป็นยอดรวม", "ไม่ส่งต่อ"),
            new(
                "เรื่องแจ้งจากผู้อ่าน เพื่อแก้สิ่งที่ผิดหรืออันตราย", Say(await db.Reports.CountAsync(cancellationToken), "เรื่อง"), "ผู้อ่านที่แจ้งและขอคำตอบ", "ข้อความ และเบอร์โทรเมื่อใส่เอง",
                PublicTask, Who(Permission.Publish), $"ลบข้อความและเบอร์เมื่อปิดเรื่องครบ {Reporting.DaysKept} วัน", "ไม่ส่งต่อ"),
            new(
                "สิ่งที่พิมพ์ค้างในแบบเขียนเรื่อง", Say(await db.EditingSessions.CountAsync(cancellationToken), "แบบ"), "สมาชิก", "ข้อความที่ยังไม่ได้บันทึก",
                PublicTask, "ผู้พิมพ์คนเดียว", string.Create(CultureInfo.InvariantCulture, $"จนกว่าจะบันทึกหรือทิ้ง ไม่เกิน {EditingSessions.Kept.TotalDays:0} วัน"), "ไม่ส่งต่อ"),
            new(
                "บันทึกเหตุละเมิดข้อมูล", Say(await db.Breaches.CountAsync(cancellationToken), "เหตุ"), "ตามเหตุ", "เกิดอะไร ข้อมูลใด กี่คน ทำอะไร แจ้งเมื่อไร", "หน้าที่ ม.37(4)", Who(Permission.ProtectData), "เก็บตลอด", "สคส. เมื่อแจ้งเหตุ"),
        ];
    }

    private static string Say(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}");

    /// <summary>Roles that hold a permission, as the table of roles says.</summary>
    private static string Who(Permission permission) =>
        string.Join(" ", Enum.GetValues<Role>().Where(r => Roles.Permissions(r).Contains(permission)).Select(Roles.Name)) + (permission == Permission.Administer ? "" : " ในพื้นที่ของตน");
}
