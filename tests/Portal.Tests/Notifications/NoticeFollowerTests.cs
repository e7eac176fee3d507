using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace KhokNongNa.Portal.Tests.Notifications;

public sealed class NoticeFollowerTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task The_author_is_told_what_others_did_with_the_text_and_not_what_the_author_did()
    {
        await ReviewedAsync("ปุ๋ยหมัก");

        await FollowAsync(1);

        var notices = await NoticesAsync();
        Assert.Equal(["returned", "approved", "published"], notices.Select(n => n.Verb));
        Assert.All(notices, n => Assert.Equal(People.Malee.Id, n.MemberId));
    }

    [Fact]
    public async Task Two_loops_at_once_on_two_nodes_write_each_notice_once()
    {
        for (var n = 0; n < 6; n++)
        {
            await ReviewedAsync($"เรื่องที่ {n}");
        }

        await FollowAsync(2);

        var notices = await NoticesAsync();
        Assert.Equal(18, notices.Count);
        Assert.Equal(18, notices.Select(n => (n.MemberId, n.Seq)).Distinct().Count());
    }

    [Fact]
    public async Task Following_again_after_a_restart_tells_nothing_twice()
    {
        await ReviewedAsync("ปุ๋ยหมัก");

        await FollowAsync(1);
        await FollowAsync(1);
        await ReviewedAsync("น้ำหมัก");
        await FollowAsync(1);

        Assert.Equal(6, (await NoticesAsync()).Count);
    }

    [Fact]
    public async Task The_cursor_and_the_rows_it_stands_for_move_together_or_not_at_all()
    {
        await ReviewedAsync("ปุ๋ยหมัก");
        var failing = new FailsAfterWriting();
        using var loop = new OnceFollowerLoop<FailsAfterWriting>(
            failing, Portal.Get<IServiceScopeFactory>(), Portal.Get<JournalSignal>(), TimeProvider.System, NullLogger<FailsAfterWriting>.Instance);

        await loop.StartAsync(Stop);
        await failing.Tried.WaitAsync(LongEnough, Stop);
        await loop.StopAsync(Stop);

        Assert.Empty(await NoticesAsync());
        Assert.Empty(await Portal.Read(db => db.FollowerCursors.ToListAsync(Stop)));
    }

    private Task<List<Notice>> NoticesAsync() => Portal.Read(db => db.Notices.AsNoTracking().OrderBy(n => n.Seq).ToListAsync(Stop));

    private async Task ReviewedAsync(string title)
    {
        var id = await Portal.DraftAsync(Samples.Article(title), People.Malee);
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", "ขอรูปเพิ่ม")], People.Somchai, now));
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));
        await Portal.PutLiveAsync(id, People.Somchai);
    }

    /// <summary>Runs loops, each on a node of its own, until the cursor is at the journal's head.</summary>
    private async Task FollowAsync(int loops)
    {
        var nodes = Enumerable.Range(0, loops).Select(n => Portal.OtherNode($"node{n}")).ToList();
        var running = nodes.ConvertAll(n => n.GetServices<IHostedService>().OfType<OnceFollowerLoop<NoticeFollower>>().Single());
        await Task.WhenAll(running.Select(l => l.StartAsync(Stop)));
        var head = (await Portal.Read(db => db.JournalHeadAsync(Stop))).Seq;
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        tooLong.CancelAfter(LongEnough);
        while ((await Portal.Read(db => db.FollowerCursors.AsNoTracking().SingleOrDefaultAsync(Stop)))?.Seq != head)
        {
            tooLong.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await Task.WhenAll(running.Select(l => l.StopAsync(Stop)));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private sealed class FailsAfterWriting : IOnceFollower
    {
        private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "failing";

        public Task Tried => _tried.Task;

        public async Task FollowAsync(PortalDb db, IReadOnlyList<Happening> batch, CancellationToken cancellationToken)
        {
            await new NoticeFollower().FollowAsync(db, batch, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            _tried.TrySetResult();
            throw new InvalidOperationException("The lights went out.");
        }
    }
}
