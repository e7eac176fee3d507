using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class JournalTests(TestDatabases databases) : PortalTest(databases)
{
    private const int Writers = 8;
    private const int SavesEach = 12;

    [Fact]
    public async Task Numbers_have_no_gap_and_the_chain_holds_under_eight_writers()
    {
        await WriteFromTwoNodesAsync();

        var rows = await Journal();
        Assert.Equal(Enumerable.Range(1, Writers * SavesEach).Select(n => (long)n), rows.Select(h => h.Seq));
        Assert.Equal(Writers * SavesEach, rows.Select(h => h.SubjectId).Distinct().Count());
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task A_reader_of_what_comes_after_its_cursor_misses_nothing()
    {
        var seen = new List<long>();
        var writing = WriteFromTwoNodesAsync();
        while (seen.Count < Writers * SavesEach)
        {
            var isLast = writing.IsCompleted;
            seen.AddRange((await Portal.Read(db => db.HappeningsAfterAsync(seen.LastOrDefault(), 7, Stop))).Select(h => h.Seq));
            if (isLast)
            {
                await writing;
                seen.AddRange((await Portal.Read(db => db.HappeningsAfterAsync(seen.LastOrDefault(), int.MaxValue, Stop))).Select(h => h.Seq));
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, Writers * SavesEach).Select(n => (long)n), seen);
    }

    [Fact]
    public async Task Time_in_the_journal_never_goes_back_though_the_clock_does()
    {
        await JoinAsync("มาลี");
        Portal.Clock.Now = Now.AddHours(-2);
        await JoinAsync("สมชาย");
        Portal.Clock.Now = Now.AddHours(5);
        await JoinAsync("ประเสริฐ");

        var times = (await Journal()).ConvertAll(h => h.At);
        Assert.Equal(times[0], times[1]);
        Assert.Equal(Now, times[2]);
    }

    [Fact]
    public async Task A_moment_finer_than_a_microsecond_still_hashes_the_same_after_it_was_read()
    {
        Portal.Clock.Now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_234_567);

        await JoinAsync("มาลี");

        var row = Assert.Single(await Journal());
        Assert.Equal(TimeSpan.Zero, row.At.Offset);
        Assert.Equal(123_456, row.At.Microsecond + (row.At.Millisecond * 1000));
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task Several_happenings_of_one_save_stand_in_the_order_they_happened()
    {
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));

        Assert.Equal(["entry drafted", "entry published"], await VerbsInJournal());
    }

    [Fact]
    public async Task The_head_of_an_empty_journal_is_where_the_chain_starts()
    {
        var (seq, _, hash) = await Portal.Read(db => db.JournalHeadAsync(Stop));

        Assert.Equal(0, seq);
        Assert.Equal(JournalChain.Start, hash);
    }

    private Task JoinAsync(string name) => Portal.Write(db => db.Members.Add(Member.Join(name, Role.Recorder, "3104", Actor.System, Now)));

    private async Task WriteFromTwoNodesAsync()
    {
        await using var here = Portal.OtherNode("here");
        await using var there = Portal.OtherNode("there");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                for (var n = 0; n < SavesEach; n++)
                {
                    await using var scope = (writer % 2 == 0 ? here : there).CreateAsyncScope();
                    var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                    await db.DraftAsync(EntryType.Article, "3104", Samples.Article($"เรื่อง {writer} {n}"), People.Malee, Now, Stop);
                }
            },
            Stop)));
    }
}
