using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio;

/// <summary>A tambon as somebody chooses it: from the lists, or by typing its name and confirming what was meant. Put one into a form.</summary>
public sealed class TambonInput
{
    /// <summary>Only asked for when the member works in several.</summary>
    public string Province { get; set; } = "";

    public string District { get; set; } = "";

    public string Tambon { get; set; } = "";

    /// <summary>The name, for who does not find it in the lists.</summary>
    public string Typed { get; set; } = "";

    /// <summary>Code of the suggestion that was confirmed.</summary>
    public string Chosen { get; set; } = "";

    /// <summary>The input that shows an area that is chosen already; a district alone, or a whole code.</summary>
    public static TambonInput Of(string area) => new()
    {
        Province = area.Length >= 2 ? area[..2] : "",
        District = area.Length >= 4 ? area[..4] : "",
        Tambon = area.Length == 6 ? area : "",
    };

    /// <summary>The tambon's code, or what is wrong, as a sentence for the person.</summary>
    public async Task<(string Code, string Wrong)> ReadAsync(PortalDb db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        var code = Chosen.Length > 0 ? Chosen : Tambon;
        return Chosen.Length == 0 && !string.IsNullOrWhiteSpace(Typed) ? ("", $"โปรดเลือกตำบลที่ตรงกับ «{Shorten(Typed.Trim())}» หรือลบสิ่งที่พิมพ์ แล้วเลือกจากรายการ")
            : Chosen.Length == 0 && District.Length > 0 && !Tambon.StartsWith(District, StringComparison.Ordinal) ? ("", "โปรดเลือกตำบลในอำเภอที่เลือก")
            : code.Length != 6 ? ("", "โปรดเลือกอำเภอและตำบล")
            : !await db.Areas.AnyAsync(a => a.Code == code, cancellationToken) ? ("", "ไม่พบตำบลนี้ โปรดเลือกจากรายการ")
            : !actor.May(permission, code) ? ("", "ตำบลนี้อยู่นอกพื้นที่ที่ท่านดูแล")
            : (code, "");
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
