using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a topic was once known by.</summary>
public enum TopicAliasKind
{
    /// <summary>Last part of a former address.</summary>
    Slug,

    /// <summary>Lasting name of a topic that was merged into this one; texts and files may go on naming it.</summary>
    Key,
}

/// <summary>A former name that leads to a topic of today.</summary>
public sealed class TopicAlias
{
    public required TopicAliasKind Kind { get; init; }

    public required string Name { get; init; }

    public required Guid TopicId { get; set; }

    private sealed class Config : IEntityTypeConfiguration<TopicAlias>
    {
        public void Configure(EntityTypeBuilder<TopicAlias> alias)
        {
            alias.ToTable("TopicAliases");
            alias.HasKey(a => new { a.Kind, a.Name });
            alias.HasIndex(a => a.TopicId);
            alias.HasOne<Topic>().WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TopicAliases
{
    /// <summary>Today's key of every topic that was merged into another. Topics are few, and merged ones fewer.</summary>
    public static Task<Dictionary<string, string>> MergedTopicsAsync(this PortalDb db, CancellationToken cancellationToken) =>
        db.TopicAliases.Where(a => a.Kind == TopicAliasKind.Key)
            .Join(db.Topics, a => a.TopicId, t => t.Id, (a, t) => new { a.Name, t.Key })
            .ToDictionaryAsync(a => a.Name, a => a.Key, cancellationToken);

    /// <summary>The keys as they are today, in their order; two that are one topic now are one.</summary>
    public static async Task<IReadOnlyList<string>> TodaysTopicsAsync(this PortalDb db, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return keys;
        }

        var merged = await db.MergedTopicsAsync(cancellationToken);
        return [.. keys.Select(k => merged.GetValueOrDefault(k, k)).Distinct()];
    }

    /// <summary>Every topic by each key that leads to it.</summary>
    public static async Task<Dictionary<string, Topic>> TopicsByKeyAsync(this PortalDb db, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Key, cancellationToken);
        foreach (var (former, today) in await db.MergedTopicsAsync(cancellationToken))
        {
            topics[former] = topics[today];
        }

        return topics;
    }

    /// <summary>Where a former address of a topic leads today; <c>null</c> when it never was one.</summary>
    public static async Task<string?> TopicMovedToAsync(this PortalDb db, string slug, CancellationToken cancellationToken) =>
        await db.TopicAliases.Where(a => a.Kind == TopicAliasKind.Slug && a.Name == slug).Join(db.Topics, a => a.TopicId, t => t.Id, (a, t) => t)
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } topic ? Urls.Of(topic) : null;
}
