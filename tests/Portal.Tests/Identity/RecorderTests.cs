using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>Acting for another (S02).</summary>
public sealed class RecorderTests(TestDatabases databases) : IdentityTest(databases)
{
    private Slip _sage = null!;
    private Slip _recorder = null!;

    [Theory]
    [InlineData("sage")]
    [InlineData("worker")]
    public async Task A_recorder_writes_what_the_sage_tells_until_the_sage_or_an_officer_ends_it(string by)
    {
        await BeginAsync();
        var actor = by == "sage" ? await ActorAsync(_sage.MemberId) : People.InRole(Role.CdWorker, "3104");
        await NameAsync(actor);
        var text = await TellAsync("ปุ๋ยหมัก", await ActorAsync(_recorder.MemberId));

        var entry = await Portal.EntryAsync(text);
        Assert.Equal((_sage.MemberId, _sage.MemberId, _recorder.MemberId), (entry.TellerId, entry.LatestAuthorId, entry.LatestRecorderId));
        Assert.Equal([text], await SeenAsync(_sage.MemberId));
        Assert.Equal([text], await SeenAsync(_recorder.MemberId));

        await Portal.Run(db => db.DropRecorderAsync(_sage.MemberId, _recorder.MemberId, actor, Now, Stop));

        var after = await ActorAsync(_recorder.MemberId);
        Assert.Empty(after.Tellers);
        Assert.Empty(await SeenAsync(_recorder.MemberId));
        Assert.Equal("entry.none", await Refused(() => Portal.ReviseAsync(text, 1, Samples.Article("แก้ต่อ"), after, Home)));
        Assert.Equal("entry.forbidden", await Refused(() => TellAsync("เรื่องใหม่", after)));
        Assert.Equal([text], await SeenAsync(_sage.MemberId));
        Assert.Equal(["member recorder-named", "member recorder-dropped"], (await VerbsInJournal()).Where(v => v.Contains("recorder-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_sage_tells_is_seen_by_officers_of_the_area_and_by_no_other_recorder()
    {
        await BeginAsync();
        await NameAsync(await ActorAsync(_sage.MemberId));
        var told = await TellAsync("ปุ๋ยหมัก", await ActorAsync(_recorder.MemberId));
        var neighbour = await EnrolAsync("สมศรี", Role.Recorder, "3104");
        foreach (var (actor, sees) in ((Actor, bool)[])
        [
            (await ActorAsync(neighbour.MemberId), false),
            (People.InRole(Role.CdWorker, "3104"), true),
            (People.Somchai, true),
            (People.FromProvince, true),
            (People.FromKhuMueang, false),
            (People.InRole(Role.CdWorker, "3102"), false),
            (People.InRole(Role.DepartmentOfficer, ""), false),
        ])
        {
            Assert.Equal(sees, await Portal.Read(db => db.EntriesFor(actor).AnyAsync(e => e.Id == told, Stop)));
        }

        Assert.Equal("entry.none", await Refused(async () => await Portal.ReviseAsync(told, 1, Samples.Article("แก้"), await ActorAsync(neighbour.MemberId), Home)));
    }

    [Fact]
    public async Task Neither_teller_nor_recorder_approves()
    {
        await BeginAsync();
        await NameAsync(await ActorAsync(_sage.MemberId));
        var text = await TellAsync("ปุ๋ยหมัก", await ActorAsync(_recorder.MemberId));
        var recorder = await ActorAsync(_recorder.MemberId);
        await Portal.ActAsync(text, recorder, (e, now) => e.Submit(recorder, now));
        foreach (var who in (Guid[])[_sage.MemberId, _recorder.MemberId])
        {
            var reviewer = People.Somchai with { Id = who };
            Assert.Equal("entry.own", await Refused(() => Portal.ActAsync(text, reviewer, (e, now) => e.Approve(Samples.Ticked, reviewer, now))));
        }

        await Portal.ActAsync(text, People.Somchai, (e, now) => e.Approve(Samples.Ticked, People.Somchai, now));
    }

    [Fact]
    public async Task An_officer_does_not_put_words_into_a_sages_mouth()
    {
        await BeginAsync();
        Assert.Equal("entry.forbidden", await Refused(() => TellAsync("ไม่ได้เล่า", People.Somchai)));
        Assert.Equal("entry.forbidden", await Refused(async () => await TellAsync("ไม่ได้เล่า", await ActorAsync(_recorder.MemberId))));
        await TellAsync("เล่าเอง", await ActorAsync(_sage.MemberId));
    }

    [Fact]
    public async Task The_recorders_of_a_closed_sage_or_one_whose_role_ended_lose_access()
    {
        await BeginAsync();
        await NameAsync(await ActorAsync(_sage.MemberId));
        await OnAsync(_sage.MemberId, Actor.System, m => m.Close(Actor.System, Now));
        Assert.Empty((await ActorAsync(_recorder.MemberId)).Tellers);
        await OnAsync(_sage.MemberId, Actor.System, m => m.Reopen(Actor.System, Now));
        Assert.Equal(_sage.MemberId, Assert.Single((await ActorAsync(_recorder.MemberId)).Tellers).MemberId);

        await OnAsync(_sage.MemberId, Actor.System, m => m.GiveRole(Role.Sage, Home, "", Today, Actor.System, Now));
        Pass(TimeSpan.FromDays(1));
        Assert.Empty((await ActorAsync(_recorder.MemberId)).Tellers);
        Assert.Equal("recorder.no-sage", await Refused(async () => await NameAsync(await ActorAsync(_sage.MemberId))));
    }

    [Fact]
    public async Task Only_the_sage_and_officers_over_the_sage_name_recorders_and_only_open_members()
    {
        await BeginAsync();
        var sage = await ActorAsync(_sage.MemberId);
        foreach (var stranger in (Actor[])[People.FromKhuMueang, People.InRole(Role.DepartmentOfficer, ""), await ActorAsync(_recorder.MemberId)])
        {
            Assert.Equal("member.none", await Refused(() => NameAsync(stranger)));
        }

        foreach (var number in (string?[])[null, "", "123", _sage.Number, SignInNumber.Draw()])
        {
            Assert.Equal("recorder.none", await Refused(() => NameAsync(sage, number)));
        }

        await OnAsync(_recorder.MemberId, Actor.System, m => m.Close(Actor.System, Now));
        Assert.Equal("recorder.none", await Refused(() => NameAsync(sage)));
        Assert.Equal("recorder.no-sage", await Refused(() => Portal.Run(async db =>
            await db.NameRecorderAsync((await EnrolAsync("ทองดี")).MemberId, _sage.Number, Actor.System, Now, Stop))));
    }

    [Fact]
    public async Task A_sage_has_at_most_ten_and_naming_one_again_changes_nothing()
    {
        await BeginAsync();
        var sage = await ActorAsync(_sage.MemberId);
        await NameAsync(sage);
        await NameAsync(sage, SignInNumber.Show(_recorder.Number));
        Assert.Single(await Portal.Read(db => db.RecordersAsync(_sage.MemberId, Stop)));
        await Portal.Write(db =>
        {
            for (var i = 1; i < Recorders.Most; i++)
            {
                var more = Member.Join($"ผู้ช่วย {i}", Role.Recorder, "3104", Actor.System, Now);
                db.Members.Add(more);
                db.Delegations.Add(new Delegation { SageId = _sage.MemberId, RecorderId = more.Id, From = Now });
            }
        });
        Assert.Equal("recorder.most", await Refused(async () => await NameAsync(sage, (await EnrolAsync("คนที่สิบเอ็ด")).Number)));
    }

    private async Task BeginAsync()
    {
        _sage = await EnrolAsync("คำปัน", Role.Sage);
        _recorder = await EnrolAsync("กันยา");
    }

    private Task NameAsync(Actor by) => NameAsync(by, _recorder.Number);

    private Task NameAsync(Actor by, string? number) => Portal.Run(db => db.NameRecorderAsync(_sage.MemberId, number, by, Now, Stop));

    private async Task<Guid> TellAsync(string title, Actor by) =>
        (await Portal.Read(db => db.DraftAsync(EntryType.Article, Home, Samples.Article(title), by, Now, Stop, _sage.MemberId))).EntryId;

    private async Task<List<Guid>> SeenAsync(Guid member)
    {
        var actor = await ActorAsync(member);
        return await Portal.Read(db => db.EntriesFor(actor).Select(e => e.Id).ToListAsync(Stop));
    }
}
