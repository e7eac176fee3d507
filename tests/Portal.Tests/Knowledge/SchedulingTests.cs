using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class SchedulingTests(TestDatabases databases) : PortalTest(databases)
{
    private Actor _head = null!;

    [Fact]
    public async Task A_text_comes_out_at_its_time_in_the_name_of_who_scheduled_it_and_goes_again()
    {
        var id = await ScheduledAsync(Now.AddHours(1), Now.AddDays(1));
        var before = (await Journal()).Count;

        Portal.Clock.Now = Now.AddHours(1).AddTicks(-TimeSpan.TicksPerSecond);
        await RunAsync();
        Assert.Equal((before, false), ((await Journal()).Count, (await Portal.EntryAsync(id)).IsLive));

        Portal.Clock.Now = Now.AddSeconds(1);
        await RunAsync();
        var entry = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Published, true, null), (entry.State, entry.IsLive, entry.PublishDue));
        await RunAsync();
        var row = Assert.Single((await Journal()).Skip(before));
        Assert.Equal((Verbs.EntryPublished.Name, _head.Id), (row.Verb, row.ActorId));

        Portal.Clock.Now = Now.AddDays(1);
        await RunAsync();
        Assert.Equal((EntryState.Archived, false), await StateAsync(id));
        Assert.Equal((Verbs.EntryArchived.Name, _head.Id), ((await Journal())[^1].Verb, (await Journal())[^1].ActorId));
    }

    [Fact]
    public async Task Of_two_nodes_that_wake_at_once_one_publishes()
    {
        var ids = new List<Guid>();
        for (var n = 0; n < 4; n++)
        {
            ids.Add(await ScheduledAsync(Now.AddHours(1), Now.AddHours(2)));
        }

        foreach (var (hours, verb) in new[] { (1, Verbs.EntryPublished), (2, Verbs.EntryArchived) })
        {
            Portal.Clock.Now = Now.AddHours(1);
            await using var other = Portal.OtherNode($"other-{hours}");
            await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => n % 2 == 0 ? RunAsync() : RunOnAsync(other), Stop)));
            Assert.Equal(ids.Order(), (await Journal()).Where(h => h.Verb == verb.Name).Select(h => h.SubjectId).Order());
        }
    }

    [Fact]
    public async Task What_came_due_while_the_portal_was_off_is_done_when_it_is_back()
    {
        var id = await ScheduledAsync(Now.AddHours(1));
        Portal.Clock.Now = Now.AddDays(3);

        await using var restarted = Portal.OtherNode("restarted");
        await RunOnAsync(restarted);

        Assert.Equal((EntryState.Published, true), await StateAsync(id));
    }

    [Fact]
    public async Task Who_may_no_longer_publish_publishes_nothing_and_both_are_told()
    {
        var id = await ScheduledAsync(Now.AddHours(1));
        await Portal.Write(async db => (await db.Members.SingleAsync(m => m.Id == _head.Id, Stop)).Close(Actor.System, Now));
        Portal.Clock.Now = Now.AddHours(1);

        await RunAsync();
        await RunAsync();

        Assert.Equal((EntryState.Approved, false), await StateAsync(id));
        var missed = Assert.Single(await Journal(), h => h.Verb == Verbs.EntryScheduleMissed.Name);
        Assert.Contains("grant-gone", missed.Data, StringComparison.Ordinal);
        await Portal.Write(db => new NoticeFollower().FollowAsync(db, [missed], Stop));
        Assert.Equal(new[] { _head.Id, People.Malee.Id }.Order(), (await Portal.Read(db => db.Notices.Select(n => n.MemberId).ToListAsync(Stop))).Order());
    }

    [Fact]
    public async Task What_a_publisher_would_be_refused_is_refused_at_its_time_and_nothing_is_half_done()
    {
        var id = await ScheduledAsync(Now.AddHours(1), slug: "ที่อยู่เดียว");
        await Portal.PublishAsync(Samples.Article("เรื่องอื่น") with { Slug = "ที่อยู่เดียว" });
        Portal.Clock.Now = Now.AddHours(1);

        await RunAsync();

        var entry = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Approved, false, null, null), (entry.State, entry.IsLive, entry.Slug, entry.PublishDue));
        Assert.Contains("address-taken", (await Journal())[^1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_draft_takes_it_off_the_schedule()
    {
        var id = await ScheduledAsync(Now.AddHours(1), Now.AddDays(1));

        await Portal.ReviseAsync(id, 1, Samples.Article("แก้แล้ว"), People.Malee);
        Portal.Clock.Now = Now.AddDays(2);
        await RunAsync();

        var entry = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Draft, false, null, null), (entry.State, entry.IsLive, entry.PublishDue, entry.ExpiryDue));
        Assert.Contains("entry unscheduled", await VerbsInJournal());
    }

    [Fact]
    public async Task A_draft_of_a_live_text_leaves_its_last_day_alone_and_the_portal_keeps_it_when_who_set_it_is_gone()
    {
        var id = await ScheduledAsync(Now.AddHours(1), Now.AddDays(1));
        Portal.Clock.Now = Now.AddHours(1);
        await RunAsync();
        await Portal.ReviseAsync(id, 1, Samples.Article("ร่างใหม่"), People.Malee);
        await Portal.Write(async db => (await db.Members.SingleAsync(m => m.Id == _head.Id, Stop)).Close(Actor.System, Now));

        Portal.Clock.Now = Now.AddDays(1);
        await RunAsync();

        Assert.False((await Portal.EntryAsync(id)).IsLive);
        Assert.Equal(Actor.System.Id, (await Journal())[^1].ActorId);
    }

    [Fact]
    public async Task Only_what_is_approved_is_scheduled_for_a_time_to_come_by_who_publishes_there()
    {
        await JoinAsync();
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก"), People.Malee);
        Assert.Equal("entry.not-approved", await Refused(() => ScheduleAsync(id, Now.AddHours(1), null, _head)));
        await ApproveAsync(id);
        Assert.Equal("entry.forbidden", await Refused(() => ScheduleAsync(id, Now.AddHours(1), null, People.Malee)));
        Assert.Equal("entry.past", await Refused(() => ScheduleAsync(id, Now, null, _head)));
        Assert.Equal("entry.expiry", await Refused(() => ScheduleAsync(id, Now.AddHours(2), Now.AddHours(2), _head)));
        Assert.Equal((EntryState.Approved, false), await StateAsync(id));
    }

    private async Task<Guid> ScheduledAsync(DateTimeOffset at, DateTimeOffset? expiry = null, string slug = "")
    {
        await JoinAsync();
        var id = await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก") with { Slug = slug }, People.Malee);
        await ApproveAsync(id);
        await ScheduleAsync(id, at, expiry, _head);
        return id;
    }

    private async Task JoinAsync()
    {
        if (_head is null)
        {
            var member = Member.Join("มานพ ตั้งเวลา", Role.DistrictHead, "3104", Actor.System, Now);
            await Portal.Write(db => db.Members.Add(member));
            _head = member.ToActor(ThaiTime.Day(Now));
        }
    }

    private async Task ApproveAsync(Guid id)
    {
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));
    }

    private Task ScheduleAsync(Guid id, DateTimeOffset at, DateTimeOffset? expiry, Actor by) => Portal.ActAsync(id, by, (entry, now) => entry.Schedule(at, expiry, by, now));

    private async Task<(EntryState, bool)> StateAsync(Guid id)
    {
        var entry = await Portal.EntryAsync(id);
        return (entry.State, entry.IsLive);
    }

    private Task RunAsync() => Portal.Run(db => Scheduling.RunDueAsync(db, Portal.Clock, Stop));

    private async Task RunOnAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        await Scheduling.RunDueAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), Portal.Clock, Stop);
    }
}
