using KhokNongNa.Web.Security.OpenId;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.SignIn.Providers;

/// <summary>Says why somebody has not come in through a provider, and how they can.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RefusedModel(OpenIdProviders providers) : PageModel
{
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
    public const string Down = "down";
    public const string Late = "late";
    public const string Unlinked = "unlinked";
    public const string Closed = "closed";
    public const string Taken = "taken";

    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>With whom to try again; <c>null</c> → trying again would change nothing.</summary>
    public OpenIdProvider? Provider { get; private set; }

    /// <summary>Whose account nobody knows yet can link it after coming in with a PIN.</summary>
    public string PinWay { get; private set; } = "/sign-in";

    public static string Address(string reason, OpenIdProvider? provider = null) => $"/sign-in/refused/{reason}" + (provider is null ? "" : "/" + provider.Name);

    public IActionResult OnGet(string reason, string? name)
    {
        var known = providers.Find(name);
        var label = known?.Label ?? "บัญชีอื่น";
        if (Describe(reason, label) is not { } say)
        {
            return NotFound();
        }

        (Response.StatusCode, Heading, Text) = say;
        (Provider, PinWay) = (reason is Cancelled or Failed or Down or Late ? known : null, reason == Unlinked ? $"/sign-in?back={Arrival.Path}" : "/sign-in");
        return Page();
    }

    private static (int Status, string Heading, string Text)? Describe(string reason, string label) => reason switch
    {
        Cancelled => (200, "ยังไม่ได้เข้าสู่ระบบ", $"ท่านยกเลิกการเข้าสู่ระบบด้วย {label}"),
        Failed => (400, "เข้าสู่ระบบไม่สำเร็จ", $"{label} ยืนยันตัวท่านไม่สำเร็จ อาจเปิดหน้าทิ้งไว้นานเกินไป หรือกดย้อนกลับ ลองใหม่ได้เลย"),
        Down => (503, $"ติดต่อ {label} ไม่ได้", $"ตอนนี้พอร์ทัลติดต่อ {label} ไม่ได้ รอสักครู่แล้วลองใหม่ หรือเข้าสู่ระบบด้วย PIN ส่วนอื่นของพอร์ทัลใช้ได้ตามปกติ"),
        Late => (400, "เข้าสู่ระบบไม่สำเร็จ", "ไม่มีใครรอเข้าสู่ระบบอยู่ในเครื่องนี้ หรือรอเกิน 10 นาทีแล้ว เริ่มใหม่ได้เลย"),
        Unlinked => (403, "บัญชีนี้ยังไม่ได้ผูกกับสมาชิกของพอร์ทัล", "ขอคำเชิญจากพัฒนากรของท่าน ถ้ามีเลขประจำตัวและ PIN อยู่แล้ว เข้าสู่ระบบด้วย PIN ก่อน แล้วจะผูกบัญชีนี้ได้ทันที"),
        Closed => (403, "การเป็นสมาชิกปิดอยู่", "บัญชีนี้ผูกกับสมาชิกที่ปิดไปแล้ว จึงเข้าไม่ได้ ถ้าต้องการกลับมาใช้ โปรดติดต่อพัฒนากรของท่าน"),
        Taken => (409, "บัญชีนี้ผูกกับสมาชิกอีกคนแล้ว", "หนึ่งบัญชีใช้ได้กับสมาชิกคนเดียว ถ้าเป็นบัญชีของท่าน โปรดบอกพัฒนากรของท่าน"),
        _ => null,
    };
}
