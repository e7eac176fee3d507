using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

[Collection(ProxiedPortal.Name)]
public sealed class FrontTests(ProxiedPortal.Fixture portal)
{
    private const string Own = "portal.test";

    [Theory]
    [InlineData("portal.test", 200)]
    [InlineData("PORTAL.test:8080", 200)]
    [InlineData("a.village.test", 200)]
    [InlineData("xn--12cfk5eb9hpa6b6i.xn--o3cw4h", 200)]
    [InlineData("village.test", 400)]
    [InlineData("evil.example", 400)]
    [InlineData("portal.test.evil.example", 400)]
    [InlineData("portal.test@evil.example", 400)]
    [InlineData("xn--0", 400)]
    [InlineData("127.0.0.1", 400)]
    public async Task Only_its_own_names_are_answered(string host, int status)
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync("/", ("Host", host));
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("evil", answer.Html, StringComparison.Ordinal);
        // What is no host at all the server refuses by itself.
        Assert.True(host.Contains('@', StringComparison.Ordinal) || answer.Header("X-Content-Type-Options") == "nosniff");
        Assert.Equal(200, (await visitor.OnceAsync("/health", ("Host", host.Replace("@", "", StringComparison.Ordinal).Replace("xn--0", "a", StringComparison.Ordinal)))).Status);
    }

    [Fact]
    public async Task A_known_proxy_says_how_and_by_which_name_it_was_asked()
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync("/", ("Host", "10.1.0.9"), ("X-Forwarded-Host", "a.village.test"), ("X-Forwarded-Proto", "https"));
        Assert.Equal((200, "https://a.village.test/"), (answer.Status, answer.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")));
        var evil = await visitor.OnceAsync("/", ("Host", Own), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"));
        Assert.DoesNotContain("evil.example", evil.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/nothing", 404)]
    [InlineData("/api/search?q=x", 200)]
    [InlineData("/themes/default/assets/site.css", 200)]
    [InlineData("/studio", 302)]
    public async Task Over_https_browsers_are_told_to_stay_there_and_over_http_they_are_not(string path, int status)
    {
        using var visitor = portal.Visitor();
        var plain = await visitor.OnceAsync(path, ("Host", Own));
        var encrypted = await visitor.OnceAsync(path, ("Host", Own), ("X-Forwarded-Proto", "https"));
        Assert.Equal((status, status), (plain.Status, encrypted.Status));
        Assert.Equal((null, "max-age=31536000"), (plain.Header("Strict-Transport-Security"), encrypted.Header("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Cookies_are_for_https_where_it_was_used_and_never_for_script(string scheme, bool secure)
    {
        using var visitor = portal.Visitor();
        var form = await visitor.OnceAsync("/display", ("Host", Own), ("X-Forwarded-Proto", scheme));
        var cookie = form.Header("Set-Cookie")!.ToLowerInvariant();
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
    }
}

[Collection(ReadersPortal.Name)]
public sealed class NoProxyTests(Support.Portal portal)
{
    [Fact]
    public async Task Nobody_speaks_for_others_where_no_proxy_is_known()
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync("/display", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-For", "203.0.113.1"));
        Assert.DoesNotContain("secure", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil.example", answer.Html, StringComparison.Ordinal);
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }
}

[Collection(HttpsPortal.Name)]
public sealed class HttpsOnlyTests(HttpsPortal.Fixture portal)
{
    [Fact]
    public async Task Plain_http_leads_to_https_but_probes_are_answered()
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.OnceAsync("/search?q=%E0%B8%94%0D%0ASet-Cookie:x", ("Host", "portal.test"));
        Assert.Equal((308, "https://portal.test/search?q=%E0%B8%94%0D%0ASet-Cookie:x"), (answer.Status, answer.Location));
        Assert.Equal(200, (await visitor.OnceAsync("/health")).Status);
        var encrypted = await visitor.OnceAsync("/display", ("X-Forwarded-Proto", "https"));
        Assert.Equal((200, "max-age=31536000; includeSubDomains"), (encrypted.Status, encrypted.Header("Strict-Transport-Security")));
        Assert.Contains("; secure", encrypted.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
    }
}
