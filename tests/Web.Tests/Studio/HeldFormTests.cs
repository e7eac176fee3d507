using System.Text.Json;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A form that comes without a good session or token: nothing typed is lost (settled 6).</summary>
[Collection(WritersPortal.Name)]
public sealed class HeldFormTests(Support.Portal portal)
{
    [Fact]
    public async Task A_form_sent_after_the_session_ended_is_held_and_sent_on_after_signing_in()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        foreach (System.Net.Cookie cookie in writer.Cookies.GetCookies(portal.Address))
        {
            cookie.Expired = cookie.Name == "session";
        }

        var held = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields("เรื่องที่ส่งตอนหมดเวลา"));
        Assert.Equal((200, "เข้าสู่ระบบอีกครั้ง"), (held.Status, held.Heading));
        Assert.Contains("สิ่งที่พิมพ์ไว้ยังอยู่ในหน้านี้ครบ", held.Main, StringComparison.Ordinal);

        var ready = await writer.PressAsync(held, "สายใจ");
        Assert.Equal("ส่งข้อมูลต่อ", ready.Heading);
        var saved = await writer.PressAsync(ready, "ส่งข้อมูลต่อ");
        Assert.Contains("บันทึกร่างแล้ว ฉบับที่ 1", saved.Main, StringComparison.Ordinal);
        var edit = await writer.GetAsync(saved.Path + "/edit");
        Assert.Equal("หนาหนึ่งคืบ\nเว้นโคนต้น", edit.Value("Form.Steps[1].Text"));
        Assert.Equal("ดินชื้นนาน\nหญ้าน้อยลง", edit.Value("Form.Gains"));
        Assert.Equal("## รู้ลึกขึ้น\n\nเล่าเพิ่ม **สำคัญ**\n\n::: tip\nจำไว้\n:::", edit.Value("Form.Body"));
    }

    [Fact]
    public async Task A_form_with_a_stale_token_is_held_and_sent_on_by_the_same_member()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        var ready = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields("เรื่องที่ตราหมดอายุ", ("__RequestVerificationToken", "CfDJ8stale")));
        Assert.Equal("ส่งข้อมูลต่อ", ready.Heading);
        Assert.Contains("บันทึกร่างแล้ว", (await writer.PressAsync(ready, "ส่งข้อมูลต่อ")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_member_who_is_now_somebody_else_is_asked_about_before_it_goes_on()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        await writer.PressAsync(await writer.GetAsync("/sign-in/development"), "กันยา");
        var held = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields("เรื่องของคนก่อน"));
        Assert.Equal("ส่งข้อมูลต่อ", held.Heading);
        var refused = await writer.PressAsync(held, "ส่งข้อมูลต่อ");
        Assert.Contains("ท่านยังไม่มีสิทธิ์", refused.Main, StringComparison.Ordinal);
        Assert.Equal("เรื่องของคนก่อน", refused.Value("Form.Title"));
    }

    [Fact]
    public async Task A_remark_and_a_verb_are_held_too()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.PressAsync(await writer.DraftAsync("เรื่องที่หัวหน้าหมดเวลา"), "ส่งให้ตรวจ");
        using var head = await portal.MemberAsync("มานพ");
        var remark = await head.GetAsync(entry.Path + "/return");
        await head.PressAsync(await head.GetAsync("/studio"), "ออกจากระบบ");
        var held = await head.PressAsync(remark, "ส่งกลับให้แก้", ("remark", "\r\nขึ้นต้นด้วยบรรทัดว่าง"));
        var done = await head.PressAsync(await head.PressAsync(held, "มานพ"), "ส่งข้อมูลต่อ");
        Assert.Contains("ส่งกลับให้ผู้เขียนแก้แล้ว", done.Main, StringComparison.Ordinal);
        Assert.Contains("ขึ้นต้นด้วยบรรทัดว่าง", done.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_held_form_stays_text()
    {
        const string Typed = "</textarea><script>alert(1)</script> \" ' & &lt; </form>";
        using var visitor = portal.Visitor();
        var held = await visitor.PostAsync(Lesson.New, [("Form.Title", Typed), ("\"><img src=x>", "x")]);
        Security.MarkupTests.AssertClean(new Answer(new HttpResponseMessage(), "/held", System.Text.Encoding.UTF8.GetBytes(held.Html.Replace("<script type=\"module\"", "<script", StringComparison.Ordinal))));
        var ready = await visitor.PressAsync(held, "สายใจ");
        Assert.Equal(Typed, ready.Value("Form.Title"));
        Assert.Empty(ready.Document.QuerySelectorAll("main img, main script"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/sign-in")]
    [InlineData("/studio/../sign-in")]
    [InlineData("/studio/%2e%2e/sign-in")]
    [InlineData("/studio//evil.example")]
    [InlineData("/studio/\\evil.example")]
    [InlineData("javascript:alert(1)//studio/")]
    [InlineData("/studioevil")]
    [InlineData("")]
    public async Task A_held_form_that_leads_out_of_the_Studio_is_dropped(string path)
    {
        var json = JsonSerializer.Serialize(new { Path = path, Fields = new[] { new { Key = "a", Value = "b" } } });
        Assert.Equal("/studio", (await SignInAsync(json)).Location);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"/studio/x\"")]
    [InlineData("{\"Path\":null,\"Fields\":null}")]
    [InlineData("{\"Path\":\"/studio/x\"}")]
    [InlineData("{\"Path\":\"/studio/x\",\"Fields\":[null]}")]
    [InlineData("{\"Path\":\"/studio/x\",\"Fields\":[{\"Key\":null,\"Value\":null}]}")]
    [InlineData("{\"Path\":\"/studio/x\",\"Fields\":[{\"Key\":1,\"Value\":[]}]}")]
    public async Task A_held_form_that_is_none_breaks_nothing(string json)
    {
        var answer = await SignInAsync(json);
        Assert.True(answer.Location == "/studio" || answer is { Status: 200, Heading: "ส่งข้อมูลต่อ" }, $"{answer.Status} {answer.Heading}");
    }

    [Fact]
    public async Task The_page_cannot_be_opened_by_itself()
    {
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.GetAsync("/sign-in/again")).Status);
        Assert.Equal(404, (await visitor.PostAsync("/sign-in/again", [("a", "b")])).Status);
    }

    private async Task<Answer> SignInAsync(string held)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/sign-in/development");
        var token = page.Value("__RequestVerificationToken");
        return await visitor.PostAsync("/sign-in/development", [("__RequestVerificationToken", token), ("member", (await portal.MemberIdAsync("สายใจ")).ToString()), ("Form.Held", held)]);
    }
}
