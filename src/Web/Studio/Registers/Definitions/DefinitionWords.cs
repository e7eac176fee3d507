using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Studio.Registers.Definitions;

/// <summary>Thai words for how a form asks.</summary>
public static class DefinitionWords
{
    public static string Name(FieldType type) => type switch
    {
        FieldType.Known => "ช่องของทะเบียน",
        FieldType.Text => "ข้อความสั้น",
        FieldType.Lines => "ข้อความหลายบรรทัด",
        FieldType.Number => "ตัวเลข",
        FieldType.YesNo => "ใช่หรือไม่ใช่",
        FieldType.Choice => "เลือกหนึ่งข้อ",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
