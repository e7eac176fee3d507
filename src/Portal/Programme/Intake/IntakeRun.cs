using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>
/// One go through a sheet with what that needs at hand: names of areas, whom to compare with. Each step takes some rows and is a transaction of
/// its own, so that others write in between and what is killed goes on where it stopped.
/// </summary>
public sealed class IntakeRun
{
    private readonly RowReading _reading;
    private readonly IRowTwins _twins;
    private readonly bool _takesPhones;
    private bool _hasRows;

    private IntakeRun(IntakeBatch batch, RowReading reading, IRowTwins twins)
    {
        (Batch, _reading, _twins) = (batch, reading, twins);
        _takesPhones = batch.Columns.Contains(KnownColumns.Phones) && batch.Register == Registers.FormKind.Sage;
    }

    /// <summary>The sheet as it was when the run began.</summary>
    public IntakeBatch Batch { get; }

    public Actor Actor => _reading.Actor;

    internal RowReading Reading => _reading;

    internal IntakeRegister Register => _reading.Register;

    /// <exception cref="PortalException">There is no such sheet for the actor, or no form.</exception>
    public static async Task<IntakeRun> BeginAsync(PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batch = await db.IntakesFor(by).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken)
            ?? throw new PortalException("intake.none", "ไม่พบตารางชุดนี้ อาจถูกลบไปแล้ว หรืออยู่นอกพื้นที่ของท่าน");
        var register = IntakeRegisters.Of(batch.Register);
        var form = await db.IntakeFormAsync(batch, cancellationToken);
        var names = await AreaNames.LoadAsync(db, batch.AreaCode[..2], cancellationToken);
        var terms = await SheetTerms.LoadAsync(db, by, cancellationToken);
        return new(batch, new(batch, register, form, terms, names, by, now), IRowTwins.For(register, batch.AreaCode, by));
    }

    /// <summary>Finds out about rows, and writes that into them; nothing is saved.</summary>
    internal async Task JudgeAsync(PortalDb db, IReadOnlyList<IntakeRow> rows, CancellationToken cancellationToken)
    {
        await LoadRowsAboveAsync(db, rows[0].Number, cancellationToken);
        var subjects = await RowSubjects.LoadAsync(db, this, rows, _takesPhones, cancellationToken);
        var fresh = new List<IntakeRow>();
        foreach (var row in rows)
        {
            if (RowJudging.Judge(row, subjects, _reading))
            {
                fresh.Add(row);
            }
        }

        await FindTwinsAsync(db, fresh, cancellationToken);
    }

    /// <summary>Marks rows of new records that may be in the register, or in the sheet above.</summary>
    internal async Task FindTwinsAsync(PortalDb db, List<IntakeRow> fresh, CancellationToken cancellationToken, bool inRegisterOnly = false)
    {
        if (fresh.Count == 0)
        {
            return;
        }

        var own = await db.IntakeRows.Where(r => r.BatchId == Batch.Id && r.State == RowState.Written && r.SubjectId != null).Select(r => r.SubjectId!.Value).ToListAsync(cancellationToken);
        await _twins.PrepareAsync(db, fresh, inRegisterOnly ? own.ToHashSet() : new HashSet<Guid>(), cancellationToken);
        foreach (var row in fresh)
        {
            var isKnown = IsKnown(row);
            row.Twins = await _twins.OfAsync(db, row, isKnown, cancellationToken);
            if (row.Twins.Any(t => !row.Apart.Contains(t.Mark)))
            {
                row.State = RowState.Alike;
            }

            _twins.Add(row, isKnown);
        }
    }

    // What a run that went on after a kill, or looks at a single row, has not judged itself.
    private async Task LoadRowsAboveAsync(PortalDb db, int number, CancellationToken cancellationToken)
    {
        if (_hasRows)
        {
            return;
        }

        _hasRows = true;
        var above = db.IntakeRows.AsNoTracking()
            .Where(r => r.BatchId == Batch.Id && r.Number < number && r.IsNew && r.Name != "" && (r.State == RowState.Ready || r.State == RowState.Alike || r.State == RowState.Wrong));
        await foreach (var row in above.OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _twins.Add(row, IsKnown(row));
        }
    }

    private bool IsKnown(IntakeRow row) => _reading.Cell(row, SheetColumns.Id).Length + _reading.Cell(row, SheetColumns.Number).Length > 0;
}
