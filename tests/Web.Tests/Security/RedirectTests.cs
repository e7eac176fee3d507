using KhokNongNa.Web.Security;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Wherever an address to go back to is taken, it leads back into the portal.</summary>
[Collection(ReadersPortal.Name)]
public sealed class RedirectTests(Support.Portal portal)
{
    /// <summary>What browsers would take for another place, or for two headers.</summary>
    public static TheoryData<string> Elsewhere =>
    [
        "https://evil.example/", "HTTPS:evil.example", "https:/evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
        "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "~//evil.example", "~/\\evil.example",
        "javascript:alert(1)", "data:text/html,evil.example", "evil.example", "@evil.example", ".evil.example", "?evil.example", "/\r\nLocation: https://evil.example", "/a\r\nSet-Cookie: evil=1",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task The_form_for_how_pages_look_leads_nowhere_else(string back)
    {
        using var visitor = portal.Visitor();
        var form = await visitor.GetAsync("/display");
        AssertHome(await visitor.PostAsync("/display", [("__RequestVerificationToken", form.Value("__RequestVerificationToken")), ("size", "21"), ("back", back)]), "/");
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task Signing_in_leads_nowhere_else(string back)
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/sign-in/development?back=" + Uri.EscapeDataString(back));
        AssertHome(await visitor.PressOnceAsync(page, "สายใจ"), "/studio");
    }

    [Theory]
    [InlineData("/lessons?page=2", "/lessons?page=2")]
    [InlineData("/lessons/ดิน?q=น้ำ", "/lessons/%E0%B8%94%E0%B8%B4%E0%B8%99?q=%E0%B8%99%E0%B9%89%E0%B8%B3")]
    [InlineData("/a/../lessons", "/lessons")]
    [InlineData("/..//evil.example", null)]
    [InlineData("/.//evil.example", null)]
    [InlineData("/%2e%2e//evil.example", null)]
    [InlineData("/\0/evil.example", null)]
    [InlineData("/\u0085/evil.example", null)]
    [InlineData("lessons", null)]
    [InlineData(null, null)]
    public void An_address_to_go_back_to_is_walked_before_it_is_believed(string? back, string? local) => Assert.Equal(local, BackAddress.Local(back));

    [Fact]
    public void An_address_that_is_nobodys_is_none() => Assert.All(Elsewhere, row => Assert.Null(BackAddress.Local(row.Data)));

    [Theory]
    [InlineData("//evil.example/lessons")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/lessons/lime-in-ring%0d%0aSet-Cookie:evil=1")]
    [InlineData("/lessons/%2f%2fevil.example")]
    [InlineData("/studio//evil.example")]
    [InlineData("/studio/%0d%0aLocation:%20https:%2f%2fevil.example")]
    public async Task An_address_turns_into_no_way_out(string path)
    {
        using var visitor = portal.Visitor();
        // Not resolved against the portal's own address: it goes out as it stands.
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(visitor.Origin + path)));
        Assert.True(answer.Status is 404 or 400 or 302, $"{answer.Status}");
        Assert.True(answer.Location is null || new Uri(portal.Address, answer.Location).Authority == portal.Address.Authority, answer.Location);
        Assert.DoesNotContain("evil", answer.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
    }

    private static void AssertHome(Answer answer, string home)
    {
        Assert.Equal((302, home), (answer.Status, answer.Location));
        Assert.DoesNotContain("evil", answer.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
    }
}
