using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.SignIn;

/// <summary>Number and PIN.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class IndexModel(PortalDb db, FirstPinTicket ticket, IHostEnvironment environment, TimeProvider clock) : SignInPage(db, clock)
{
    public bool IsDevelopment => environment.IsDevelopment();

    public IActionResult OnGet(string? number, string? back)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(BackAddress.Local(back) ?? "/account");
        }

        Form = new() { Number = SignInNumber.Parse(number) is { } given ? SignInNumber.Show(given) : "", Back = back ?? "", Remember = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SignInNumber.Parse(Form.Number) is not { } number)
        {
            return Refuse("Number", "เลขประจำตัวไม่ครบ หรือผิดหนึ่งตัว ดูในใบของท่านอีกครั้ง มี 7 ตัว");
        }

        if (PinRules.Parse(Form.Pin) is not { } pin)
        {
            return Refuse("Pin", "PIN ต้องเป็นตัวเลข 6 ตัว");
        }

        var answer = await Db.TryPinAsync(number, pin, DeviceCookie.Read(Request), Now, cancellationToken);
        if (answer.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refuse("Pin", $"ลองผิดหลายครั้งแล้ว โปรดรอ {Waits.Say(wait)} แล้วลองใหม่ ถ้าจำ PIN ไม่ได้ พัฒนากรของท่านออกใบใหม่ให้ได้");
        }

        if (answer.MemberId is not { } member)
        {
            return Refuse("Pin", "เลขประจำตัวหรือ PIN ไม่ถูกต้อง ถ้าจำไม่ได้ พัฒนากรของท่านออกใบใหม่ให้ได้ (PIN ในใบใช้ได้ 30 วัน)");
        }

        if (!answer.IsFirst)
        {
            return await EnterAsync(member, SignInWay.Pin, cancellationToken);
        }

        Form.Ticket = ticket.Seal(member, (await Db.FirstPinAtAsync(member, cancellationToken))!.Value);
        ModelState.Clear();
        return Page();
    }
}
