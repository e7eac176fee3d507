namespace KhokNongNa.Portal.Network;

/// <summary>Thai words for the network's codes.</summary>
public static class NetworkNames
{
    public static string Name(this SageKind value) => value switch
    {
        SageKind.Sage => "ปราชญ์ชุมชน",
        SageKind.Leader => "ครูพาทำ",
        SageKind.Both => "ปราชญ์ชุมชนและครูพาทำ",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Ability value) => value switch
    {
        Ability.Teach => "สอน",
        Ability.Lead => "พาทำ",
        Ability.Advise => "ให้คำปรึกษา",
        Ability.Host => "รับศึกษาดูงาน",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Language value) => value switch
    {
        Language.Thai => "ไทย",
        Language.Isan => "อีสาน/ลาว",
        Language.Khmer => "เขมร",
        Language.Kuy => "ส่วย/กูย",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this PlotKind value) => value switch
    {
        PlotKind.Clm => "แปลงระดับตำบล (CLM)",
        PlotKind.Hlm => "แปลงระดับครัวเรือน (HLM)",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this PlotState value) => value switch
    {
        PlotState.Applied => "สมัคร",
        PlotState.Selected => "คัดเลือก",
        PlotState.Dug => "ขุดแล้ว",
        PlotState.HandedOver => "รับมอบ",
        PlotState.Operating => "ดำเนินการ",
        PlotState.Withdrawn => "ถอนตัว",
        PlotState.Replaced => "แทนที่โดยแปลงอื่น",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this CentreStage value) => value switch
    {
        CentreStage.Candidate => "เสนอชื่อ",
        CentreStage.Selected => "คัดเลือกแล้ว",
        CentreStage.Active => "เปิดให้เรียนรู้",
        CentreStage.Suspended => "พักไว้",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Sex value) => value switch
    {
        Sex.Male => "ชาย",
        Sex.Female => "หญิง",
        Sex.Other => "อื่น ๆ หรือไม่ระบุ",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this ContactChannel value) => value switch
    {
        ContactChannel.Phone => "เบอร์โทร",
        ContactChannel.Line => "ไอดีไลน์",
        ContactChannel.Facebook => "เฟซบุ๊ก",
        ContactChannel.Email => "อีเมล",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this CentreKind value) => value switch
    {
        CentreKind.Clm => "แปลงระดับตำบล (CLM)",
        CentreKind.Hlm => "แปลงระดับครัวเรือน (HLM)",
        CentreKind.Other => "ศูนย์เรียนรู้",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
