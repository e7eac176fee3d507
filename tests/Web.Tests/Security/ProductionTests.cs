using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What a published portal does not have.</summary>
[Collection(ProductionPortal.Name)]
public sealed class ProductionTests(ProductionPortal.Fixture portal)
{
    [Fact]
    public async Task Nobody_signs_in_without_proof()
    {
        using var visitor = portal.Visitor();
        Assert.Equal((404, "ไม่พบหน้านี้"), Seen(await visitor.OnceAsync("/sign-in/development")));
        Assert.InRange((await visitor.PostAsync("/sign-in/development", [("member", Guid.Empty.ToString())])).Status, 404, 405);
        Assert.Equal(404, (await visitor.OnceAsync("/SignIn/Development")).Status);
        Assert.DoesNotContain("ทดลอง", (await visitor.OnceAsync("/sign-in")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), e => e.RoutePattern.RawText!.Contains("development", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await portal.AskAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Members)));
    }

    [Theory]
    [InlineData("/studio")]
    [InlineData("/studio/entries")]
    [InlineData("/studio/entries/new")]
    public async Task The_Studio_asks_for_number_and_PIN_in_Thai(string path)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync(path);
        Assert.Equal((200, "เข้าสู่ระบบ"), Seen(page));
        Assert.Equal(path, page.Value("Form.Back"));
    }

    [Fact]
    public async Task A_form_sent_without_a_session_keeps_its_fields_and_offers_no_names()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.PostAsync("/studio/entries/new", [("Form.Title", "พิมพ์ไว้")]);
        Assert.Equal((200, "เข้าสู่ระบบอีกครั้ง"), Seen(page));
        Assert.DoesNotContain("สมมติ", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_speaks_of_the_Studio()
    {
        foreach (var (path, page) in await portal.SiteAsync())
        {
            Assert.True(!page.Html.Contains("/studio", StringComparison.Ordinal), path);
        }
    }

    private static (int, string) Seen(Answer page) => (page.Status, page.Heading);
}
