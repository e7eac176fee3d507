namespace KhokNongNa.Portal.Programme;

/// <summary>Thai sentences for the rules of tasks.</summary>
public static class TaskNames
{
    public static string InWords(this DirectiveTask task) => task.Rule switch
    {
        TaskRule.Centres => $"มีศูนย์เรียนรู้อย่างน้อยอำเภอละ {task.Number} แห่ง",
        TaskRule.PlotsPerCentre => $"มีศูนย์เรียนรู้ 1 แห่งต่อทุก {task.Number} แปลง เศษปัดขึ้น",
        TaskRule.Sages => $"มีปราชญ์ชุมชนหรือครูพาทำในทะเบียนของอำเภออย่างน้อย {task.Number} คน",
        TaskRule.KickOffs => $"มีแผน และกำหนดแปลงเริ่มเอามื้ออย่างน้อย {task.Number} แปลง",
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };
}
