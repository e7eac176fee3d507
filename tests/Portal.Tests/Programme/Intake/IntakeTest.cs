using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Intake;

/// <summary>A portal with the tambons of คูเมือง, a form of sages, and sheets that are taken in.</summary>
public abstract class IntakeTest(TestDatabases databases) : PortalTest(databases)
{
    protected const string KhuMueang = "3102";

    private protected static readonly Actor Head = People.FromKhuMueang;

    /// <summary>Two people of one name are told apart by what people call them, and so on: the columns of most lists.</summary>
    protected const string Header = "ชื่อ-นามสกุล\tชื่อเล่น\tปีเกิด\tตำบล";

    protected async Task BeginAsync()
    {
        await Portal.AreasAsync();
        await Portal.Write(db => db.Areas.AddRange(
            Area.Create("310201", "คูเมือง", "Khu Mueang", "", null, null),
            Area.Create("310202", "ปะเคียบ", "Pakhiap", "", null, null),
            Area.Create("310205", "หินเหล็กไฟ", "Hin Lek Fai", "", null, null)));
        await Portal.Write(db =>
        {
            db.FormDefinitions.Add(Registry.Form(
                FormKind.Sage,
                Registry.Field("name", 40), Registry.Field("area", 30),
                Registry.Field("nickname", 10) with { Required = false },
                Registry.Field("birth-year", 10) with { Required = false },
                Registry.Field("summary", 10) with { Required = false },
                Registry.Field("contact", 1) with { Required = false },
                Registry.Field("sex", 1) with { Required = false }));
            db.FormDefinitions.Add(Registry.Form(FormKind.Plot, Registry.Field("name", 40), Registry.Field("area", 30), Registry.Field("round", 10), Registry.Field("size", 10)));
            db.FormDefinitions.Add(Registry.Form(FormKind.Centre, Registry.Field("name", 40), Registry.Field("area", 30), Registry.Field("open", 10)));
        });
    }

    /// <summary>Takes a pasted table in and looks at it.</summary>
    private protected async Task<Guid> TakeAsync(string table, FormKind register = FormKind.Sage, Actor? by = null, string area = KhuMueang)
    {
        var id = Guid.CreateVersion7();
        await Portal.Run(db => db.TakeIntakeAsync(id, register, area, SheetReader.ReadPasted(table), by ?? Head, Now, Stop));
        await RunAsync(id, by);
        return id;
    }

    private protected Task RunAsync(Guid id, Actor? by = null) => Portal.Run(db => db.RunIntakeAsync(id, by ?? Head, Now, Stop));

    private protected async Task AcceptAsync(Guid id, Actor? by = null)
    {
        await Portal.Run(db => db.AcceptIntakeAsync(id, by ?? Head, Now, Stop));
        await RunAsync(id, by);
    }

    private protected async Task UndoAsync(Guid id, Actor? by = null)
    {
        await Portal.Run(db => db.UndoIntakeAsync(id, by ?? Head, Now, Stop));
        await RunAsync(id, by);
    }

    protected Task<List<IntakeRow>> RowsAsync(Guid id) => Portal.Read(db => db.IntakeRows.AsNoTracking().Where(r => r.BatchId == id).OrderBy(r => r.Number).ToListAsync(Stop));

    protected async Task<string> StatesAsync(Guid id) => string.Join(' ', (await RowsAsync(id)).Select(r => r.State));

    protected Task<IntakeBatch> BatchAsync(Guid id) => Portal.Read(db => db.IntakeBatches.AsNoTracking().SingleAsync(b => b.Id == id, Stop));

    protected Task<List<Sage>> SagesAsync() => Portal.Read(db => db.Sages.AsNoTracking().OrderBy(s => s.SortKey).ToListAsync(Stop));

    /// <summary>A sage as the form of one enters it.</summary>
    private protected async Task<Sage> EnterAsync(string name, string area = "310201", Actor? by = null, string summary = "")
    {
        var sage = Sage.Create(null, null);
        await Portal.Run(db => db.EnterAsync(sage, Samples.Record(name, area, new SageProfile { Summary = summary }), by ?? Head, Now, Stop));
        return await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(s => s.Id == sage.Id, Stop));
    }
}
