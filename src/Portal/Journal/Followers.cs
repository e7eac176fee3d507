using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Journal;

/// <summary>Follows the journal on every node, for what each node owns: the search index, the page cache.</summary>
public interface INodeFollower
{
    /// <summary>Called once before anything else; answers the journal number up to which it has followed already.</summary>
    Task<long> StartAsync(PortalDb db, CancellationToken cancellationToken);

    /// <summary>Takes rows in order. May see a row again after a crash: following twice must change nothing.</summary>
    Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken);

    /// <summary>Called at least once a second, also when nothing happened; a place for delayed commits.</summary>
    Task RestAsync(CancellationToken cancellationToken);
}

/// <summary>Follows the journal once for all nodes: its cursor moves in the same transaction as the rows it writes.</summary>
public interface IOnceFollower
{
    /// <summary>Lasting name of its cursor.</summary>
    string Name { get; }

    /// <summary>Adds rows to <paramref name="db"/>; the loop saves them together with the cursor.</summary>
    Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken);
}

/// <summary>How far an <see cref="IOnceFollower"/> has come.</summary>
public sealed class FollowerCursor
{
    public required string Name { get; init; }

    public long Seq { get; set; }

    private sealed class Config : IEntityTypeConfiguration<FollowerCursor>
    {
        public void Configure(EntityTypeBuilder<FollowerCursor> cursor)
        {
            cursor.ToTable("FollowerCursors");
            cursor.HasKey(c => c.Name);
        }
    }
}
