using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

[Collection(ReadersPortal.Name)]
public sealed class CrossSiteTests(Support.Portal portal)
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_form_sent_by_another_site_is_refused_in_Thai(string header, string value)
    {
        using var member = await portal.MemberAsync("สายใจ");
        var form = await member.GetAsync("/studio/entries/new");
        var token = form.Value("__RequestVerificationToken");
        foreach (var path in (string[])["/studio/entries/new", "/studio/sign-out", "/sign-in"])
        {
            var refused = await member.PostAsync(path, [("__RequestVerificationToken", token), ("Form.Title", "จากที่อื่น")], (header, value));
            Assert.Equal((403, "ส่งจากที่อื่นไม่ได้"), (refused.Status, refused.Heading));
        }

        Assert.Equal("/studio", (await member.GetAsync("/studio")).Path);
    }

    [Fact]
    public async Task Neither_header_is_needed_but_the_token_is()
    {
        using var member = await portal.MemberAsync("สายใจ");
        var token = (await member.GetAsync("/studio/entries/new")).Value("__RequestVerificationToken");
        var preview = await member.PostAsync("/studio/entries/new", [("__RequestVerificationToken", token), ("Form.Title", "ดูก่อน"), ("act", "preview")], ("X-Nothing", "1"));
        Assert.Equal((200, "ดูก่อน"), (preview.Status, preview.Heading));
        var refused = await member.PostAsync("/studio/entries/new", [("Form.Title", "ดูก่อน"), ("act", "preview")]);
        Assert.Equal("ส่งข้อมูลต่อ", refused.Heading);
    }

    [Theory]
    [InlineData("/studio/entries", "/studio/entries")]
    [InlineData("https://evil.example/", "/studio")]
    [InlineData("//evil.example/", "/studio")]
    [InlineData("/\\evil.example/", "/studio")]
    [InlineData("javascript:alert(1)", "/studio")]
    [InlineData("", "/studio")]
    public async Task Signing_in_leads_back_into_the_portal_only(string back, string expected)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/sign-in/development?back=" + Uri.EscapeDataString(back));
        var answer = await visitor.PressOnceAsync(page, "สายใจ");
        Assert.Equal((302, expected), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_portal_and_no_script()
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.PressOnceAsync(await visitor.GetAsync("/sign-in/development"), "สายใจ");
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        var session = Assert.Single(cookies, c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
        var form = (await visitor.OnceAsync("/sign-in/development")).Headers.TryGetValues("Set-Cookie", out var set) ? set : cookies;
        Assert.All(form, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_session_that_was_tampered_with_or_ended_is_none()
    {
        using var visitor = portal.Visitor();
        var forged = await visitor.OnceAsync("/studio", ("Cookie", "session=CfDJ8AAAAAAA"));
        Assert.Equal(302, forged.Status);
        using var member = await portal.MemberAsync("สายใจ");
        var home = await member.PressAsync(await member.GetAsync("/studio"), "ออกจากระบบ");
        Assert.Equal("/", home.Path);
        Assert.StartsWith("/sign-in", (await member.GetAsync("/studio")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("TRACE", 405)]
    [InlineData("OPTIONS", 405)]
    [InlineData("PROPFIND", 405)]
    [InlineData("POST", 400)]
    public async Task Other_methods_on_a_page_are_refused_with_a_page(string method, int status)
    {
        using var visitor = portal.Visitor();
        foreach (var path in (string[])["/", "/lessons", "/search", "/studio/entries/new", "/nothing"])
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("X-Echo", "mirror");
            var answer = await visitor.SendAsync(request);
            if (status == 405)
            {
                Assert.Equal((405, "ทำสิ่งนี้ไม่ได้", "GET, HEAD, POST"), (answer.Status, answer.Heading, answer.Header("Allow")));
            }
            else if (path is "/" or "/lessons" or "/search")
            {
                Assert.Equal((400, "คำขอไม่ถูกต้อง"), (answer.Status, answer.Heading));
            }

            Assert.DoesNotContain("mirror", answer.Html, StringComparison.Ordinal);
        }
    }
}
