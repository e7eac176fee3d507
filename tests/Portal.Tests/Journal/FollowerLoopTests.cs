using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class FollowerLoopTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_node_follower_starts_once_and_then_sees_every_row_once_in_order()
    {
        await JoinAsync(3);
        var follower = new Recorder(waitFor: 23);
        using var loop = Loop(follower);

        await loop.StartAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => JoinAsync(5)));
        await follower.Done.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);

        Assert.Equal(1, follower.Starts);
        Assert.Equal(Enumerable.Range(1, 23).Select(n => (long)n), follower.Seen);
    }

    [Fact]
    public async Task A_node_follower_goes_on_from_where_it_says_it_is()
    {
        await JoinAsync(5);
        var follower = new Recorder(waitFor: 2) { Cursor = 3 };
        using var loop = Loop(follower);

        await loop.StartAsync(Stop);
        await follower.Done.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);

        Assert.Equal([4L, 5], follower.Seen);
    }

    [Fact]
    public async Task A_commit_of_this_process_wakes_a_follower_without_any_timer()
    {
        var follower = new Recorder(waitFor: 1);
        using var loop = Loop(follower, new NoTimers());

        await loop.StartAsync(Stop);
        await follower.Rested.WaitAsync(LongEnough, Stop);
        await JoinAsync(1);
        await follower.Done.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);

        Assert.Equal([1L], follower.Seen);
    }

    [Fact]
    public async Task What_another_process_wrote_is_seen_too()
    {
        var follower = new Recorder(waitFor: 1);
        using var loop = Loop(follower);
        await loop.StartAsync(Stop);
        await follower.Rested.WaitAsync(LongEnough, Stop);

        // Another node rings a signal of its own.
        await using var other = Portal.OtherNode("other");
        await using var scope = other.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.InTransaction(
            async () =>
            {
                db.Members.Add(Member.Join("มาลี", Role.Recorder, "3104", Actor.System, Now));
                await db.SaveChangesAsync(Stop);
            },
            Stop);

        await follower.Done.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);
    }

    [Fact]
    public async Task A_batch_that_failed_is_tried_again_and_nothing_after_it_is_lost()
    {
        await JoinAsync(2);
        var follower = new Recorder(waitFor: 2) { FailuresLeft = 1 };
        using var loop = Loop(follower);

        await loop.StartAsync(Stop);
        await follower.Done.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);

        Assert.Equal([1L, 2], follower.Seen);
    }

    private NodeFollowerLoop<Recorder> Loop(Recorder follower, TimeProvider? clock = null) =>
        new(follower, Portal.Get<IServiceScopeFactory>(), Portal.Get<JournalSignal>(), clock ?? TimeProvider.System, NullLogger<Recorder>.Instance);

    private async Task JoinAsync(int count)
    {
        for (var n = 0; n < count; n++)
        {
            await Portal.Write(db => db.Members.Add(Member.Join($"คนที่ {n}", Role.Recorder, "3104", Actor.System, Now)));
        }
    }

    private sealed class Recorder(int waitFor) : INodeFollower
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _rested = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<long> Seen { get; } = [];

        public long Cursor { get; init; }

        public int Starts { get; private set; }

        public int FailuresLeft { get; set; }

        public Task Done => _done.Task;

        public Task Rested => _rested.Task;

        public Task<long> StartAsync(PortalDb db, CancellationToken cancellationToken)
        {
            Starts++;
            return Task.FromResult(Cursor);
        }

        public Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken)
        {
            if (FailuresLeft-- > 0)
            {
                throw new InvalidOperationException("The disk is full.");
            }

            Seen.AddRange(batch.Select(h => h.Seq));
            if (Seen.Count >= waitFor)
            {
                _done.TrySetResult();
            }

            return Task.CompletedTask;
        }

        public Task RestAsync(CancellationToken cancellationToken)
        {
            _rested.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <summary>A clock on which nothing is ever due.</summary>
    private sealed class NoTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
