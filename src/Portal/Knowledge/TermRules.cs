using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a topic or a learning base that is written in the Studio must keep to.</summary>
internal static class TermRules
{
    public const int MostOrder = 999;

    /// <summary>The text repaired and trimmed.</summary>
    /// <param name="noun">What it is called, «ฐาน».</param>
    /// <param name="code">First part of the names of its rules.</param>
    /// <exception cref="PortalException">It says too little or too much.</exception>
    public static TermText Clean(TermText text, string noun, string code)
    {
        var clean = text with
        {
            Title = EntryRules.Line(text.Title),
            Slug = EntryRules.Line(text.Slug),
            Summary = EntryRules.Line(text.Summary),
            Body = EntryRules.Block(text.Body),
            Synonyms = [.. text.Synonyms.Select(EntryRules.Line).Where(s => s.Length > 0).Distinct()],
        };
        Demand(ThaiText.HasLetterOrDigit(clean.Title) && clean.Title.Length <= EntryRules.TitleLength, "title", $"โปรดใส่ชื่อ{noun} ไม่เกิน {EntryRules.TitleLength} ตัวอักษร", "Title");
        Demand(clean.Order is >= 0 and <= MostOrder, "order", $"ลำดับเป็นตัวเลข 0 ถึง {MostOrder}", "Order");
        Demand(clean.Summary.Length <= EntryRules.SummaryLength, "summary", $"สรุปยาวเกินไป ใช้ได้ไม่เกิน {EntryRules.SummaryLength} ตัวอักษร", "Summary");
        Demand(
            clean.Body.Length <= EntryRules.BodyLength && MarkdownText.IsReadable(clean.Body), "body", $"เนื้อความยาวเกิน {EntryRules.BodyLength:N0} ตัวอักษร หรือซ้อนกันลึกเกินไป", "Body");
        Demand(
            clean.Synonyms.Count <= EntryRules.ItemCount && clean.Synonyms.All(s => s.Length <= EntryRules.TitleLength),
            "synonyms",
            $"คำอื่นที่เรียก{noun}นี้ใส่ได้ไม่เกิน {EntryRules.ItemCount} คำ คำละไม่เกิน {EntryRules.TitleLength} ตัวอักษร",
            "Synonyms");
        return clean;

        void Demand(bool holds, string rule, string message, string field)
        {
            if (!holds)
            {
                throw new PortalException($"{code}.{rule}", message, field);
            }
        }
    }
}
