using KhokNongNa.Portal;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Tests.Processes;
using Microsoft.Extensions.Configuration;

namespace KhokNongNa.Web.Tests.Security;

public sealed class SettingTests
{
    [Theory]
    [InlineData("Portal:Proxies", "proxy.example")]
    [InlineData("Portal:Proxies", "10.1")]
    [InlineData("Portal:Proxies", "10.0.0.0/33")]
    [InlineData("Portal:Proxies", "0.0.0.0/0")]
    [InlineData("Portal:Proxies", "10.0.0.1,*")]
    [InlineData("Portal:Hosts", "https://portal.example")]
    [InlineData("Portal:Hosts", "portal.example:443")]
    [InlineData("Portal:Hosts", "*")]
    [InlineData("Portal:Hosts", "a b")]
    [InlineData("Portal:Https", "yes")]
    [InlineData("Portal:Https", "required")]
    [InlineData("Portal:Rate", "0")]
    [InlineData("Portal:Rate", "fast")]
    public void What_cannot_be_understood_is_named(string key, string value)
    {
        var refusal = Assert.Throws<PortalException>(() => FrontSettings.From(Configuration((key, value))));
        Assert.Contains(key.Replace(":", "__", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_understood_is_taken()
    {
        var front = FrontSettings.From(Configuration(
            ("Portal:Proxies", "10.0.0.5, 10.1.0.0/16 ,fd00::/8,::1"), ("Portal:Hosts", "portal.example.th,*.village.test"), ("Portal:Https", "required"), ("Portal:Rate", "5")));
        Assert.Equal(["10.0.0.5/32", "10.1.0.0/16", "fd00::/8", "::1/128"], front.Proxies.Select(p => p.ToString()));
        Assert.Equal(["portal.example.th", "*.village.test"], front.Hosts);
        Assert.Equal((true, 5), (front.HttpsOnly, front.Rate));
    }

    [Theory]
    [InlineData("ConnectionStrings:Portal", "Host=db;Username=portal;Password=postgres")]
    [InlineData("ConnectionStrings:Portal", "Host=db;Username=portal;pwd=ChangeMe123!")]
    [InlineData("Portal:OpenId:0:ClientSecret", "your-secret")]
    [InlineData("Portal:OpenId:0:ClientSecret", "")]
    [InlineData("Portal:OpenId:line:ClientSecret", "<secret>")]
    [InlineData("Portal:Mail:Password", "12345678")]
    [InlineData("Portal:Mail:Password", "aaaaaaaa")]
    public void A_secret_that_everybody_knows_is_refused_without_repeating_it(string key, string value)
    {
        var refusal = Assert.Throws<PortalException>(() => Secrets.Check(Configuration((key, value))));
        Assert.Contains(key.Replace(":", "__", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
        Assert.True(value.Length == 0 || !refusal.Message.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ConnectionStrings:Portal", "Data Source=/data/portal.db")]
    [InlineData("ConnectionStrings:Portal", "Host=/run/postgresql;Username=portal")]
    [InlineData("ConnectionStrings:Portal", "Host=db;Password=k3V-postgres-w9Qz")]
    [InlineData("Portal:OpenId:0:ClientSecret", "GOCSPX-7fJq0x")]
    public void A_secret_of_ones_own_is_not(string key, string value) => Secrets.Check(Configuration((key, value)));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}

[Collection(ProcessCollection.Name)]
public sealed class RefusedStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("Production", "Portal__Proxies", "everybody", "Portal__Proxies")]
    [InlineData("Development", "Portal__Hosts", "http://a", "Portal__Hosts")]
    [InlineData("Production", "ConnectionStrings__Portal", "Host=db;Username=portal;Password=changeme", "ConnectionStrings__Portal")]
    public async Task A_wrong_setting_ends_the_start_with_one_sentence(string environment, string name, string value, string named)
    {
        await using var portal = PortalProcess.Begin(new PortalSetup(_folder.Sub("data")) { EnvironmentName = environment, Settings = [(name, value)] });

        Assert.Equal(1, await portal.EndAsync());
        Assert.Contains(named, Assert.Single(portal.Output.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("changeme", portal.Output.ToString(), StringComparison.Ordinal);
    }

    // A switch of the framework's own that trusts whoever asks.
    [Fact]
    public async Task The_frameworks_switch_opens_nothing()
    {
        await using var portal = await PortalProcess.StartAsync(new PortalSetup(_folder.Sub("data")) { Content = "off", Settings = [("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/display");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await portal.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secure", string.Join(' ', answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _folder.Dispose();
}
