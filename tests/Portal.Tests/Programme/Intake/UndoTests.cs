using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>A whole sheet is taken back.</summary>
public sealed class UndoTests(TestDatabases databases) : IntakeTest(databases)
{
    [Fact]
    public async Task New_records_go_changed_ones_get_their_wording_back_and_what_others_went_on_with_stays()
    {
        await BeginAsync();
        var sage = await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "เดิม");
        var id = await TakeAsync($"รหัส\tชื่อ-นามสกุล\tสรุปหนึ่งประโยค\tตำบล\tเบอร์โทร\n{sage.Id}\t\tใหม่\t\t\n\tนางคำปุ่น ใจงาม\t\tคูเมือง\t0812345678\n\tนายสมพงษ์ ทองดี\t\tปะเคียบ\t");
        await AcceptAsync(id);
        var touched = (await SagesAsync()).Single(s => s.Name == "นายสมพงษ์ ทองดี");
        await Portal.Run(db => db.OnRecordAsync<Sage>(touched.Id, Head, Now, s => Task.Run(() => s.Confirm(ThaiTime.Day(Now), Head, Now), Stop), Stop));

        await UndoAsync(id);

        var sages = (await SagesAsync()).ToDictionary(s => s.Name);
        Assert.Equal(["นายบุญเลิศ ศรีสุข", "นายสมพงษ์ ทองดี"], sages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("เดิม", 3), (sages["นายบุญเลิศ ศรีสุข"].Profile.Summary, sages["นายบุญเลิศ ศรีสุข"].RevisionNumber));
        Assert.Equal("Undone Undone Written", await StatesAsync(id));
        Assert.Equal("มีคนทำต่อจากรายการนี้แล้ว จึงไม่ย้อน", Assert.Single((await RowsAsync(id))[2].Says).Text);
        Assert.Equal(IntakeState.Undone, (await BatchAsync(id)).State);
        Assert.Equal((0, 2), await Portal.Read(async db => (await db.SageContacts.CountAsync(Stop), await db.RecordRevisions.Select(r => r.SubjectId).Distinct().CountAsync(Stop))));
        Assert.Contains(await Journal(), h => h is { SubjectType: "intake", Verb: "undone" } && h.Data.Contains("\"rows\":2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_taken_over_is_not_given_again_after_undoing()
    {
        await BeginAsync();
        var id = await TakeAsync("เลขทะเบียน\tชื่อ-นามสกุล\tตำบล\n3102-P-0005\tนายบุญเลิศ ศรีสุข\tคูเมือง");
        await AcceptAsync(id);
        await UndoAsync(id);

        Assert.Equal(("3102-P-0005", 0), await Portal.Read(async db => (await db.RegisterNumbers.Select(n => n.Number).SingleAsync(Stop), await db.Sages.CountAsync(Stop))));
        Assert.Equal("Wrong", await StatesAsync(await TakeAsync("เลขทะเบียน\tชื่อ-นามสกุล\tตำบล\n3102-P-0005\tนายอื่น คนใหม่\tคูเมือง")));
    }
}
