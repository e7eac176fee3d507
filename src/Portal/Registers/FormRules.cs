using System.Text.RegularExpressions;

namespace KhokNongNa.Portal.Registers;

/// <summary>What a form definition has to keep to.</summary>
internal static partial class FormRules
{
    public const int MostFields = 80;
    public const int MostWeight = 100;

    public static void Demand(FormKind kind, int number, IReadOnlyList<FormField> fields)
    {
        if (number < 1 || fields.Count is 0 or > MostFields || fields.Sum(f => f.Weight) == 0)
        {
            throw Wrong("แบบฟอร์มต้องมีเลขรุ่น มีช่องอย่างน้อยหนึ่งช่อง และมีน้ำหนักรวมมากกว่าศูนย์");
        }

        foreach (var field in fields)
        {
            if (!Code().IsMatch(field.Code) || field.Label.Length == 0)
            {
                throw Wrong($"ช่อง «{field.Code}» ต้องมีรหัสเป็น a–z ตัวเลข ขีด และมีชื่อช่อง");
            }

            if (field.Weight is < 0 or > MostWeight || (field.Required && field.Weight == 0))
            {
                throw Wrong($"น้ำหนักของช่อง «{field.Code}» ใช้ได้ 0–{MostWeight} และช่องที่ต้องกรอกต้องมากกว่า 0");
            }

            if (field.Type == FieldType.Known != KnownFields.Of(kind).Contains(field.Code))
            {
                throw Wrong($"ช่อง «{field.Code}» ต้องบอกชนิด เพราะไม่ใช่ช่องที่พอร์ทัลรู้จัก หรือบอกชนิดทั้งที่รู้จักแล้ว");
            }

            if (kind == FormKind.Selection && field.Weight > 0 && field.Type != FieldType.YesNo)
            {
                throw Wrong($"ข้อ «{field.Label}» ของเกณฑ์คัดเลือกที่มีน้ำหนักต้องตอบใช่หรือไม่ใช่");
            }

            if ((field.Type == FieldType.Choice) != (field.Options.Count > 1))
            {
                throw Wrong($"ช่อง «{field.Code}» แบบเลือกต้องมีตัวเลือกอย่างน้อยสองข้อ");
            }
        }

        if (fields.Select(f => f.Code).Distinct().Count() != fields.Count)
        {
            throw Wrong("รหัสช่องซ้ำกัน");
        }

        // A register's key facts are asked for by every form of it.
        if (KnownFields.Indispensable(kind).FirstOrDefault(code => fields.All(f => f.Code != code || !f.Required)) is { } lacking)
        {
            throw Wrong($"แบบฟอร์มต้องมีช่อง «{lacking}» และต้องเป็นช่องที่ต้องกรอก");
        }
    }

    private static PortalException Wrong(string message) => new("form.wrong", message, "fields");

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex Code();
}
