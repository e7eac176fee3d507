using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

[Collection(ReadersPortal.Name)]
public sealed class HeaderTests(Support.Portal portal)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/lessons?page=2", 200)]
    [InlineData("/search?q=x", 200)]
    [InlineData("/api/search?q=x", 200)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/health", 200)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/studio", 302)]
    [InlineData("/sign-in", 200)]
    [InlineData("/themes/default/assets/site.css", 200)]
    [InlineData("/studio.js", 200)]
    [InlineData("/themes/default/assets/none.css", 404)]
    [InlineData("/media/none.svg", 404)]
    public async Task Every_kind_of_answer_carries_the_security_headers(string path, int status)
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync(path);
        Assert.Equal(status, answer.Status);
        AssertSafe(answer);
    }

    [Fact]
    public async Task An_answer_from_the_cache_an_unchanged_one_and_a_refusal_carry_them_too()
    {
        using var visitor = portal.Visitor();
        await visitor.OnceAsync("/centres");
        var kept = await visitor.OnceAsync("/centres");
        Assert.NotNull(kept.Header("Age"));
        AssertSafe(kept);
        var unchanged = await visitor.OnceAsync("/centres", ("If-None-Match", kept.Header("ETag")!));
        Assert.Equal(304, unchanged.Status);
        AssertSafe(unchanged);
        var refused = await visitor.PostAsync("/studio/sign-out", [("a", "b")], ("Origin", "https://evil.example"));
        Assert.Equal(403, refused.Status);
        AssertSafe(refused);
        var again = await visitor.PostAsync("/studio/entries/new", [("a", "b")]);
        Assert.Equal((200, "เข้าสู่ระบบอีกครั้ง"), (again.Status, again.Heading));
        AssertSafe(again);
    }

    [Fact]
    public async Task What_is_for_one_person_is_kept_by_nobody()
    {
        using var member = await portal.MemberAsync("สายใจ");
        foreach (var path in (string[])["/studio", "/studio/entries", "/studio/entries/new", "/studio/dictionary", "/studio/gaps", "/display", "/no-such-page"])
        {
            Assert.Contains("no-store", (await member.OnceAsync(path)).Header("Cache-Control") ?? path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/api/suggest?q=a", "application/json")]
    [InlineData("/api/nothing", "application/problem+json")]
    [InlineData("/health", "application/json")]
    [InlineData("/themes/default/assets/site.css", "text/css")]
    [InlineData("/studio.js", "text/javascript")]
    [InlineData("/media/lime-in-ring/ring.svg", "image/svg+xml")]
    public async Task Every_answer_says_what_it_is_and_no_other_site_may_read_it(string path, string type)
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync(path, ("Origin", "https://evil.example"));
        Assert.Equal(type, answer.ContentHeaders.ContentType!.MediaType);
        Assert.True(type != "text/html" || answer.ContentHeaders.ContentType.CharSet == "utf-8");
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync("/");
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
    }

    private static void AssertSafe(Answer answer)
    {
        Assert.Equal(Policy, answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
    }
}
