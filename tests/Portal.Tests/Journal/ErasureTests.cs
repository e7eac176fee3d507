using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

/// <summary>Contact data and people leave; the chain stays.</summary>
public sealed class ErasureTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    private MemberActs Acts => field ??= new(Portal);

    [Fact]
    public async Task Erasing_a_person_leaves_the_chain_whole_and_no_name_anywhere()
    {
        await Acts.EnrolAsync();
        await Acts.SignInAsync();
        Assert.Equal(MemberActs.Phone, await Acts.LookAsync());
        await Acts.ChangeAsync();
        var before = await Journal();

        await Acts.EraseAsync();

        var rows = await Journal();
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
        Assert.Equal(before.Select(h => Convert.ToHexString(h.Hash)), rows.Take(before.Count).Select(h => Convert.ToHexString(h.Hash)));
        var found = (await AuditAsync(new(Subject: Acts.Sage.MemberId))).Rows;
        Assert.NotEmpty(found);
        var names = await Portal.Read(db => AuditNames.OfAsync(db, found, Stop));
        Assert.All(found, row => Assert.Null(names.Subject(row.Row)));
        Assert.Equal(AuditNames.Erased, names.Who(Acts.Sage.MemberId));
        Assert.Equal(new BeforeAfter<MemberRevision>(null, null), await Portal.Read(db => db.MemberChangeAsync(found.Single(r => r.Is(Verbs.MemberWritten)), Stop)));
    }

    [Fact]
    public async Task No_name_number_or_telephone_ever_stands_in_a_row()
    {
        await Acts.AllAsync();

        foreach (var row in await Journal())
        {
            Assert.All(
                ["typed", "บุญมี", "กันยา", "0812345678", "812345678", "0898765432", Acts.Sage.Number, Acts.Recorder.Number, Acts.Sage.Pin],
                secret => Assert.DoesNotContain(secret, $"{row.Data} {row.SubjectType} {row.Verb}", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Who_looked_is_told_newest_first_and_without_a_name_after_an_erasure()
    {
        await Acts.EnrolAsync();
        var officer = await Portal.Read(db => db.EnrolAsync(new("สายใจ", "", null), Role.CdWorker, "3104", "", null, Acts.Head, Now, Stop));
        var worker = People.InRole(Role.CdWorker, "3104") with { Id = officer.MemberId };
        Portal.Clock.Now = Now.AddHours(1);
        await Portal.Read(db => db.LookAtPhoneAsync(Acts.Sage.MemberId, worker, Now, Stop));
        Portal.Clock.Now = Now.AddHours(1);
        await Acts.LookAsync();

        var looks = await Portal.Read(db => db.WhoLookedAsync(Acts.Sage.MemberId, Stop));

        Assert.Equal([new(Now, Acts.Head.Id, null), new ContactLook(Now.AddHours(-1), officer.MemberId, "สายใจ")], looks);
        Assert.Empty(await Portal.Read(db => db.WhoLookedAsync(Acts.Recorder.MemberId, Stop)));

        await Portal.Run(db => db.EraseMemberAsync(officer.MemberId, Administrator, Now, Stop));
        Assert.Equal([null, null], (await Portal.Read(db => db.WhoLookedAsync(Acts.Sage.MemberId, Stop))).Select(l => l.Name));
        Assert.Equal(2, (await AuditAsync(new(Verbs: [Verbs.MemberContactSeen]))).Rows.Count);
    }

    [Fact]
    public async Task A_number_is_not_shown_when_the_look_cannot_be_written()
    {
        await Acts.EnrolAsync();
        var rows = await Journal();
        await Portal.Run(db => db.Database.ExecuteSqlRawAsync(
            TestDatabases.IsPostgres
                ? "CREATE RULE no_room AS ON INSERT TO \"Journal\" DO INSTEAD NOTHING"
                : "CREATE TRIGGER no_room BEFORE INSERT ON \"Journal\" BEGIN SELECT RAISE(ABORT, 'full'); END",
            Stop));

        await Assert.ThrowsAnyAsync<DbUpdateException>(Acts.LookAsync);

        Assert.Equal(rows.Count, (await Journal()).Count);
    }

    [Fact]
    public async Task Who_may_not_look_sees_no_number_and_leaves_no_row()
    {
        await Acts.EnrolAsync();
        var rows = await Journal();

        Assert.Equal("member.none", await Refused(() => Portal.Read(db => db.LookAtPhoneAsync(Acts.Sage.MemberId, People.FromKhuMueang, Now, Stop))));
        Assert.Equal("member.none", await Refused(() => Portal.Read(db => db.LookAtPhoneAsync(Acts.Sage.MemberId, People.Malee, Now, Stop))));

        Assert.Equal(rows.Count, (await Journal()).Count);
    }

    private Task<AuditPage> AuditAsync(AuditFilter filter) => Portal.Read(db => db.AuditAsync(Administrator, filter, null, null, Stop));
}
