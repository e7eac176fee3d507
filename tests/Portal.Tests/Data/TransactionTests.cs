using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Data;

public sealed class TransactionTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task What_happened_and_what_became_of_it_go_back_together()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Portal.Write(async db =>
        {
            db.Members.Add(Join("มาลี"));
            await db.SaveChangesAsync(Stop);
            throw new InvalidOperationException("The lights went out.");
        }));

        Assert.Empty(await Journal());
        Assert.Empty(await Portal.Read(db => db.Members.ToListAsync(Stop)));
    }

    [Fact]
    public async Task What_went_back_is_not_written_by_the_next_transaction_of_the_same_context()
    {
        await Portal.Run(async db =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransaction(
                () =>
                {
                    db.Members.Add(Join("มาลี"));
                    db.Note(Verbs.ReindexRequested, Actor.System, Now);
                    throw new InvalidOperationException("The lights went out.");
                },
                Stop));
            await db.InTransaction(
                async () =>
                {
                    db.Members.Add(Join("สมชาย"));
                    await db.SaveChangesAsync(Stop);
                },
                Stop);
        });

        Assert.Equal(["member joined"], await VerbsInJournal());
        Assert.Equal("สมชาย", (await Portal.Read(db => db.Members.SingleAsync(Stop))).Name);
    }

    [Fact]
    public Task Saving_outside_a_transaction_is_refused() => Portal.Run(async db =>
    {
        db.Members.Add(Join("มาลี"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Stop));
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    });

    [Fact]
    public Task A_transaction_inside_a_transaction_is_refused_and_does_not_wait_for_itself() => Portal.Run(db => db.InTransaction(
        () => Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransaction(() => Task.CompletedTask, Stop)).WaitAsync(LongEnough, Stop),
        Stop));

    [Fact]
    public async Task What_was_tracked_before_is_read_again_inside()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        await Portal.Run(async db =>
        {
            var before = await db.Entries.SingleAsync(Stop);
            await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
            await db.InTransaction(
                async () =>
                {
                    var inside = await db.Entries.SingleAsync(Stop);
                    Assert.NotSame(before, inside);
                    Assert.Equal(before.Version + 1, inside.Version);
                },
                Stop);
        });
    }

    [Fact]
    public async Task A_save_over_a_newer_state_is_refused_by_the_database()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Portal.Write(async db =>
        {
            var entry = await db.Entries.SingleAsync(e => e.Id == id, Stop);
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Entries\" SET \"Version\" = 7", Stop);
            entry.Submit(People.Malee, Now);
        }));

        Assert.Equal(["entry drafted"], await VerbsInJournal());
    }

    [Fact]
    public async Task Followers_are_woken_after_the_commit_and_not_before()
    {
        var signal = Portal.Get<JournalSignal>();
        var next = signal.Next;

        await Portal.Write(async db =>
        {
            db.Members.Add(Join("มาลี"));
            await db.SaveChangesAsync(Stop);
            Assert.False(next.IsCompleted);
        });

        Assert.True(next.IsCompleted);
        Assert.False(signal.Next.IsCompleted);
    }

    [Fact]
    public async Task Nobody_is_woken_when_nothing_was_journaled_or_everything_went_back()
    {
        var next = Portal.Get<JournalSignal>().Next;

        await Portal.Write(db => db.FollowerCursors.Add(new FollowerCursor { Name = "someone", Seq = 1 }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Portal.Write(async db =>
        {
            db.Members.Add(Join("มาลี"));
            await db.SaveChangesAsync(Stop);
            throw new InvalidOperationException("The lights went out.");
        }));

        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Times_come_back_in_utc_and_in_order_of_time_whatever_their_offset()
    {
        var later = new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.FromHours(7));
        var earlier = new DateTimeOffset(2026, 11, 22, 0, 10, 0, TimeSpan.Zero);
        Portal.Clock.Now = later;
        await Portal.DraftAsync(Samples.Article("ทีหลัง"), People.Malee);
        Portal.Clock.Now = earlier;
        await Portal.DraftAsync(Samples.Article("ทีแรก"), People.Malee);

        var entries = await Portal.Read(db => db.Entries.OrderBy(e => e.LatestAt).ToListAsync(Stop));

        Assert.Equal(["ทีแรก", "ทีหลัง"], entries.Select(e => e.Title));
        Assert.Equal([earlier, later], entries.Select(e => e.LatestAt));
        Assert.All(entries, e => Assert.Equal(TimeSpan.Zero, e.LatestAt.Offset));
    }

    private Member Join(string name) => Member.Join(name, Role.Recorder, "3104", Actor.System, Now);
}
