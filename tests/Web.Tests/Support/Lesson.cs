namespace KhokNongNa.Web.Tests.Support;

/// <summary>A lesson as a person types it into the form.</summary>
internal static class Lesson
{
    public const string New = "/studio/entries/new?type=lesson";

    /// <summary>Every box of the form.</summary>
    public static (string Name, string? Value)[] Fields(string title) =>
    [
        ("Form.Title", title),
        ("Form.Summary", "ทดลองเขียนบทเรียนให้ครบทุกช่อง"),
        ("Form.AreaCode", "3104"),
        ("Form.MainTopic", "soil-cover"),
        ("Form.Topics", "compost"),
        ("Form.Topics", "soil"),
        ("Form.Sages", "sage-boonmee"),
        ("Form.Centres", "centre-nong-sano"),
        ("Form.Bases", "base-soil"),
        ("Form.Gains", "ดินชื้นนาน\r\nหญ้าน้อยลง"),
        ("Form.Difficulty", "Easy"),
        ("Form.WorkMinutes", "๙๐"),
        ("Form.WaitDays", "30"),
        ("Form.CostBaht", "1,250.50"),
        ("Form.CostNote", "ค่าฟางกับค่าน้ำมัน"),
        ("Form.MinRai", "๐.๒๕"),
        ("Form.Seasons", "Rainy"),
        ("Form.Seasons", "Cool"),
        ("Form.Months", "6"),
        ("Form.Months", "7"),
        ("Form.Soils", "Sandy"),
        ("Form.Waters", "Rain"),
        ("Form.Parts", "Khok"),
        ("Form.Materials[0].Name", "ฟางแห้ง"),
        ("Form.Materials[0].Amount", "๑๐"),
        ("Form.Materials[0].Unit", "ก้อน"),
        ("Form.Materials[0].Cost", "350"),
        ("Form.Materials[0].Note", "ของปีนี้"),
        ("Form.Materials[1].Name", "ขี้วัวแห้ง"),
        ("Form.Steps[0].Title", "รดน้ำก่อน"),
        ("Form.Steps[0].Text", "รดให้ชุ่มลึกหนึ่งคืบ"),
        ("Form.Steps[0].Minutes", "๓๐"),
        ("Form.Steps[1].Title", "คลี่ฟาง"),
        ("Form.Steps[1].Text", "หนาหนึ่งคืบ\r\nเว้นโคนต้น"),
        ("Form.Steps[1].Image", "straw-mulch/collar.svg"),
        ("Form.Steps[1].Alt", "เว้นฟางรอบโคนต้น"),
        ("Form.Tips", "ทำหลังฝน"),
        ("Form.Cautions", "อย่าชิดโคน"),
        ("Form.Signs", "ใต้ฟางชื้น"),
        ("Form.Problems[0].Trouble", "ปลวกขึ้น"),
        ("Form.Problems[0].Fix", "เว้นโคนต้น"),
        ("Form.Failures", "ห่มตอนดินแห้ง"),
        ("Form.Suits", "แปลงผัก"),
        ("Form.Unsuited", "ที่น้ำท่วม"),
        ("Form.Body", "## รู้ลึกขึ้น\r\n\r\nเล่าเพิ่ม **สำคัญ**\r\n\r\n::: tip\r\nจำไว้\r\n:::"),
        ("Form.Sources[0].Title", "คู่มือห่มดิน"),
        ("Form.Sources[0].Url", "https://example.org/soil"),
        ("Form.Sources[0].Read", "8 ก.ค. 2564"),
        ("Form.Licence", "CcByNc"),
        ("Form.Slug", ""),
    ];

    /// <summary>The same with some boxes filled otherwise.</summary>
    public static (string Name, string? Value)[] Fields(string title, params (string Name, string? Value)[] but) =>
        [.. Fields(title).Where(f => but.All(b => b.Name != f.Name)), .. but];

    /// <summary>Saves a draft; the answer is the page of the entry.</summary>
    public static async Task<Answer> DraftAsync(this Visitor writer, string title, params (string Name, string? Value)[] but)
    {
        var saved = await writer.PressAsync(await writer.GetAsync(New), "บันทึกร่าง", Fields(title, but));
        Assert.True(saved.Heading == title, $"Not saved: {saved.Main}");
        return saved;
    }

    /// <summary>Draft, review and publication by two people; the answer is the page of the entry as the second sees it.</summary>
    public static async Task<Answer> PublishedAsync(this Portal portal, string title, params (string Name, string? Value)[] but)
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.PressAsync(await writer.DraftAsync(title, but), "ส่งให้ตรวจ");
        using var head = await portal.MemberAsync("มานพ");
        return await head.PressAsync(await head.ApproveAsync(await head.GetAsync(entry.Path)), "เผยแพร่");
    }
}
