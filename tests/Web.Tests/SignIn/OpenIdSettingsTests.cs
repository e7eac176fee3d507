using KhokNongNa.Portal;
using KhokNongNa.Web.Security.OpenId;
using KhokNongNa.Web.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace KhokNongNa.Web.Tests.SignIn;

[Collection(ReadersPortal.Name)]
public sealed class OpenIdSettingsTests(Support.Portal portal)
{
    private static readonly (string Key, string Value)[] Good =
        [("Name", "line"), ("Label", "LINE"), ("Authority", "https://access.line.me/"), ("ClientId", "1"), ("ClientSecret", "0123456789abcdef0123456789abcdef")];

    [Fact]
    public void A_provider_has_what_is_usual_where_nothing_else_is_set()
    {
        var line = Assert.Single(Read(Good).All);
        Assert.Equal(
            ("https://access.line.me", "openid profile email", "sub", "name", "email", "email_verified", false, "/sign-in/callback/line"),
            (line.Authority, string.Join(' ', line.Scopes), line.SubjectClaim, line.NameClaim, line.EmailClaim, line.VerifiedClaim, line.SignsWithSecret, line.CallbackPath));
    }

    [Theory]
    [InlineData("Name", "LINE", "Portal__OpenId__0__Name ใช้ได้เฉพาะ a-z 0-9 และ -")]
    [InlineData("Name", "", "Portal__OpenId__0__Name ยังไม่ได้ตั้ง")]
    [InlineData("Name", "line\n", "Portal__OpenId__0__Name")]
    [InlineData("Label", "", "Portal__OpenId__0__Label ยังไม่ได้ตั้ง")]
    [InlineData("Authority", "http://access.line.me", "Portal__OpenId__0__Authority ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https://")]
    [InlineData("Authority", "access.line.me", "Portal__OpenId__0__Authority")]
    [InlineData("ClientSecret", "", "Portal__OpenId__0__ClientSecret ยังไม่ได้ตั้ง")]
    [InlineData("Scopes", "profile", "Portal__OpenId__0__Scopes ต้องมี openid")]
    [InlineData("Icon", "https://line.me/icon.png", "Portal__OpenId__0__Icon ต้องเป็นที่อยู่ในพอร์ทัล")]
    [InlineData("Icon", "//line.me/icon.png", "Portal__OpenId__0__Icon")]
    [InlineData("Scope", "openid", "Portal__OpenId__0__Scope ไม่มีการตั้งค่าชื่อนี้")]
    [InlineData("SignsWithSecret", "ใช่", "Portal__OpenId__0__SignsWithSecret ต้องเป็น true หรือ false")]
    public void A_wrong_setting_is_named_in_a_sentence(string key, string value, string expected) =>
        Assert.Contains(expected, Refused(Read([.. Good.Where(g => g.Key != key), (key, value)])), StringComparison.Ordinal);

    [Fact]
    public void No_sentence_repeats_a_secret()
    {
        Assert.DoesNotContain("short-one", Refused(Read([.. Good.Where(g => g.Key != "ClientSecret"), ("ClientSecret", "short-one"), ("SignsWithSecret", "true")])), StringComparison.Ordinal);
        Assert.DoesNotContain("short-one", Refused(Read([.. Good.Where(g => g.Key != "Authority"), ("Authority", "short-one")])), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_providers_of_one_name_are_refused()
    {
        var twice = Good.SelectMany(g => new[] { ($"Portal:OpenId:0:{g.Key}", g.Value), ($"Portal:OpenId:1:{g.Key}", g.Value) });
        Assert.Contains("มีชื่อ line ซ้ำกัน", Refused(From(twice)), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_will_do_in_Development_only() =>
        Assert.Single(new OpenIdProviders(Configuration([.. Good.Where(g => g.Key != "Authority").Select(g => ($"Portal:OpenId:0:{g.Key}", g.Value)), ("Portal:OpenId:0:Authority", "http://127.0.0.1:1")]), isDevelopment: true).All);

    [Fact]
    public void Villagers_are_taken_on_an_unmistakable_word_only()
    {
        Assert.False(Read(Good).TakesVillagers);
        Assert.True(From([("Portal:OpenIdVillagers", "true")]).TakesVillagers);
        Assert.Contains("Portal__OpenIdVillagers", Refused(From([("Portal:OpenIdVillagers", "yes")])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in/with/line")]
    [InlineData("/sign-in/arrival")]
    [InlineData("/sign-in/join")]
    [InlineData("/sign-in/refused/failed")]
    [InlineData("/sign-in/callback/line")]
    public async Task A_portal_without_providers_has_no_trace_of_them(string path)
    {
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.OnceAsync(path)).Status);
        Assert.DoesNotContain("/sign-in/with", (await visitor.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
    }

    private static OpenIdProviders Read(IEnumerable<(string Key, string Value)> settings) => From(settings.Select(s => ($"Portal:OpenId:0:{s.Key}", s.Value)));

    private static OpenIdProviders From(IEnumerable<(string Key, string Value)> settings) => new(Configuration(settings), isDevelopment: false);

    private static IConfiguration Configuration(IEnumerable<(string Key, string Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();

    private static string Refused(OpenIdProviders providers) => Assert.Throws<PortalException>(providers.Check).Message;
}
