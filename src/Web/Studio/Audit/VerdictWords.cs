using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>What a walk along the journal's chain found, in sentences for the page and the command line.</summary>
public static class VerdictWords
{
    public static string Of(JournalVerdict verdict) => verdict.FirstBroken is { } row
        ? $"บันทึกขาดที่แถว {row} (ก่อนหน้านั้นถูกต้อง {verdict.Rows} แถว หัว {verdict.Head})"
        : $"บันทึกครบถ้วน {verdict.Rows} แถว หัว {verdict.Head}";

    /// <summary>Whether the head that was noted elsewhere lies in the chain.</summary>
    public static string OfAnchor(JournalVerdict verdict) => verdict.AnchorAt is { } row
        ? $"หัวที่จดไว้อยู่ในบันทึก ที่แถว {row}"
        : "ไม่พบหัวที่จดไว้ในบันทึก: ท้ายบันทึกอาจถูกตัด หรือบันทึกถูกเขียนใหม่ หรือหัวมาจากพอร์ทัลอื่น";
}
