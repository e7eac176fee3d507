using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>ศูนย์เรียนรู้: a plot where others come to learn.</summary>
public sealed class Centre : Aggregate
{
    private Centre() { }

    public string Key { get; private init; } = "";

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public string AreaCode { get; private set; } = "";

    public List<string> BaseKeys { get; private set; } = [];

    public CentreProfile Profile { get; private set; } = new();

    public static Centre Create(string key) => new() { Key = key };

    /// <param name="slug">Empty → made from the name.</param>
    public void Write(string name, string slug, string area, CentreProfile profile, Actor by, DateTimeOffset now)
    {
        Demand(by, area);
        if (AreaCode.Length > 0)
        {
            Demand(by, AreaCode);
        }

        (Name, AreaCode, Profile, BaseKeys) = (name, area, profile, [.. profile.Bases]);
        Slug = slug.Length > 0 ? slug : Thai.Slug.From(name);
        SortKey = ThaiSort.Key(name);
        Record(Verbs.CentreWritten, by, now, ("area", area));
    }

    /// <summary>The centre goes; who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.CentreRemoved, by, now, ("area", AreaCode));
    }

    private static void Demand(Actor by, string area)
    {
        if (!by.May(Permission.Write, area))
        {
            throw new PortalException("centre.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกศูนย์เรียนรู้ในพื้นที่นี้");
        }
    }

    private sealed class Config : IEntityTypeConfiguration<Centre>
    {
        public void Configure(EntityTypeBuilder<Centre> centre)
        {
            centre.ToTable("Centres");
            centre.HasIndex(c => c.Key).IsUnique();
            centre.HasIndex(c => c.Slug).IsUnique();
            centre.HasIndex(c => c.AreaCode);
            centre.Property(c => c.Profile).HasJsonConversion();
        }
    }
}

/// <summary>What a centre says of itself beside name and place.</summary>
public sealed record CentreProfile
{
    public CentreKind Kind { get; init; }

    public string Summary { get; init; } = "";

    public string Village { get; init; } = "";

    /// <summary>Household or group that keeps the place.</summary>
    public string Host { get; init; } = "";

    /// <summary>Opening days, in words.</summary>
    public string Open { get; init; } = "";

    /// <summary>People at a time.</summary>
    public int? Capacity { get; init; }

    public IReadOnlyList<string> Facilities { get; init; } = [];

    /// <summary>Keys of learning bases.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    public bool Synthetic { get; init; }

    public string Body { get; init; } = "";
}

/// <summary>Level of the plot: community (CLM) or household (HLM) lab model.</summary>
public enum CentreKind
{
    Clm,
    Hlm,
    Other,
}
