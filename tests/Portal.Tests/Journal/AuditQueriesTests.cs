using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class AuditQueriesTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    [Fact]
    public async Task Pages_follow_each_other_by_numbers_in_both_directions()
    {
        await FillAsync(120);

        var newest = await AuditAsync(new());
        var second = await AuditAsync(new(), before: newest.Rows[^1].Row.Seq);
        var third = await AuditAsync(new(), before: second.Rows[^1].Row.Seq);
        var back = await AuditAsync(new(), after: third.Rows[0].Row.Seq);

        Assert.Equal((120L, 71L, false, true), Shape(newest));
        Assert.Equal((70L, 21L, true, true), Shape(second));
        Assert.Equal((20L, 1L, true, false), Shape(third));
        Assert.Equal((70L, 21L, true, true), Shape(back));
        Assert.Equal((120L, 71L, false, true), Shape(await AuditAsync(new(), after: 70)));
        Assert.Empty((await AuditAsync(new(), before: 1)).Rows);

        static (long, long, bool, bool) Shape(AuditPage page) => (page.Rows[0].Row.Seq, page.Rows[^1].Row.Seq, page.HasNewer, page.HasOlder);
    }

    [Fact]
    public async Task Only_who_runs_the_portal_sees_anything()
    {
        await FillAsync(3);
        var id = (await Journal())[0].SubjectId;

        foreach (var actor in (Actor[])[People.Malee, People.Somchai, People.FromProvince, People.InRole(Role.DepartmentOfficer, ""), new(id, [])])
        {
            Assert.Empty((await Portal.Read(db => db.AuditAsync(actor, new(), null, null, Stop))).Rows);
            Assert.Equal("audit.forbidden", await Refused(() => Portal.Read(db => db.BeginExportAsync(new(), 10, actor, Now, Stop))));
        }
    }

    [Fact]
    public async Task Each_filter_leaves_out_what_it_does_not_name()
    {
        var joined = await JoinAsync("สมชาย ใจดี", "3104");
        await JoinAsync("สมศรี", "3102");
        var text = await Portal.DraftAsync(Samples.Article("ปุ๋ย"), Administrator with { Id = joined }, "3104");
        await Portal.TopicAsync("soil", "ดิน");

        Assert.Equal(["entry drafted"], await FindAsync(new(Who: "ชายใจ")));
        Assert.Equal(["topic written", "member joined", "member joined"], await FindAsync(new(Who: "ระบบ")));
        Assert.Empty(await FindAsync(new(Who: "!!")));
        Assert.Empty(await FindAsync(new(Who: "สมศรี")));
        Assert.Equal(["entry drafted"], await FindAsync(new(Actor: joined)));
        Assert.Equal(["topic written"], await FindAsync(new(Kind: Subjects.Topic)));
        Assert.Equal(["topic written", "entry drafted"], await FindAsync(new(Verbs: [Verbs.TopicWritten, Verbs.EntryDrafted, Verbs.SageWritten])));
        Assert.Equal(["entry drafted", "member joined"], await FindAsync(new(Area: "3104")));
        Assert.Equal(["entry drafted", "member joined", "member joined"], await FindAsync(new(Area: "31")));
        Assert.Equal(["entry drafted"], await FindAsync(new(Subject: text)));
        Assert.Equal(["member joined"], await FindAsync(new(Area: "3102", Kind: Subjects.Member, Verbs: [Verbs.MemberJoined])));
    }

    [Theory]
    [InlineData("2026-11-22", null, 7)]
    [InlineData("2026-11-23", null, 5)]
    [InlineData("2026-11-24", "2026-11-25", 2)]
    [InlineData(null, "2026-11-22", 2)]
    [InlineData(null, "2026-11-21", 0)]
    [InlineData("2026-12-01", null, 0)]
    [InlineData("2026-11-25", "2026-11-23", 0)]
    public async Task Days_are_those_of_Bangkok(string? from, string? to, int rows)
    {
        // Two on the first day, the second of them a minute before midnight in Bangkok; the third right at midnight.
        DateTimeOffset[] moments = [.. new[] { 0, 16 * 60 + 59 - 300, 17 * 60 - 300, 24 * 60, 25 * 60, 48 * 60, 72 * 60 }.Select(m => Now.AddMinutes(m))];
        foreach (var moment in moments)
        {
            Portal.Clock.Now = moment;
            await JoinAsync("คน", "3104");
        }

        Assert.Equal(rows, (await FindAsync(new(From: Day(from), To: Day(to)))).Count);
    }

    [Fact]
    public async Task An_export_holds_the_newest_oldest_first_and_is_recorded_with_numbers_alone()
    {
        await FillAsync(10);
        var extent = await Portal.Read(db => db.BeginExportAsync(new(Kind: Subjects.Member), 4, Administrator, Now, Stop));

        Assert.Equal(new AuditExtent(7, 10, 4, IsCut: true), extent);
        Assert.Equal([7, 8, 9, 10], await ExportedAsync(new(Kind: Subjects.Member), extent));
        var record = (await Journal())[^1];
        Assert.Equal(("portal audit-exported", """{"from":7,"to":10,"rows":4}""", Administrator.Id), ($"{record.SubjectType} {record.Verb}", record.Data, record.ActorId));

        var whole = await Portal.Read(db => db.BeginExportAsync(new(), int.MaxValue, Administrator, Now, Stop));
        Assert.Equal(new AuditExtent(1, 11, 11, IsCut: false), whole);
        var nothing = await Portal.Read(db => db.BeginExportAsync(new(Kind: Subjects.Plot), 4, Administrator, Now, Stop));
        Assert.Equal(new AuditExtent(0, 0, 0, IsCut: false), nothing);
        Assert.Empty(await ExportedAsync(new(Kind: Subjects.Plot), nothing));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"area":5,"revision":"x","author":"y"}""")]
    public void A_row_that_somebody_meddled_with_can_still_be_read(string data)
    {
        var row = new AuditRow(new() { Seq = 1, At = Now, ActorId = Guid.Empty, SubjectType = "x", SubjectId = Guid.Empty, Verb = "y", Data = data, Hash = [] });

        Assert.Equal((null, null, null), (row.Text("area"), row.Number("revision"), row.Id("author")));
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<AuditPage> AuditAsync(AuditFilter filter, long? before = null, long? after = null) =>
        Portal.Read(db => db.AuditAsync(Administrator, filter, before, after, Stop));

    private async Task<IReadOnlyList<string>> FindAsync(AuditFilter filter) => [.. (await AuditAsync(filter)).Rows.Select(r => $"{r.Row.SubjectType} {r.Row.Verb}")];

    private async Task<List<long>> ExportedAsync(AuditFilter filter, AuditExtent extent) => await Portal.Read(async db =>
    {
        var seqs = new List<long>();
        await foreach (var batch in db.ExportedAsync(filter, extent, Administrator, Stop))
        {
            seqs.AddRange(batch.Select(r => r.Row.Seq));
        }

        return seqs;
    });

    private async Task<Guid> JoinAsync(string name, string area)
    {
        var member = Member.Join(name, Role.Recorder, area, Actor.System, Now);
        await Portal.Write(db => db.Members.Add(member));
        return member.Id;
    }

    private Task FillAsync(int rows) => Portal.Write(db =>
    {
        for (var n = 0; n < rows; n++)
        {
            db.Members.Add(Member.Join($"คนที่ {n}", Role.Recorder, "3104", Actor.System, Now));
        }
    });
}
