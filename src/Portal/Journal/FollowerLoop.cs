using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Portal.Journal;

/// <summary>Reads the journal for one follower: woken by the signal of this process, and each second for other processes.</summary>
public abstract class FollowerLoop(IServiceScopeFactory scopes, JournalSignal signal, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Rows handed over at once.</summary>
    protected const int BatchSize = 500;

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Opening an index may be slow; the host must not wait for it.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await StepAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                // What failed is tried again: a follower that gives up would leave search or the cache behind for good.
                logger.LogError(problem, "A follower of the journal failed; it tries again");
                next = Task.Delay(Timeout.Infinite, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(PollEvery, clock, stoppingToken));
        }
    }

    /// <returns>Whether there was something, so that it should go on at once.</returns>
    protected abstract Task<bool> StepAsync(PortalDb db, CancellationToken cancellationToken);
}

/// <summary>The loop of an <see cref="INodeFollower"/>.</summary>
public sealed class NodeFollowerLoop<T>(T follower, IServiceScopeFactory scopes, JournalSignal signal, TimeProvider clock, ILogger<T> logger)
    : FollowerLoop(scopes, signal, clock, logger)
    where T : INodeFollower
{
    private long? _cursor;

    protected override async Task<bool> StepAsync(PortalDb db, CancellationToken cancellationToken)
    {
        _cursor ??= await follower.StartAsync(db, cancellationToken);
        var batch = await db.HappeningsAfterAsync(_cursor.Value, BatchSize, cancellationToken);
        if (batch.Count > 0)
        {
            await follower.FollowAsync(db, batch, cancellationToken);
            _cursor = batch[^1].Seq;
        }

        await follower.RestAsync(cancellationToken);
        return batch.Count > 0;
    }
}

/// <summary>The loop of an <see cref="IOnceFollower"/>. The journal lock keeps other nodes out while the cursor moves.</summary>
public sealed class OnceFollowerLoop<T>(T follower, IServiceScopeFactory scopes, JournalSignal signal, TimeProvider clock, ILogger<T> logger)
    : FollowerLoop(scopes, signal, clock, logger)
    where T : IOnceFollower
{
    protected override async Task<bool> StepAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var seen = await db.FollowerCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == follower.Name, cancellationToken);
        if (!await db.Journal.AnyAsync(h => h.Seq > (seen == null ? 0 : seen.Seq), cancellationToken))
        {
            return false;
        }

        await db.InTransaction(
            async () =>
            {
                var cursor = await db.FollowerCursors.SingleOrDefaultAsync(c => c.Name == follower.Name, cancellationToken);
                if (cursor is null)
                {
                    db.FollowerCursors.Add(cursor = new FollowerCursor { Name = follower.Name });
                }

                var batch = await db.HappeningsAfterAsync(cursor.Seq, BatchSize, cancellationToken);
                if (batch.Count > 0)
                {
                    await follower.FollowAsync(db, batch, cancellationToken);
                    cursor.Seq = batch[^1].Seq;
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
        return true;
    }
}

public static class FollowerRegistration
{
    public static IServiceCollection AddNodeFollower<T>(this IServiceCollection services)
        where T : class, INodeFollower =>
        services.AddSingleton<T>().AddHostedService<NodeFollowerLoop<T>>();

    public static IServiceCollection AddOnceFollower<T>(this IServiceCollection services)
        where T : class, IOnceFollower =>
        services.AddSingleton<T>().AddHostedService<OnceFollowerLoop<T>>();
}
