using System.Globalization;
using System.Net;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

[Collection(SlowPortal.Name)]
public sealed class RateTests(SlowPortal.Fixture portal)
{
    private const int Many = 300;

    [Fact]
    public async Task A_flood_of_pages_is_told_in_Thai_how_long_to_wait_and_others_are_not()
    {
        using var visitor = portal.Visitor();
        var (refused, before) = await FloodAsync(i => visitor.OnceAsync($"/search?q={i}", From("203.0.113.1")));
        Assert.True(before >= 5, $"Refused after {before}.");
        var wait = int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
        Assert.True(wait > 0);
        Assert.Equal("มีคนใช้พร้อมกันมาก", refused.Heading);
        Assert.Contains($"โปรดรอ {wait} วินาที", refused.Main, StringComparison.Ordinal);
        Assert.Equal("no-store", refused.Header("Cache-Control"));
        Assert.Equal("DENY", refused.Header("X-Frame-Options"));
        Assert.Equal(200, (await visitor.OnceAsync("/search?q=a", From("203.0.113.2"))).Status);
    }

    [Fact]
    public async Task A_flood_at_the_API_is_answered_with_a_problem_in_JSON()
    {
        using var visitor = portal.Visitor();
        var (refused, _) = await FloodAsync(i => visitor.OnceAsync($"/api/search?q={i}", From("203.0.113.3")));
        Assert.Equal("application/problem+json", refused.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(429, refused.Json.GetProperty("status").GetInt32());
        Assert.Contains(refused.Header("Retry-After")!, refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_pages_assets_and_health_are_free()
    {
        using var visitor = portal.Visitor();
        foreach (var path in (string[])["/topics", "/themes/default/assets/site.css", "/health"])
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(200, (await visitor.OnceAsync(path, From("203.0.113.4"))).Status);
            }
        }
    }

    [Fact]
    public async Task What_a_client_writes_before_its_own_address_gives_it_no_other()
    {
        using var visitor = portal.Visitor();
        await FloodAsync(i => visitor.OnceAsync($"/search?q={i}", From($"198.51.100.{i % 200}, 203.0.113.5")));
    }

    [Fact]
    public async Task A_flood_of_forms_is_refused_before_any_is_read()
    {
        using var visitor = portal.Visitor();
        var (refused, before) = await FloodAsync(_ => visitor.PostAsync("/display", [("size", "21")], From("203.0.113.6")));
        Assert.True(before >= 10, $"Refused after {before}.");
        Assert.Equal("มีคนใช้พร้อมกันมาก", refused.Heading);
    }

    [Fact]
    public async Task A_member_has_a_limit_that_changing_the_address_does_not_change()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.OnceAsync("/sign-in/development", From("203.0.113.7"));
        var member = page.Document.QuerySelector("button[name=member], input[name=member]")!;
        await visitor.PostAsync("/sign-in/development", [("__RequestVerificationToken", page.Value("__RequestVerificationToken")), ("member", member.GetAttribute("value")!)], From("203.0.113.7"));
        var (refused, _) = await FloodAsync(i => visitor.PostAsync("/studio/nothing", [("a", "b")], From($"192.0.2.{i % 250}")), 20);
        Assert.Equal("มีคนใช้พร้อมกันมาก", refused.Heading);
    }

    [Fact]
    public async Task Files_of_a_member_have_a_limit_of_their_own()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.OnceAsync("/sign-in/development", From("203.0.113.8"));
        var members = page.Document.QuerySelectorAll("button[name=member], input[name=member]");
        await visitor.PostAsync("/sign-in/development", [("__RequestVerificationToken", page.Value("__RequestVerificationToken")), ("member", members[1].GetAttribute("value")!)], From("203.0.113.8"));
        await FloodAsync(i => SendAsync($"192.0.2.{i % 250}"), 20);
        Assert.NotEqual(429, (await visitor.PostAsync("/studio/nothing", [("a", "b")], From("192.0.2.251"))).Status);

        async Task<Answer> SendAsync(string from)
        {
            using var file = new MultipartFormDataContent { { new StringContent("b"), "a" } };
            var request = new HttpRequestMessage(HttpMethod.Post, "/studio/nothing") { Content = file };
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
            return await visitor.SendAsync(request);
        }
    }

    // A table of everybody who ever asked would be a way to fill the memory.
    [Fact]
    public void However_many_addresses_ask_the_drawers_are_few()
    {
        var drawers = new HashSet<int>();
        var bytes = new byte[16];
        for (var i = 0; i < 1_000_000; i++)
        {
            BitConverter.TryWriteBytes(bytes, i);
            drawers.Add(Rates.Drawer(new IPAddress(bytes)));
        }

        Assert.InRange(drawers.Count, Rates.Drawers / 2, Rates.Drawers);
    }

    [Fact]
    public void One_network_of_the_newer_addresses_counts_as_one()
    {
        Assert.Equal(Rates.Drawer(IPAddress.Parse("2001:db8:1:2::1")), Rates.Drawer(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.Equal(Rates.Drawer(IPAddress.Parse("::ffff:203.0.113.1")), Rates.Drawer(IPAddress.Parse("203.0.113.1")));
        // Two may share a drawer; not all of these do.
        Assert.True(Enumerable.Range(0, 20).Select(i => Rates.Drawer(IPAddress.Parse($"2001:db8:1:{i:x}::1"))).Distinct().Count() > 10);
        Assert.True(Enumerable.Range(0, 20).Select(i => Rates.Drawer(IPAddress.Parse($"203.0.113.{i}"))).Distinct().Count() > 10);
    }

    private static (string, string) From(string address) => ("X-Forwarded-For", address);

    /// <summary>Asks until it is refused.</summary>
    private static async Task<(Answer Refused, int Before)> FloodAsync(Func<int, Task<Answer>> ask, int most = Many)
    {
        for (var i = 0; i < most; i++)
        {
            var answer = await ask(i);
            if (answer.Status == 429)
            {
                return (answer, i);
            }
        }

        throw new InvalidOperationException($"{most} were answered.");
    }
}
