using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class TrashTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_draft_goes_into_the_trash_and_comes_back_as_it_was()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        await ThrowAsync(id);

        Assert.Empty((await Portal.Read(db => db.FindAsync(People.FromProvince, new(), Stop))).Rows);
        Assert.Equal("entry.none", await Refused(() => Portal.ReviseAsync(id, 1, Samples.Article("ข"), People.Malee)));
        Assert.Equal([id], await Portal.Read(db => db.TrashFor(People.Malee).Select(e => e.Id).ToListAsync(Stop)));
        Assert.Empty(await Portal.Read(db => db.TrashFor(People.FromKhuMueang).ToListAsync(Stop)));
        Assert.Equal("entry.not-trashed", await Refused(() => Portal.Run(db => db.TakeBackAsync(id, People.FromKhuMueang, Now, Stop))));

        await Portal.Run(db => db.TakeBackAsync(id, People.Malee, Now, Stop));

        var back = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Draft, "ปุ๋ยหมัก"), (back.State, back.Title));
        Assert.Equal("entry.not-trashed", await Refused(() => Portal.Run(db => db.TakeBackAsync(id, People.Malee, Now, Stop))));
    }

    [Fact]
    public async Task What_readers_see_is_not_thrown_away_and_what_they_saw_only_by_who_publishes()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Assert.Equal("entry.live", await Refused(() => ThrowAsync(id)));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        Assert.Equal("entry.forbidden", await Refused(() => ThrowAsync(id)));
        await Portal.Run(db => db.ThrowAsync(id, People.Somchai, Now, Stop));

        // Its address stays its own: links in the world lead there when it comes back.
        var other = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Assert.Equal("ปุ๋ยหมัก-2", (await Portal.EntryAsync(other)).Slug);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_thrown_away_by_who_publishes_there_and_nobody_else()
    {
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);

        Assert.Equal("entry.none", await Refused(() => Portal.Run(db => db.ThrowAsync(id, People.FromKhuMueang, Now, Stop))));
        await Portal.Run(db => db.ThrowAsync(id, People.Somchai, Now, Stop));

        Assert.Single(await Portal.Read(db => db.TrashFor(People.Malee).ToListAsync(Stop)));
    }

    [Fact]
    public async Task After_thirty_days_it_goes_with_everything_that_hung_on_it_and_once()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        var kept = await Portal.DraftAsync(Samples.Article("น้ำหมัก"), People.Malee);
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));
        await Portal.Run(db => db.ThrowAsync(id, People.Somchai, Now, Stop));
        await ThrowAsync(kept);

        Portal.Clock.Now += TimeSpan.FromDays(Trash.Days) - TimeSpan.FromMinutes(1);
        await EmptyAsync();
        Assert.Equal(2, await Portal.Read(db => db.TrashFor(People.FromProvince).CountAsync(Stop)));
        await Portal.Run(db => db.TakeBackAsync(kept, People.Malee, Now, Stop));

        Portal.Clock.Now += TimeSpan.FromMinutes(2);
        await Task.WhenAll(EmptyAsync(), EmptyAsync());

        Assert.Equal([kept], await Portal.Read(db => db.Entries.IgnoreQueryFilters().Select(e => e.Id).ToListAsync(Stop)));
        Assert.Equal((0, 0), await Portal.Read(async db => (await db.Revisions.CountAsync(r => r.EntryId == id, Stop), await db.References.CountAsync(r => r.EntryId == id, Stop))));
        Assert.Single(await Journal(), h => h.SubjectId == id && h.Verb == Verbs.EntryRemoved.Name);
    }

    [Fact]
    public async Task Several_are_thrown_away_together_and_those_that_readers_see_stay()
    {
        var live = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        var draft = await Portal.DraftAsync(Samples.Article("น้ำหมัก"), People.Malee);

        Assert.Equal([("น้ำหมัก", true), ("ปุ๋ยหมัก", false)], (await Portal.Read(db => db.LookAsync(BulkAct.Throw, [live, draft], People.Somchai, Stop))).Select(r => (r.Entry.Title, r.MayBeDone)));
        Assert.Equal(1, await Portal.Read(db => db.DoAsync(BulkAct.Throw, [live, draft, draft, Guid.CreateVersion7()], People.Somchai, Now, Stop)));
        Assert.Equal(0, await Portal.Read(db => db.DoAsync(BulkAct.Archive, [live], People.FromKhuMueang, Now, Stop)));

        Assert.Equal([live], await Portal.Read(db => db.Entries.Select(e => e.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_live_text_of_a_year_ago_is_stale_until_somebody_confirms_it()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Assert.Empty(await StaleAsync());
        Portal.Clock.Now = Now.AddMonths(Entry.FreshMonths).AddDays(1);
        Assert.Equal(["ปุ๋ยหมัก"], await StaleAsync());

        Assert.Equal(0, await Portal.Read(db => db.DoAsync(BulkAct.Confirm, [id], People.Malee, Now, Stop)));
        Assert.Equal(1, await Portal.Read(db => db.DoAsync(BulkAct.Confirm, [id], People.Somchai, Now, Stop)));

        Assert.Empty(await StaleAsync());
        Portal.Clock.Now = Now.AddMonths(Entry.FreshMonths).AddDays(1);
        Assert.Single(await StaleAsync());
    }

    private async Task<IReadOnlyList<string>> StaleAsync() =>
        [.. (await Portal.Read(db => db.FindAsync(People.FromProvince, new(StaleAt: Now), Stop))).Rows.Select(r => r.Title)];

    private Task ThrowAsync(Guid id) => Portal.Run(db => db.ThrowAsync(id, People.Malee, Now, Stop));

    private Task EmptyAsync() => Portal.Run(db => Trash.EmptyTrashAsync(db, Portal.Clock, Stop));
}
