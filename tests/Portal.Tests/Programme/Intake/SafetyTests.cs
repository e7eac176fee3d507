using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>Kills, two at once, strangers, hostile cells.</summary>
public sealed class SafetyTests(TestDatabases databases) : IntakeTest(databases)
{
    [Fact]
    public async Task A_run_that_was_killed_goes_on_and_writes_each_row_once()
    {
        await BeginAsync();
        var many = IntakeWriting.AtOnce + 30;
        var id = await TakeAsync($"{Header}\n{string.Join('\n', Names(many).Select(n => $"{n}\t\t\tคูเมือง"))}");
        await Portal.Run(db => db.AcceptIntakeAsync(id, Head, Now, Stop));
        await Portal.Run(async db => Assert.True(await db.StepAsync(await IntakeRun.BeginAsync(db, id, Head, Now, Stop), Stop)));
        Assert.Equal(IntakeWriting.AtOnce, await Portal.Read(db => db.Sages.CountAsync(Stop)));
        Assert.Equal([(id, Head.Id)], await Portal.Read(db => db.IntakesUnderWayAsync(Stop)));

        await RunAsync(id);

        Assert.Equal((many, many), await Portal.Read(async db => (await db.Sages.CountAsync(Stop), await db.IntakeRows.CountAsync(r => r.State == RowState.Written, Stop))));
        Assert.Contains(await Journal(), h => h is { SubjectType: "intake", Verb: "accepted" } && h.Data.Contains($"\"rows\":{many}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accepted_by_two_at_once_each_row_is_written_once()
    {
        await BeginAsync();
        var id = await TakeAsync($"{Header}\n{string.Join('\n', Names(30).Select(n => $"{n}\t\t\tคูเมือง"))}");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AcceptAndRunAsync(id)));

        Assert.Equal(30, await Portal.Read(db => db.Sages.CountAsync(Stop)));
    }

    [Fact]
    public async Task Of_two_sheets_with_the_same_person_the_second_asks()
    {
        await BeginAsync();
        var (one, other) = (await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง"), await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง"));

        await AcceptAsync(one);
        await AcceptAsync(other);

        Assert.Equal(("Written", "Alike", 1), (await StatesAsync(one), await StatesAsync(other), await Portal.Read(db => db.Sages.CountAsync(Stop))));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_sheet_and_more_than_a_member_may_bring_is_refused()
    {
        await BeginAsync();
        var (id, table) = (Guid.CreateVersion7(), SheetReader.ReadPasted($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง"));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Portal.Run(db => db.TakeIntakeAsync(id, FormKind.Sage, KhuMueang, table, Head, Now, Stop))));
        Assert.Equal((1, 1), await Portal.Read(async db => (await db.IntakeBatches.CountAsync(Stop), await db.IntakeRows.CountAsync(Stop))));

        for (var sent = 1; sent < IntakeTaking.MostAnHour; sent++)
        {
            await Portal.Run(db => db.TakeIntakeAsync(Guid.CreateVersion7(), FormKind.Sage, KhuMueang, table, Head, Now, Stop));
        }

        Assert.Equal("intake.rate", await Refused(() => Portal.Run(db => db.TakeIntakeAsync(Guid.CreateVersion7(), FormKind.Sage, KhuMueang, table, Head, Now, Stop))));
    }

    [Fact]
    public async Task Strangers_neither_see_nor_send_nor_accept()
    {
        await BeginAsync();
        var table = SheetReader.ReadPasted($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง");
        Assert.Equal("intake.forbidden", await Refused(() => Portal.Run(db => db.TakeIntakeAsync(Guid.CreateVersion7(), FormKind.Sage, KhuMueang, table, People.Somchai, Now, Stop))));
        var id = await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง");

        Assert.Null(await Portal.Read(db => db.IntakeAsync(FormKind.Sage, id, People.Somchai, Stop)));
        Assert.Equal("intake.none", await Refused(() => Portal.Run(db => db.AcceptIntakeAsync(id, People.Somchai, Now, Stop))));
        Assert.Equal("intake.none", await Refused(() => Portal.Run(db => db.UndoIntakeAsync(id, People.Malee, Now, Stop))));
        Assert.NotNull(await Portal.Read(db => db.IntakeAsync(FormKind.Sage, id, People.FromProvince, Stop)));
    }

    [Fact]
    public async Task A_row_of_another_district_is_told_so()
    {
        await BeginAsync();

        var row = Assert.Single(await RowsAsync(await TakeAsync("ชื่อ-นามสกุล\tตำบล\tอำเภอ\nนายบุญเลิศ ศรีสุข\tหนองโสน\tนางรอง")));

        Assert.Equal(
            (RowState.Wrong, "แถวนี้เป็นของ อ.นางรอง จ.บุรีรัมย์ แต่ตารางชุดนี้เป็นของ อ.คูเมือง จ.บุรีรัมย์ ตำบลของ อ.คูเมือง จ.บุรีรัมย์: คูเมือง · ปะเคียบ · หินเหล็กไฟ"),
            (row.State, Assert.Single(row.Says).Text));
    }

    [Theory]
    [InlineData("1310400123456")]
    [InlineData("1-3104-00123-45-6")]
    [InlineData("๑๓๑๐๔๐๐๑๒๓๔๕๖")]
    public async Task A_number_of_a_citizen_is_refused_and_never_reaches_the_database(string number)
    {
        await BeginAsync();

        var id = await TakeAsync($"{Header}\tสรุปหนึ่งประโยค\tเลขบัตร\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง\tบัตร {number}\t{number}", FormKind.Sage);
        Assert.Equal(IntakeState.Columns, (await BatchAsync(id)).State);
        await Portal.Run(db => db.MapIntakeAsync(id, ["name", "nickname", "birth-year", "area", "summary", ""], Head, Now, Stop));
        await RunAsync(id);

        var row = Assert.Single(await RowsAsync(id));
        Assert.Equal((RowState.Wrong, "พอร์ทัลไม่เก็บเลขบัตรประชาชน โปรดเอาเลข 13 หลักออกจาก «สรุปหนึ่งประโยค»"), (row.State, Assert.Single(row.Says).Text));
        Assert.DoesNotContain(row.Cells, c => c.Any(char.IsDigit));
        await Portal.Run(db => db.FixRowAsync(id, 2, new Dictionary<int, string> { [4] = $"แก้แล้ว {number}" }, "", Head, Now, Stop));
        Assert.DoesNotContain((await RowsAsync(id))[0].Cells, c => c.Any(char.IsDigit));
    }

    [Fact]
    public async Task Hostile_cells_are_text_and_break_nothing()
    {
        await BeginAsync();
        var (zero, right) = ("\u200b", "\u202e");
        var id = await TakeAsync($"{Header}\n=HYPERLINK(\"http://x\")\t<script>alert(1)</script>\t2500\tคูเมือง\nนาย{zero}บุญเลิศ{right} ศรีสุข\t'; DROP TABLE Sages;--\t99999999999999999999\t{new string('ก', 500)}\n\t\t\t");
        await AcceptAsync(id);

        // The first is only a strange name; the other has no year and no tambon.
        Assert.Equal("Written Wrong", await StatesAsync(id));
        Assert.Equal("<script>alert(1)</script>", Assert.Single(await SagesAsync()).Profile.Nickname);
        Assert.All(await RowsAsync(id), r => Assert.All(r.Says, s => Assert.InRange(s.Text.Length, 1, 1_000)));
    }

    [Fact]
    public async Task The_mapping_of_a_district_is_remembered_whatever_the_order_of_the_columns()
    {
        await BeginAsync();
        var first = await TakeAsync("ใครเอ่ย\tที่อยู่ของเขา\nนายบุญเลิศ ศรีสุข\tคูเมือง");
        Assert.Equal(IntakeState.Columns, (await BatchAsync(first)).State);
        Assert.Equal("intake.nameless", await Refused(() => Portal.Run(db => db.MapIntakeAsync(first, ["", "area"], Head, Now, Stop))));
        await Portal.Run(db => db.MapIntakeAsync(first, ["name", "area"], Head, Now, Stop));
        await RunAsync(first);

        var second = await TakeAsync("ที่อยู่ของเขา\tใครเอ่ย\nปะเคียบ\tนางคำปุ่น ใจงาม");

        Assert.Equal(("Ready", "Ready"), (await StatesAsync(first), await StatesAsync(second)));
        Assert.Equal("310202", (await RowsAsync(second))[0].AreaCode);
    }

    [Fact]
    public async Task A_withheld_cell_is_not_taken_in_and_changes_nothing()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "ห่มดิน");

        var id = await TakeAsync($"รหัส\tสรุปหนึ่งประโยค\tปีเกิด\n{sage.Id}\tไม่เปิดเผย\t2500");
        await AcceptAsync(id);

        var after = Assert.Single(await SagesAsync());
        Assert.Equal(("ห่มดิน", 1957), (after.Profile.Summary, after.Private.BirthYear));
    }

    [Fact]
    public async Task Sheets_are_forgotten_a_month_after_they_were_last_used()
    {
        await BeginAsync();
        var old = await TakeAsync($"{Header}\nนายบุญเลิศ ศรีสุข\t\t\tคูเมือง");
        Portal.Clock.Now = Now.AddDays(29);
        var young = await TakeAsync($"{Header}\nนางคำปุ่น ใจงาม\t\t\tคูเมือง");
        Portal.Clock.Now = Now.AddDays(2);

        await Portal.Run(db => IntakeForgetting.ForgetIntakesAsync(db, Portal.Clock, Stop));

        Assert.Equal([young], await Portal.Read(db => db.IntakeBatches.Select(b => b.Id).ToListAsync(Stop)));
        Assert.DoesNotContain(old, await Portal.Read(db => db.IntakeRows.Select(r => r.BatchId).ToListAsync(Stop)));
    }

    // Names that are unlike each other, so that nobody is asked whether they are one person.
    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"นาย{Syllables(i + 7)} {Syllables((i * 31) + 400)}");

    private static string Syllables(int seed)
    {
        string[] syllables = ["กา", "ขิง", "คูณ", "งาม", "จอม", "ชัย", "ดวง", "ทอง", "นิล", "บัว", "พร", "มณี", "รัตน์", "วงศ์", "สุข", "หาญ", "อุ่น", "เทพ", "โชค", "ไพร"];
        return $"{syllables[seed % 20]}{syllables[seed / 20 % 20]}{syllables[seed * 7 / 3 % 20]}";
    }

    private async Task AcceptAndRunAsync(Guid id)
    {
        await Portal.Run(db => db.AcceptIntakeAsync(id, Head, Now, Stop));
        try
        {
            await RunAsync(id);
        }
        catch (PortalException)
        {
            // The other one was done before.
        }
    }
}
