namespace KhokNongNa.Web.Tests.Support;

// Classes of one collection run one after the other and share a portal.

/// <summary>Only looks: the portal stays as content/ made it.</summary>
[CollectionDefinition(Name)]
public sealed class ReadersPortal : ICollectionFixture<Portal>
{
    public const string Name = "readers";
}

/// <summary>Members write on this one.</summary>
[CollectionDefinition(Name)]
public sealed class WritersPortal : ICollectionFixture<Portal>
{
    public const string Name = "writers";
}

/// <summary>Counts what is kept; nobody else may ask meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class CachePortal : ICollectionFixture<Portal>
{
    public const string Name = "cache";
}

/// <summary>Runs as in production.</summary>
[CollectionDefinition(Name)]
public sealed class ProductionPortal : ICollectionFixture<ProductionPortal.Fixture>
{
    public const string Name = "production";

    // Assets as they lie in the manifest, not as somebody may be editing them.
    public sealed class Fixture() : Portal("Production", ("Portal:Content", Path.Combine(Repository, "content")), ("ReloadStaticAssetsAtRuntime", "false"));
}

/// <summary>Wears the other theme; only looks.</summary>
[CollectionDefinition(Name)]
public sealed class RiversidePortal : ICollectionFixture<RiversidePortal.Fixture>
{
    public const string Name = "riverside";

    public sealed class Fixture() : Portal("Development", ("Portal:Theme", "riverside"));
}
