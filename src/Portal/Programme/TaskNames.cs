using System.Globalization;

namespace KhokNongNa.Portal.Programme;

/// <summary>Thai sentences for tasks and their rules.</summary>
public static class TaskNames
{
    public static string Name(this TaskKind kind) => kind switch
    {
        TaskKind.Centres => "ศูนย์เรียนรู้",
        TaskKind.Sages => "ทะเบียนปราชญ์",
        TaskKind.Activities => "แผนกิจกรรมที่ 4",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string InWords(this DirectiveTask task) => task.Kind switch
    {
        TaskKind.Centres => string.Join(" ", [Least(task, "มีศูนย์เรียนรู้อย่างน้อยอำเภอละ", "แห่ง"), .. task.PlotsPer > 0 ? new[] { Per(task) } : [], .. task.Spread ? new[] { "กระจายอยู่คนละตำบลในตำบลที่มีแปลง" } : []]),
        TaskKind.Sages => Least(task, "มีปราชญ์ชุมชนหรือครูพาทำในทะเบียนของอำเภออย่างน้อย", "คน"),
        TaskKind.Activities => Least(task, "มีแผน และมีจุดเริ่มเอามื้อสามัคคีที่กำหนดวัน ตำบล แปลง และปราชญ์แล้วอย่างน้อย", "จุด"),
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };

    private static string Least(DirectiveTask task, string before, string after) => string.Create(CultureInfo.InvariantCulture, $"{before} {task.Least} {after}");

    private static string Per(DirectiveTask task) => string.Create(CultureInfo.InvariantCulture, $"และ 1 แห่งต่อทุก {task.PlotsPer} แปลง เศษปัดขึ้น");
}

/// <summary>Thai words for where a district stands.</summary>
public static class RoundStateNames
{
    public static string Name(this RoundState state) => state switch
    {
        RoundState.Exempt => "ยกเว้น",
        RoundState.NotBegun => "ยังไม่เริ่ม",
        RoundState.Begun => "กำลังทำ",
        RoundState.Complete => "ครบแล้ว ยังไม่ส่ง",
        RoundState.Reopened => "ขอแก้ไข ยังไม่ส่งใหม่",
        RoundState.Overdue => "เลยกำหนด ยังไม่ส่ง",
        RoundState.Sent => "ส่งแล้ว",
        RoundState.SentLate => "ส่งแล้ว ช้ากว่ากำหนด",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
