namespace KhokNongNa.Portal.Reports;

/// <summary>Reasons, outcomes and the clock in words.</summary>
public static class ReportNames
{
    public static string Name(this ReportReason reason) => reason switch
    {
        ReportReason.Wrong => "ข้อมูลผิดพลาด",
        ReportReason.Danger => "อันตราย เช่น สารเคมี ไฟฟ้า",
        ReportReason.Privacy => "ละเมิดความเป็นส่วนตัว",
        ReportReason.Credit => "ลิขสิทธิ์ หรือเครดิตไม่ถูก",
        ReportReason.Other => "อื่น ๆ",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static string Name(this ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Fixed => "แก้ไขแล้ว",
        ReportOutcome.NoFault => "ตรวจแล้วไม่พบปัญหา",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>«เหลือ 5 ชม.», «เลยกำหนด 2 ชม.»; started hours of what is left do not count.</summary>
    public static string Clock(this Report report, DateTimeOffset now)
    {
        var left = report.Due - now;
        return left >= TimeSpan.FromHours(1) ? $"เหลือ {(int)left.TotalHours} ชม."
            : left > TimeSpan.Zero ? "เหลือไม่ถึง 1 ชม."
            : left > TimeSpan.FromHours(-1) ? "เลยกำหนดแล้ว"
            : $"เลยกำหนด {(int)-left.TotalHours} ชม.";
    }
}
