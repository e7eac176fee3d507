namespace KhokNongNa.Web.Tests.Security;

/// <summary>Production behind a known proxy, with names of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ProxiedPortal : ICollectionFixture<ProxiedPortal.Fixture>
{
    public const string Name = "proxied";

    public sealed class Fixture() : Support.Portal(
        "Production", ("Portal:Content", "off"), ("Portal:Proxies", "127.0.0.1, 10.1.0.0/16"), ("Portal:Hosts", "portal.test, *.village.test, โคกหนองนา.ไทย"), ("ReloadStaticAssetsAtRuntime", "false"));
}

/// <summary>The same where http is not enough.</summary>
[CollectionDefinition(Name)]
public sealed class HttpsPortal : ICollectionFixture<HttpsPortal.Fixture>
{
    public const string Name = "https";

    public sealed class Fixture() : Support.Portal(
        "Production", ("Portal:Content", "off"), ("Portal:Proxies", "127.0.0.1"), ("Portal:Https", "required"), ("ReloadStaticAssetsAtRuntime", "false"));
}

/// <summary>A page a second, so that a few requests are a flood. Each test comes from addresses of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SlowPortal : ICollectionFixture<SlowPortal.Fixture>
{
    public const string Name = "slow";

    public sealed class Fixture() : Support.Portal("Development", ("Portal:Content", "off"), ("Portal:Proxies", "127.0.0.1"), ("Portal:Rate", "1"));
}

/// <summary>A portal in which things break: its tests break them.</summary>
[CollectionDefinition(Name)]
public sealed class BrokenPortal : ICollectionFixture<BrokenPortal.Fixture>
{
    public const string Name = "broken";

    public sealed class Fixture() : Support.Portal("Development", ("Portal:Content", "off"));
}
