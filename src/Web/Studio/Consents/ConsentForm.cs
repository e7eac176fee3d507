using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Studio.Entries;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>A signed sheet, or what somebody said, as it was typed.</summary>
public sealed class ConsentForm
{
    /// <summary>Ways that an officer can record.</summary>
    public static readonly ConsentMethod[] Methods = [ConsentMethod.Paper, ConsentMethod.Thumbprint, ConsentMethod.Spoken];

    public List<string> Purposes { get; set; } = [];

    public string Given { get; set; } = "";

    public ConsentMethod? Method { get; set; }

    public string Witness { get; set; } = "";

    public string Expires { get; set; } = "";

    public string SheetCode { get; set; } = "";

    public string KeptAt { get; set; } = "";

    /// <summary>Reads what can be read; what cannot is told field by field.</summary>
    internal IReadOnlyList<ConsentGift> Read(Guid? evidence, List<(string Field, string Message)> wrong)
    {
        var reader = new FieldReader();
        var given = reader.Day("Given", "วันที่ให้", Given);
        var expires = reader.Day("Expires", "วันหมดอายุ", Expires);
        var code = SheetCode.Trim().Length == 0 ? "" : Portal.Privacy.SheetCode.Parse(SheetCode);
        wrong.AddRange(reader.Wrong);
        Demand(Purposes.Count > 0 && Purposes.All(p => ConsentWords.Purpose(p) is not null), "Purposes", "ติ๊กเรื่องที่ยินยอมอย่างน้อยหนึ่งเรื่อง");
        Demand(Given.Trim().Length > 0, "Given", "ใส่วันที่ให้ความยินยอม");
        Demand(Method is not null, "Method", "เลือกว่าให้ความยินยอมทางใด");
        Demand(code is not null, "SheetCode", "รหัสใบมี 8 ตัว เช่น K7M2-P9QX ดูที่มุมบนของใบ หรือเว้นว่าง");
        return wrong.Count > 0
            ? []
            : [.. Purposes.Distinct().Select(p => new ConsentGift(
                ConsentWords.Purpose(p)!.Value, given!.Value, Method!.Value, expires, EntryRules.Line(Witness), evidence, code!, EntryRules.Line(KeptAt)))];

        void Demand(bool holds, string field, string message)
        {
            if (!holds)
            {
                wrong.Add((field, message));
            }
        }
    }
}
