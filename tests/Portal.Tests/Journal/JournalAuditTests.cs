using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed class JournalAuditTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_whole_chain_holds_and_its_head_is_told()
    {
        await FillAsync();

        var verdict = await VerifyAsync();

        Assert.Equal((10L, null), (verdict.Rows, verdict.FirstBroken));
        Assert.Equal(Convert.ToHexStringLower((await Journal())[^1].Hash), verdict.Head);
    }

    [Fact]
    public async Task An_empty_journal_holds() => Assert.Null((await VerifyAsync()).FirstBroken);

    [Theory]
    [InlineData("UPDATE \"Journal\" SET \"Data\" = '[]' WHERE \"Seq\" = 4", 4)]
    [InlineData("UPDATE \"Journal\" SET \"Verb\" = 'left' WHERE \"Seq\" = 10", 10)]
    [InlineData("UPDATE \"Journal\" SET \"SubjectType\" = 'sage' WHERE \"Seq\" = 2", 2)]
    [InlineData("UPDATE \"Journal\" SET \"SubjectId\" = (SELECT \"SubjectId\" FROM \"Journal\" WHERE \"Seq\" = 1) WHERE \"Seq\" = 7", 7)]
    [InlineData("UPDATE \"Journal\" SET \"ActorId\" = \"SubjectId\" WHERE \"Seq\" = 1", 1)]
    [InlineData("UPDATE \"Journal\" SET \"At\" = (SELECT \"At\" FROM \"Journal\" WHERE \"Seq\" = 1) WHERE \"Seq\" = 5", 5)]
    [InlineData("UPDATE \"Journal\" SET \"Hash\" = (SELECT \"Hash\" FROM \"Journal\" WHERE \"Seq\" = 3) WHERE \"Seq\" = 6", 6)]
    [InlineData("DELETE FROM \"Journal\" WHERE \"Seq\" = 1", 1)]
    [InlineData("DELETE FROM \"Journal\" WHERE \"Seq\" = 8", 8)]
    [InlineData("DELETE FROM \"Journal\" WHERE \"Seq\" IN (3, 4, 5)", 3)]
    public async Task The_first_row_that_was_meddled_with_is_named(string sql, long broken)
    {
        await FillAsync();

        await Portal.Run(db => db.Database.ExecuteSqlRawAsync(sql, Stop));

        var verdict = await VerifyAsync();
        Assert.Equal((broken - 1, broken), (verdict.Rows, verdict.FirstBroken));
    }

    [Fact]
    public async Task A_row_that_somebody_slipped_in_is_named()
    {
        await FillAsync();

        await Portal.Run(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Journal" ("Seq", "At", "ActorId", "SubjectType", "SubjectId", "Verb", "Data", "Hash")
            SELECT 11, "At", "ActorId", "SubjectType", "SubjectId", "Verb", "Data", "Hash" FROM "Journal" WHERE "Seq" = 10
            """,
            Stop));

        Assert.Equal(11, (await VerifyAsync()).FirstBroken);
    }

    [Fact]
    public async Task A_row_slipped_in_between_by_renumbering_is_named()
    {
        await FillAsync();

        await Portal.Run(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Journal\" SET \"Seq\" = 11 WHERE \"Seq\" = 10", Stop));
        await Portal.Run(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Journal" ("Seq", "At", "ActorId", "SubjectType", "SubjectId", "Verb", "Data", "Hash")
            SELECT 10, "At", "ActorId", "SubjectType", "SubjectId", "Verb", "Data", "Hash" FROM "Journal" WHERE "Seq" = 9
            """,
            Stop));

        Assert.Equal(10, (await VerifyAsync()).FirstBroken);
    }

    [Fact]
    public async Task A_head_that_was_noted_is_found_again()
    {
        await FillAsync();
        var rows = await Journal();

        Assert.Equal([10L, 4L, 0L], [await AnchorAsync(rows[^1].Hash), await AnchorAsync(rows[3].Hash), await AnchorAsync(JournalChain.Start)]);
        Assert.Null((await VerifyAsync()).AnchorAt);
    }

    [Fact]
    public async Task Only_a_noted_head_tells_that_the_end_was_cut_off()
    {
        await FillAsync();
        var head = (await Journal())[^1].Hash;

        await Portal.Run(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Journal\" WHERE \"Seq\" > 8", Stop));

        Assert.Equal((8L, null), ((await VerifyAsync()).Rows, (await VerifyAsync()).FirstBroken));
        Assert.Null(await AnchorAsync(head));
    }

    [Fact]
    public async Task One_row_is_judged_by_itself_and_the_one_before()
    {
        await FillAsync();
        await Portal.Run(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Journal\" SET \"Data\" = '[]' WHERE \"Seq\" = 4", Stop));
        await Portal.Run(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Journal\" WHERE \"Seq\" = 8", Stop));

        Assert.Equal(
            [true, false, true, true, null, false],
            [await FitsAsync(1), await FitsAsync(4), await FitsAsync(5), await FitsAsync(7), await FitsAsync(8), await FitsAsync(9)]);

        async Task<bool?> FitsAsync(long seq) => (await Portal.Read(db => JournalAudit.LinkAsync(db, seq, Stop)))?.Fits;
    }

    private Task<JournalVerdict> VerifyAsync() => Portal.Read(db => JournalAudit.VerifyAsync(db, Stop));

    private async Task<long?> AnchorAsync(byte[] head) => (await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop, Convert.ToHexStringLower(head)))).AnchorAt;

    private async Task FillAsync()
    {
        for (var n = 0; n < 10; n++)
        {
            Portal.Clock.Now = Now.AddSeconds(1);
            await Portal.Write(db => db.Members.Add(Member.Join($"คนที่ {n}", Role.Recorder, "3104", Actor.System, Now)));
        }
    }
}
