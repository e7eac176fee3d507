using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>From the slip to the member's own page, in a browser without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class PinJourneyTests(Support.Portal portal)
{
    private const string Wrong = "908172";
    private const string Own = "407193";

    [Theory]
    [InlineData(Role.Sage, "/studio")]
    [InlineData(Role.Villager, "/account")]
    public async Task With_the_slip_one_chooses_a_PIN_and_is_in(Role role, string home)
    {
        var slip = await EnrolAsync(role);
        using var elder = Elder();
        var page = await elder.GetAsync($"/sign-in?number={slip.Number}");
        Assert.Equal(SignInNumber.Show(slip.Number), page.Value("Form.Number"));

        var choosing = await elder.PressAsync(page, "เข้าสู่ระบบ", ("Form.Pin", slip.Pin));
        Assert.Equal("ตั้ง PIN ของท่าน", choosing.Heading);
        Assert.DoesNotContain(slip.Pin, choosing.Html, StringComparison.Ordinal);
        Assert.Null(SessionCookie(elder));

        using var late = Elder();
        var choosingToo = await SignInAsync(late, slip.Number, slip.Pin);

        var weak = await elder.PressAsync(choosing, "ใช้ PIN นี้", ("Form.Pin", "112233"), ("Form.Again", "112233"));
        Assert.Contains("ผู้อื่นเดาได้ง่าย", weak.Document.QuerySelector("#Pin-error")!.TextContent, StringComparison.Ordinal);
        var unequal = await elder.PressAsync(weak, "ใช้ PIN นี้", ("Form.Pin", Own), ("Form.Again", Wrong));
        Assert.Contains("สองช่องไม่ตรงกัน", unequal.Document.QuerySelector("#Again-error")!.TextContent, StringComparison.Ordinal);

        var inside = await elder.PressAsync(unequal, "ใช้ PIN นี้", ("Form.Pin", Own), ("Form.Again", Own));
        Assert.Equal((200, home), (inside.Status, inside.Path));
        Assert.Contains(slip.Name, (await elder.GetAsync("/account")).Main, StringComparison.Ordinal);

        // The next time with the new one; the slip's and the page it opened are void.
        using var again = Elder();
        Assert.Equal("/account", (await SignInAsync(again, slip.Number, Own, "/account")).Path);
        using var finder = Elder();
        Assert.Contains("ไม่ถูกต้อง", (await SignInAsync(finder, slip.Number, slip.Pin)).Main, StringComparison.Ordinal);
        Assert.Contains("ใบนี้ใช้ไปแล้ว", (await late.PressAsync(choosingToo, "ใช้ PIN นี้", ("Form.Pin", "815026"), ("Form.Again", "815026"))).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Number", "7 ตัว")]
    [InlineData("wrong digit", Own, "Number", "ผิดหนึ่งตัว")]
    [InlineData("number", "12345", "Pin", "6 ตัว")]
    [InlineData("number", "", "Pin", "6 ตัว")]
    [InlineData("number", Wrong, "Pin", "ไม่ถูกต้อง")]
    public async Task What_is_wrong_is_said_beside_the_field_and_the_number_stays(string typed, string pin, string field, string words)
    {
        var number = (await EnrolAsync(Role.Villager)).Number;
        typed = typed switch
        {
            "number" => SignInNumber.Show(number),
            "wrong digit" => number[..6] + (number[6] == '9' ? '0' : (char)(number[6] + 1)),
            _ => typed,
        };
        using var elder = Elder();
        var refused = await SignInAsync(elder, typed, pin);
        Assert.Equal(200, refused.Status);
        Assert.Contains(words, refused.Document.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((typed, ""), (refused.Value("Form.Number"), refused.Value("Form.Pin")));
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_answered_byte_for_byte_like_a_wrong_PIN_and_both_are_slowed()
    {
        var known = (await EnrolAsync(Role.Villager)).Number;
        string unknown;
        do
        {
            unknown = SignInNumber.Draw();
        }
        while (await portal.AskAsync(db => db.Members.AnyAsync(m => m.SignInNumber == unknown)));

        using var elder = Elder();
        for (var i = 0; i < SignInLimits.FreeTries + 1; i++)
        {
            var (one, other) = (await SignInAsync(elder, known, Wrong), await SignInAsync(elder, unknown, Wrong));
            Assert.Equal(i < SignInLimits.FreeTries ? 200 : 429, one.Status);
            Assert.Equal((one.Status, one.Header("Retry-After") is null, one.Header("Cache-Control")), (other.Status, other.Header("Retry-After") is null, other.Header("Cache-Control")));
            Assert.Equal(Bare(one, known), Bare(other, unknown));
        }

        var slowed = await SignInAsync(elder, known, Wrong);
        Assert.InRange(int.Parse(slowed.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 30);
        Assert.Contains("โปรดรอ", slowed.Main, StringComparison.Ordinal);
        Assert.Contains("เข้าสู่ระบบ", slowed.Buttons());

        // The wait in words differs by the second.
        static string Bare(Answer page, string number) => System.Text.RegularExpressions.Regex.Replace(
            page.Html.Replace(number, "", StringComparison.Ordinal).Replace(page.Value("__RequestVerificationToken"), "", StringComparison.Ordinal), "รอ [0-9]+ ", "รอ ");
    }

    [Fact]
    public async Task A_form_that_waits_goes_on_after_number_and_PIN()
    {
        var slip = await EnrolAsync(Role.Sage);
        await ChooseAsync(slip);
        using var elder = Elder();
        var held = await elder.PostAsync("/studio/entries/new?type=article", [("Form.Title", "เรื่องที่รออยู่"), ("Form.Body", "เล่าไว้")]);
        Assert.Equal("เข้าสู่ระบบอีกครั้ง", held.Heading);
        var mistyped = await elder.PressAsync(held, "เข้าสู่ระบบ", ("Form.Number", slip.Number), ("Form.Pin", Wrong));
        var ready = await elder.PressAsync(mistyped, "เข้าสู่ระบบ", ("Form.Pin", Own));
        Assert.Equal("ส่งข้อมูลต่อ", ready.Heading);
        Assert.Equal("เรื่องที่รออยู่", (await elder.PressAsync(ready, "ส่งข้อมูลต่อ")).Heading);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/studio")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_out_of_the_portal(string back)
    {
        var slip = await EnrolAsync(Role.Villager);
        await ChooseAsync(slip);
        using var elder = Elder();
        var page = await elder.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back));
        var answer = await elder.PressOnceAsync(page, "เข้าสู่ระบบ", ("Form.Number", slip.Number), ("Form.Pin", Own));
        Assert.Equal((302, "/studio"), (answer.Status, answer.Location));
        Assert.Equal("/account", (await elder.OnceAsync("/sign-in?back=" + Uri.EscapeDataString(back))).Location);
    }

    /// <summary>From an address of its own: one address may not sign in so often.</summary>
    private Visitor Elder() => new(portal.Address, Addresses.Next());

    private static async Task<Answer> SignInAsync(Visitor elder, string number, string pin, string back = "") =>
        await elder.PressAsync(await elder.GetAsync("/sign-in?back=" + Uri.EscapeDataString(back)), "เข้าสู่ระบบ", ("Form.Number", number), ("Form.Pin", pin));

    private System.Net.Cookie? SessionCookie(Visitor elder) => elder.Cookies.GetCookies(portal.Address)["session"];

    private Task<Slip> EnrolAsync(Role role) => portal.EnrolAsync("สมใจ ผู้ทดลอง", role, "310401");

    private Task ChooseAsync(Slip slip) => portal.ChooseAsync(slip, Own);
}
