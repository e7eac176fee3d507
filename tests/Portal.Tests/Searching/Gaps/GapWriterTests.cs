using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Searching.Gaps;

public sealed class GapWriterTests(TestDatabases databases) : GapTest(databases)
{
    [Fact]
    public async Task Searches_add_up_by_month_and_district_outside_the_journal()
    {
        Ask("เสวียน", times: 2, found: 4);
        Ask("เสวียน", times: 2, area: "3104");
        Ask("เสวียน", times: 1, area: "310427");
        await WriteAsync();
        Ask("เสวียน", times: 3);
        await WriteAsync();

        Assert.Equal(["เสวียน|3104|3×1→0", "เสวียน||5×1→0"], await CountsAsync());
        Assert.Empty(await Journal());
    }

    [Fact]
    public async Task What_is_asked_once_in_a_month_is_never_written()
    {
        Ask("แม่ย้ายไปอยู่ไหน");
        await WriteAsync();
        Portal.Clock.Now = Now.AddDays(30);
        Ask("แม่ย้ายไปอยู่ไหน");
        await WriteAsync();
        Assert.Empty(await CountsAsync());

        Portal.Clock.Now = Now.AddMinutes(1);
        Ask("แม่ย้ายไปอยู่ไหน");
        await WriteAsync();
        Assert.Equal(["แม่ย้ายไปอยู่ไหน||2×1→0"], await CountsAsync());
    }

    [Fact]
    public async Task Days_are_told_apart_in_Bangkok()
    {
        Portal.Clock.Now = new(2026, 11, 22, 16, 59, 0, TimeSpan.Zero);
        Ask("เสวียน", times: 2);
        await WriteAsync();
        Portal.Clock.Now = Now.AddMinutes(2);
        Ask("เสวียน");
        await WriteAsync();

        Assert.Equal(["เสวียน||3×2→0"], await CountsAsync());
    }

    [Theory]
    [InlineData("บุญมี")]
    [InlineData("ปุ๋ยของบุญมี")]
    [InlineData("ลุงเดือน ปลูกอะไร")]
    [InlineData("เดือน")]
    [InlineData("บ้านดินร่มเย็นอยู่ไหน")]
    [InlineData("น้าหมาน")]
    [InlineData("ดร. สายใจ")]
    public async Task A_question_with_a_known_name_is_not_kept(string question)
    {
        await RegisterAsync();

        Ask(question, times: 5);
        await WriteAsync();

        Assert.Empty(await CountsAsync());
    }

    [Theory]
    [InlineData("เลี้ยงไส้เดือน")]
    [InlineData("ปลูกผักเดือนนี้")]
    [InlineData("บุญคูณลาน")]
    [InlineData("นางรอง")]
    public async Task A_question_that_only_looks_like_one_is(string question)
    {
        await RegisterAsync();

        Ask(question, times: 2);
        await WriteAsync();

        Assert.Single(await CountsAsync());
    }

    [Fact]
    public async Task Who_comes_into_a_register_goes_out_of_the_counts()
    {
        Ask("ยายบัวลอย", times: 4);
        Ask("เสวียน", times: 4);
        await WriteAsync();
        Assert.Equal(2, (await CountsAsync()).Count);

        await Portal.SageAsync("a", "บัวลอย สุขใจ");
        await WriteAsync();

        Assert.Equal(["เสวียน||4×1→0"], await CountsAsync());
    }

    [Fact]
    public async Task A_year_and_a_month_are_kept()
    {
        foreach (var months in new[] { 13, 12, 0 })
        {
            var month = new DateOnly(2026, 11, 1).AddMonths(-months);
            await Portal.Write(db => db.Add(new SearchCount { Month = month, District = "", Query = $"เมื่อ {months} เดือนก่อน" }));
        }

        await WriteAsync();

        Assert.Equal(["เมื่อ 0 เดือนก่อน||0×0→0", "เมื่อ 12 เดือนก่อน||0×0→0"], await CountsAsync());
    }

    [Fact]
    public async Task The_rarest_of_too_many_become_one_number()
    {
        Ask("บ่อย", times: 9);
        Ask("น้อย", times: 2);
        Ask("น้อยกว่า", times: 2, area: "3104");
        Ask("น้อยที่สุด", times: 2);
        await WriteAsync();
        var month = new DateOnly(2026, 11, 1);

        await Portal.Run(db => GapWriter.FoldAsync(db, month, 2, Stop));
        await Portal.Run(db => GapWriter.FoldAsync(db, month, 1, Stop));

        Assert.Equal(6, await Portal.Read(db => db.SearchCounts.Where(c => c.Query == "").SumAsync(c => c.Times, Stop)));
        Assert.Equal(15, await Portal.Read(db => db.SearchCounts.SumAsync(c => c.Times, Stop)));
        Assert.Contains("บ่อย||9×1→0", await CountsAsync());
    }

    [Fact]
    public async Task A_flood_of_different_questions_takes_bounded_room_and_the_known_are_still_counted()
    {
        Ask("เสวียน");
        for (var i = 0; i < 2 * GapLog.MostDistinct; i++)
        {
            Ask($"คำ {i}");
        }

        Ask("เสวียน");
        Assert.Equal(GapLog.MostDistinct, Portal.Get<GapLog>().Take().Count);
        Ask("เสวียน", times: 2);
        await WriteAsync();
        Assert.Equal(["เสวียน||2×1→0"], await CountsAsync());
    }

    [Fact]
    public async Task Two_nodes_add_to_one_number()
    {
        await using var other = Portal.OtherNode("other");
        other.GetRequiredService<GapLog>().Count("เสวียน", 1, "");
        other.GetRequiredService<GapLog>().Count("เสวียน", 1, "");
        Ask("เสวียน", times: 2);
        await WriteAsync();
        await using var scope = other.CreateAsyncScope();
        await other.GetRequiredService<GapWriter>().WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), Stop);

        Assert.Equal(["เสวียน||4×1→1"], await CountsAsync());
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time()
    {
        Ask("เสวียน", times: 2);
        using var stopped = new CancellationTokenSource();
        await WriteAsync();
        Ask("เสวียน", times: 2);
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Portal.Run(db => Portal.Get<GapWriter>().WriteAsync(db, stopped.Token)));
        Ask("เสวียน");
        await WriteAsync();

        Assert.Equal(["เสวียน||5×1→0"], await CountsAsync());
    }

    private async Task RegisterAsync()
    {
        await Portal.SageAsync("a", "นายบุญมี ดินร่มเย็น", Samples.Profile() with { Prefix = "นาย", GivenName = "บุญมี", FamilyName = "ดินร่มเย็น", Nickname = "น้าหมาน" });
        await Portal.SageAsync("b", "เดือน", Samples.Profile() with { GivenName = "เดือน", Nickname = "ป้าเดือน" }, consents: false);
        await Portal.Write(db => db.Members.Add(Member.Join("นางสายใจ (สมมติ)", Role.CdWorker, "3104", Actor.System, Now)));
    }
}
