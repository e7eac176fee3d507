using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>Rows that say which record they are.</summary>
public sealed class UpdateTests(TestDatabases databases) : IntakeTest(databases)
{
    private const string Coded = "รหัส\tรุ่น\tชื่อ-นามสกุล\tสรุปหนึ่งประโยค\tปีเกิด";

    [Fact]
    public async Task A_blank_cell_leaves_a_dash_clears_and_a_value_is_written()
    {
        await BeginAsync();
        var (kept, cleared) = (await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "ห่มดิน"), await EnterAsync("นางคำปุ่น ใจงาม", summary: "ทำนา"));

        var id = await TakeAsync($"{Coded}\n{kept.Id}\t1\t\t\t2500\n{cleared.Id}\t1\t\t-\t");
        await AcceptAsync(id);

        var sages = (await SagesAsync()).ToDictionary(s => s.Id);
        Assert.Equal(("นายบุญเลิศ ศรีสุข", "ห่มดิน", 1957, 2), (sages[kept.Id].Name, sages[kept.Id].Profile.Summary, sages[kept.Id].Private.BirthYear, sages[kept.Id].RevisionNumber));
        Assert.Equal(("", 2), (sages[cleared.Id].Profile.Summary, sages[cleared.Id].RevisionNumber));
    }

    [Fact]
    public async Task A_row_that_says_what_the_register_says_writes_nothing()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "ห่มดิน");
        var head = (await Journal())[^1].Seq;

        var id = await TakeAsync($"{Coded}\n{sage.Id}\t1\tนายบุญเลิศ ศรีสุข\tห่มดิน\t");
        await AcceptAsync(id);

        Assert.Equal("Same", await StatesAsync(id));
        Assert.Equal(["read"], (await Journal()).Where(h => h.Seq > head).Select(h => h.Verb));
    }

    [Fact]
    public async Task A_stale_row_shows_both_and_the_officer_chooses_field_by_field()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "ห่มดิน");
        await Portal.Read(db => db.WriteRecordAsync<Sage, SageRecord>(sage.Id, 1, r => r with { Profile = r.Profile with { Summary = "ของเขา" } }, Head, Now, Stop));

        var id = await TakeAsync($"{Coded}\n{sage.Id}\t1\t\tของตาราง\t2500");

        var row = Assert.Single(await RowsAsync(id));
        Assert.Equal((RowState.Conflict, 2), (row.State, row.Revision));
        var changes = (await Portal.Read(async db => await db.RowChangesAsync(await BatchAsync(id), row, Head, Now, Stop)))!;
        Assert.Equal([("birth-year", "", "2500"), ("summary", "ของเขา", "ของตาราง")], changes.Changes.Select(c => (c.Code, c.Theirs, c.Mine)));

        await Portal.Run(db => db.ChooseRowAsync(id, 2, changes.Revision, ["birth-year"], Head, Now, Stop));
        await AcceptAsync(id);

        var after = Assert.Single(await SagesAsync());
        Assert.Equal(("ของเขา", 1957, 3), (after.Profile.Summary, after.Private.BirthYear, after.RevisionNumber));
    }

    [Fact]
    public async Task What_others_write_between_the_verdict_and_the_acceptance_is_not_overwritten()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข");
        var id = await TakeAsync($"{Coded}\n{sage.Id}\t1\t\tของตาราง\t");
        await Portal.Read(db => db.WriteRecordAsync<Sage, SageRecord>(sage.Id, 1, r => r with { Profile = r.Profile with { Summary = "ของเขา" } }, Head, Now, Stop));

        await AcceptAsync(id);

        Assert.Equal(("Conflict", "ของเขา"), (await StatesAsync(id), Assert.Single(await SagesAsync()).Profile.Summary));
    }

    [Fact]
    public async Task A_code_of_elsewhere_finds_nothing_and_says_so()
    {
        await BeginAsync();
        var elsewhere = await EnterAsync("นายสุดเขต แดนไกล", "310427", People.Somchai);

        var id = await TakeAsync($"{Coded}\n{elsewhere.Id}\t1\t\tยึด\t");

        Assert.Equal("Wrong", await StatesAsync(id));
        Assert.Equal($"ไม่พบ {elsewhere.Id} ในทะเบียนของท่าน รายการนี้อาจถูกรวม ลบ หรืออยู่นอกพื้นที่ของท่าน", (await RowsAsync(id))[0].Says[^1].Text);
    }

    [Fact]
    public async Task One_record_in_two_rows_is_written_once()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข");

        var id = await TakeAsync($"{Coded}\n{sage.Id}\t1\t\tหนึ่ง\t\n{sage.Id}\t1\t\tสอง\t");

        Assert.Equal("Ready Wrong", await StatesAsync(id));
    }

    [Fact]
    public async Task A_register_moves_from_portal_to_portal_with_ids_numbers_and_versions_and_no_number_is_given_twice()
    {
        await BeginAsync();
        var id = Guid.CreateVersion7();
        var table = $"{Coded}\tเลขทะเบียน\tตำบล\n{id}\t4\tนายบุญเลิศ ศรีสุข\tห่มดิน\t2500\t3102-P-0007\tคูเมือง";

        Assert.Equal("Wrong", await StatesAsync(await TakeAsync(table, by: People.InRole(Role.Recorder, KhuMueang))));
        await AcceptAsync(await TakeAsync(table));

        var sage = Assert.Single(await SagesAsync());
        Assert.Equal((id, "3102-P-0007", 4, "310201", CheckState.Draft), (sage.Id, sage.Number, sage.RevisionNumber, sage.AreaCode, sage.State));
        Assert.Equal("Same", await StatesAsync(await TakeAsync(table)));
        var other = await EnterAsync("นางคำปุ่น ใจงาม");
        await Portal.Run(db => db.SubmitAsync<Sage>(other.Id, Head, Now, Stop));
        var (checker, certifier) = (People.InRole(Role.DistrictHead, KhuMueang), People.InRole(Role.DistrictHead, KhuMueang));
        await Portal.Run(db => db.CheckAsync<Sage>(other.Id, 1, checker, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Sage>(other.Id, 1, certifier, Now, Stop));
        Assert.Equal("3102-P-0008", await Portal.Read(db => db.Sages.Where(s => s.Id == other.Id).Select(s => s.Number).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_telephone_number_from_a_sheet_counts_in_how_complete_the_record_is()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข");
        await AcceptAsync(await TakeAsync($"รหัส\tชื่อ-นามสกุล\tตำบล\tเบอร์โทร\n{sage.Id}\t\t\t0898765432\n\tนางคำปุ่น ใจงาม\tคูเมือง\t0812345678\n\tนายสมพงษ์ ทองดี\tปะเคียบ\t"));

        Assert.Equal([("นางคำปุ่น ใจงาม", false), ("นายบุญเลิศ ศรีสุข", false), ("นายสมพงษ์ ทองดี", true)], (await SagesAsync()).Select(s => (s.Name, s.Missing.Contains("contact"))).OrderBy(s => s.Name, StringComparer.Ordinal));
    }
}
