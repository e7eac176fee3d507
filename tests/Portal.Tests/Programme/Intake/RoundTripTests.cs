using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>What a working sheet takes out goes in again: into the same portal, and into an empty one.</summary>
public sealed class RoundTripTests(TestDatabases databases) : IntakeTest(databases)
{
    [Fact]
    public async Task A_working_sheet_that_goes_in_again_changes_nothing()
    {
        await BeginAsync();
        await RegisterAsync();
        var (file, seq) = (await SheetAsync(), (await Journal())[^1].Seq);

        var id = await TakeFileAsync(file);
        await AcceptAsync(id);

        Assert.Equal("Same Same", await StatesAsync(id));
        Assert.Equal(["read"], (await Journal()).Where(h => h.Seq > seq).Select(h => h.Verb));
        Assert.Equal(file.Rows, (await SheetAsync()).Rows);
    }

    [Fact]
    public async Task In_an_empty_portal_the_same_sheet_comes_out_again_ids_versions_and_register_numbers_included()
    {
        await BeginAsync();
        await RegisterAsync();
        var file = await SheetAsync();
        await Portal.Write(async db =>
        {
            db.Sages.RemoveRange(await db.Sages.ToListAsync(Stop));
            db.RegisterNumbers.RemoveRange(await db.RegisterNumbers.ToListAsync(Stop));
            db.RecordRevisions.RemoveRange(await db.RecordRevisions.ToListAsync(Stop));
            // As if nothing had ever happened here.
            await db.Journal.ExecuteDeleteAsync(Stop);
        });

        var id = await TakeFileAsync(file);
        Assert.Equal("Ready Ready", await StatesAsync(id));
        await AcceptAsync(id);

        var again = await SheetAsync();
        Assert.Equal(file.Header, again.Header);
        Assert.Equal(file.Rows, again.Rows);
        Assert.Contains(file.Rows, r => r.Contains("3102-P-0001"));
    }

    private async Task RegisterAsync()
    {
        var accepted = await EnterAsync("นายบุญเลิศ ศรีสุข", summary: "ห่มดิน");
        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(accepted.Id, 1, r => r with { Profile = r.Profile with { Summary = "ห่มดินด้วยฟาง", Nickname = "ลุงเลิศ" } }, Head, Now, Stop));
        await Portal.Run(db => db.SubmitAsync<Sage>(accepted.Id, Head, Now, Stop));
        var (checker, office) = (People.InRole(Role.DistrictHead, KhuMueang), People.InRole(Role.DistrictHead, KhuMueang));
        await Portal.Run(db => db.CheckAsync<Sage>(accepted.Id, 2, checker, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Sage>(accepted.Id, 2, office, Now, Stop));
        var draft = await EnterAsync("นางคำปุ่น ใจงาม", "310202");
        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(draft.Id, 1, r => r with { Private = r.Private with { BirthYear = 1957 } }, Head, Now, Stop));
    }

    private Task<SheetFile> SheetAsync() => Portal.Read(db => db.WorkingSheetAsync<Sage, SageRecord>(FormKind.Sage, SageForm.Instance, KhuMueang, withPhones: false, Head, Now, Stop));

    // As the XLSX of it is read.
    private async Task<Guid> TakeFileAsync(SheetFile file)
    {
        var id = Guid.CreateVersion7();
        var table = new SheetTable(file.Header, file.Rows, [.. Enumerable.Range(2, file.Rows.Count)]);
        await Portal.Run(db => db.TakeIntakeAsync(id, FormKind.Sage, KhuMueang, table, Head, Now, Stop));
        await RunAsync(id);
        return id;
    }
}
