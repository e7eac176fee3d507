using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>Fields that have a page of their own below the record's.</summary>
public static class FieldPages
{
    /// <summary>Last part of the page's address and what it is called; <c>null</c> → the field is in the form. An empty address → the portal itself knows it.</summary>
    public static (string Page, string Name)? Of(FormKind kind, string code) => (kind, code) switch
    {
        (FormKind.Sage, "contact") => ("contacts", "ช่องทางติดต่อ"),
        (FormKind.Sage, "consent") => ("consents", "ความยินยอม"),
        (FormKind.Sage, "confirmed") => ("", ""),
        (FormKind.Sage or FormKind.Centre, "photo") => ("picture", "รูป"),
        (FormKind.Centre, "bases") => ("bases", "ฐานการเรียนรู้"),
        (FormKind.Centre, "selection") => ("selection", "คัดเลือก"),
        (FormKind.Centre, "plot" or "sages") => ("", ""),
        (FormKind.Plot, "state") => ("steps", "ขั้นของแปลง"),
        (_, "photo") => ("", ""),
        _ => null,
    };

    /// <summary>Where a field of a record is filled in.</summary>
    public static string Link(FormKind kind, string record, string code) =>
        Of(kind, code) is { Page.Length: > 0 } own ? $"{record}/{own.Page}" : $"{record}/edit#{code}";
}
