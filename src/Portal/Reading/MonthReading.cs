using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>«เดือนนี้ในนา» (feature V28).</summary>
/// <param name="Name">«พฤศจิกายน»</param>
/// <param name="Line">What is done in Isan fields in this month.</param>
/// <param name="Calendar">The article that the line is from, where its sources stand; <c>null</c> when it is not live.</param>
/// <param name="Lessons">Lessons for this month; those for few months before those for many.</param>
public sealed record MonthView(string Name, string Line, Link? Calendar, IReadOnlyList<EntryCard> Lessons);

public static class MonthReading
{
    /// <summary>Lasting name of the article that the lines below are taken from.</summary>
    private const string CalendarKey = "buriram-rain-calendar";

    private const int Shown = 6;

    private static readonly string[] Lines =
    [
        "อากาศเย็นแห้ง ลูกเจี๊ยบกับเห็ดต้องกันลม ตัดไผ่ ตัดแต่งกิ่งไม้ และบวกบัญชีทั้งปี",
        "ผักหนาวรุ่นสุดท้าย ดินแห้งแล้ว ขุดลอกหนองกับคลองไส้ไก่ ทำฝายเล็ก",
        "ห่มดินเพิ่มทุกแปลง ทำแนวกันไฟ วาดผังปีหน้า เก็บเมล็ดไม้ป่าที่เริ่มร่วง",
        "เดือนที่ร้อนที่สุด รดน้ำเช้ามืดหรือเย็น งานหนักทำก่อนเก้าโมง ซ่อมเล้ากันลมฝนแรก",
        "ฝนแรกดินชื้นแล้วรีบไถกลบตอซัง ทดสอบความงอกข้าวปลูก ลงไม้ยืนต้น กล้วย ไผ่ แฝก",
        "ตกกล้าเมื่อฝนเริ่มตั้งตัว ปลายเดือนระวังฝนหาย กันน้ำในหนองไว้ให้กล้า",
        "ต้นเดือนฝนอาจยังหาย อย่าดำหมดทุกแปลงในอาทิตย์เดียว ถากหญ้า ปล่อยปลา",
        "ดำนา ถากหญ้า ปล่อยปลา ปลูกผักที่ทนฝน เช่น ผักบุ้ง ตำลึง ชะอม บวบ",
        "น้ำมาก เปิดทางน้ำล้น เดินดูคันทุกเช้า อุดรูปู เสริมแฝก งดใส่ปุ๋ยก่อนฝนหนัก",
        "ข้าวตั้งท้อง กันน้ำไว้ในนา ปลายเดือนเพาะผักหน้าหนาว จดระดับน้ำในหนองที่เต็มที่สุดของปี",
        "ถอนข้าวปน ระบายน้ำ เกี่ยวข้าว ตากและคัดพันธุ์ ตั้งกองปุ๋ยหมักจากฟางใหม่",
        "ผักหนาวงามที่สุด ใช้น้ำได้เต็มที่ เก็บเมล็ดถั่วและพริก นัดเอามื้อเพราะคนว่าง",
    ];

    /// <param name="month">1–12.</param>
    public static async Task<MonthView> MonthAsync(this PortalDb db, int month, CancellationToken cancellationToken)
    {
        var key = month.ToString(CultureInfo.InvariantCulture);
        var calendar = await db.LiveEntries().Where(e => e.Type == EntryType.Article && e.Key == CalendarKey).Select(e => new { e.LiveTitle, e.Slug }).SingleOrDefaultAsync(cancellationToken);
        var lessons = await db.LiveEntries()
            .Where(e => e.Type == EntryType.Lesson)
            .About(db, ReferenceKind.Month, key)
            .OrderBy(e => db.References.Count(r => r.EntryId == e.Id && r.Kind == ReferenceKind.Month))
            .ThenByDescending(e => e.PublishedAt)
            .ThenBy(e => e.SortKey)
            .ThenBy(e => e.Id)
            .Take(Shown)
            .CardsAsync(db, cancellationToken);
        return new(
            BuddhistDate.MonthName(month), Lines[month - 1], calendar is null ? null : new Link(calendar.LiveTitle, Urls.Entry(EntryType.Article, calendar.Slug!)), lessons);
    }
}
