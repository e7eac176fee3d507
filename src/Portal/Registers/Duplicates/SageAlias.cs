using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>
/// What is left of a record that was merged into another of the same person: its key in texts and files, its public address and its number
/// lead to the one that stays. Revisions and remarks go on under its id.
/// </summary>
public sealed class SageAlias
{
    /// <summary>Id of the record that is no more.</summary>
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Code { get; init; }

    public required string? Number { get; init; }

    /// <summary>The record that stays.</summary>
    public required Guid SageId { get; set; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset At { get; init; }

    private sealed class Config : IEntityTypeConfiguration<SageAlias>
    {
        public void Configure(EntityTypeBuilder<SageAlias> alias)
        {
            alias.ToTable("SageAliases");
            alias.Property(a => a.Id).ValueGeneratedNever();
            alias.HasIndex(a => a.Key).IsUnique();
            alias.HasIndex(a => a.Code).IsUnique();
            alias.HasIndex(a => a.Number).IsUnique();
            alias.HasIndex(a => a.SageId);
            alias.HasOne<Sage>().WithMany().HasForeignKey(a => a.SageId);
        }
    }
}

public static class SageAliases
{
    /// <summary>Today's key of those among the keys whose record was merged into another.</summary>
    public static Task<Dictionary<string, string>> MergedKeysAsync(this PortalDb db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        db.SageAliases.Where(a => keys.Contains(a.Key)).Join(db.Sages, a => a.SageId, s => s.Id, (a, s) => new { a.Key, Today = s.Key }).ToDictionaryAsync(a => a.Key, a => a.Today, cancellationToken);

    /// <summary>The keys as they are today, in their order; two that are one person now are one.</summary>
    public static async Task<IReadOnlyList<string>> TodaysKeysAsync(this PortalDb db, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return keys;
        }

        var merged = await db.MergedKeysAsync(keys, cancellationToken);
        return [.. keys.Select(k => merged.GetValueOrDefault(k, k)).Distinct()];
    }

    /// <summary>What was merged into a sage, oldest first.</summary>
    public static Task<List<SageAlias>> MergedIntoAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        db.SageAliases.AsNoTracking().Where(a => a.SageId == sageId).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken);

    /// <summary>Public address of the sage into whom the one with this code was merged; <c>null</c> when there is none that readers may see.</summary>
    public static async Task<string?> SageMovedToAsync(this PortalDb db, string code, CancellationToken cancellationToken) =>
        await db.PublicSages().SingleOrDefaultAsync(s => db.SageAliases.Any(a => a.Code == code && a.SageId == s.Id), cancellationToken) is { } sage ? Urls.Of(sage) : null;
}
