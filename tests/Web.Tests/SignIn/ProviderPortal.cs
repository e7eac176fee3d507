using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>A provider, a portal that knows it, and one that makes villagers of whom only the provider knows.</summary>
[CollectionDefinition(Name)]
public sealed class ProviderPortal : ICollectionFixture<ProviderPortal>, IAsyncLifetime
{
    public const string Name = "provider";

    private static readonly string[] Callbacks = ["/sign-in/callback/home", "/sign-in/callback/secret"];

    private readonly string _content = Directory.CreateTempSubdirectory("khoknongna-").FullName;

    internal Provider Provider { get; private set; } = null!;

    /// <summary>Knows the provider as «บ้าน», again as one that signs with the secret, and one that nobody answers for.</summary>
    internal Support.Portal Portal { get; private set; } = null!;

    internal Support.Portal OpenPortal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_content, "areas"));
        await File.WriteAllTextAsync(
            Path.Combine(_content, "areas", "areas.csv"),
            "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n3104,นางรอง,Nang Rong,,,\n310401,นางรอง,Nang Rong,,,\n310402,สะเดา,Sadao,,,\n");
        Provider = await Provider.StartAsync();
        (Portal, OpenPortal) = (new Known(Provider, _content), new Known(Provider, _content, ("Portal:OpenIdVillagers", "true")));
        await Portal.InitializeAsync();
        await OpenPortal.InitializeAsync();
        await Provider.RegisterAsync(new[] { Portal, OpenPortal }.SelectMany(p => Callbacks.Select(c => new Uri(p.Address, c))));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await OpenPortal.DisposeAsync();
        await Provider.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    /// <summary>A member without a PIN, whom an invitation awaits.</summary>
    internal async Task<(Guid Id, string Code)> InvitedAsync(string name, string email = "", Role role = Role.Recorder, string area = "3104")
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = (await Portal.AskAsync(db => db.EnrolAsync(new MemberDetails(name, "", null), role, area, "", null, Actor.System, now, Stop))).MemberId;
        return (id, await Portal.AskAsync(db => db.InviteAsync(id, email, Actor.System, now, Stop)));
    }

    /// <summary>A member with whom the provider's person is linked.</summary>
    internal async Task<Guid> LinkedAsync(string name)
    {
        var (id, _) = await InvitedAsync(name);
        await Portal.AskAsync(async db =>
        {
            await db.LinkAsync(id, new("home", Provider.Person.Subject), TimeProvider.System.GetUtcNow(), Stop);
            return true;
        });
        return id;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class Known(Provider provider, string content, params (string Key, string Value)[] more) : Support.Portal(
        "Development",
        [
            ("Portal:Content", content),
            ("Portal:OpenId:0:Name", "home"),
            ("Portal:OpenId:0:Label", "บ้าน"),
            ("Portal:OpenId:0:Authority", provider.Authority),
            ("Portal:OpenId:0:ClientId", Provider.ClientId),
            ("Portal:OpenId:0:ClientSecret", Provider.Secret),
            ("Portal:OpenId:1:Name", "secret"),
            ("Portal:OpenId:1:Label", "ความลับ"),
            ("Portal:OpenId:1:Authority", provider.Authority),
            ("Portal:OpenId:1:ClientId", Provider.ClientId),
            ("Portal:OpenId:1:ClientSecret", Provider.Secret),
            ("Portal:OpenId:1:SignsWithSecret", "true"),
            ("Portal:OpenId:2:Name", "gone"),
            ("Portal:OpenId:2:Label", "ที่ไม่อยู่"),
            ("Portal:OpenId:2:Authority", "http://127.0.0.1:1"),
            ("Portal:OpenId:2:ClientId", Provider.ClientId),
            ("Portal:OpenId:2:ClientSecret", Provider.Secret),
            .. more,
        ]);
}
