using System.Globalization;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>A folder of made-up articles, no two alike.</summary>
internal static class Articles
{
    private static readonly string[] Deeds = ["ปลูก", "เลี้ยง", "หมัก", "ขุด", "ห่ม", "รดน้ำ", "ตัดแต่ง", "เพาะ", "เก็บเกี่ยว", "ตาก", "ซ่อม", "วัด", "ผสม"];

    private static readonly string[] Things =
        ["ต้นกล้วย", "ไก่ไข่", "ปลาดุก", "คันนา", "คลองไส้ไก่", "ดินเค็ม", "ฟางข้าว", "น้ำหมัก", "หญ้าแฝก", "กบ", "เห็ดฟาง", "มะนาว", "ไผ่", "ถั่วพร้า", "ปุ๋ยคอก", "บ่อน้ำ", "เมล็ดพันธุ์"];

    private static readonly string[] Ways = ["ในหน้าแล้ง", "หลังฝนแรก", "ก่อนรุ่งเช้า", "ใต้ร่มไม้", "ริมหนอง", "บนโคก", "ข้างบ้าน", "กับเพื่อนบ้าน", "ทีละน้อย", "ทุกเจ็ดวัน", "ด้วยของในครัว"];

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"made-{number:0000}");

    /// <summary>A word that only this article has.</summary>
    public static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"xq{number:0000}z");

    /// <returns>The folder.</returns>
    public static string Write(TempFolder place, string folder, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            place.File($"{folder}/articles/{Id(number)}.md", Text(number));
        }

        return Path.Combine(place.Path, folder);
    }

    private static string Text(int number)
    {
        var sentences = Enumerable.Range(0, 40 + (number % 30)).Select(i => Sentence((number * 31) + (i * 7)));
        return $"""
            ---
            id: {Id(number)}
            type: article
            title: {Sentence(number)} เรื่องที่ {number}
            summary: {Sentence(number + 5)}
            ---
            {string.Join(' ', sentences)}

            ## บันทึก {Word(number)}
            {Sentence(number + 11)}
            """;
    }

    private static string Sentence(int n) => $"{Deeds[n % Deeds.Length]}{Things[n * 5 % Things.Length]}{Ways[n * 3 % Ways.Length]}";
}
