using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Puts sheets away for being looked at, and learns which column is which.</summary>
public static class IntakeTaking
{
    /// <summary>Sheets that one member may bring in an hour.</summary>
    public const int MostAnHour = 20;

    private const int AtOnce = 200;

    /// <summary>Puts a sheet away. The same one sent twice, as a form with a bad connection does, is one.</summary>
    /// <param name="id">That the page gave it.</param>
    /// <param name="area">Official code of the district that the rows belong to, or of the province.</param>
    /// <exception cref="PortalException">The sheet, the area or the number of sheets is not as it should be.</exception>
    public static async Task TakeIntakeAsync(
        this PortalDb db, Guid id, FormKind register, string area, SheetTable table, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isNew = await db.InTransaction(
            async () =>
            {
                if (await db.IntakeBatches.AnyAsync(b => b.Id == id, cancellationToken))
                {
                    return false;
                }

                await db.DemandMayTakeAsync(area, by, now, cancellationToken);
                DemandFits(table);
                db.IntakeBatches.Add(IntakeBatch.Begin(id, register, area, [.. table.Header.Select(CitizenMask.Of)], by, now));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        if (!isNew)
        {
            return;
        }

        foreach (var part in table.Rows.Zip(table.RowNumbers).Chunk(AtOnce))
        {
            await db.InTransaction(
                async () =>
                {
                    db.IntakeRows.AddRange(part.Select(row => new IntakeRow { BatchId = id, Number = row.Second, Cells = [.. row.First.Select(CitizenMask.Of)] }));
                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }

        await db.InTransaction(
            async () =>
            {
                var batch = await db.IntakeBatches.SingleAsync(b => b.Id == id, cancellationToken);
                var (columns, areSure) = await db.ColumnsOfAsync(batch, cancellationToken);
                batch.Taken(columns, areSure, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Says which column is which, and remembers it for the next sheet of the district.</summary>
    /// <param name="columns">A code for each column; empty → it is left out.</param>
    public static Task MapIntakeAsync(this PortalDb db, Guid id, IReadOnlyList<string> columns, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var batch = await db.FindIntakeAsync(id, by, cancellationToken);
                var known = SheetColumns.Of(await db.IntakeFormAsync(batch, cancellationToken)).Select(c => c.Code).ToHashSet();
                if (columns.Count != batch.Header.Count || columns.Any(c => c.Length > 0 && !known.Contains(c)))
                {
                    throw new PortalException("intake.columns", "โปรดเลือกช่องจากรายการ", "columns");
                }

                if (columns.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
                {
                    throw new PortalException("intake.twice", $"เลือกช่องเดียวกันสองคอลัมน์: {twice.Key}", "columns");
                }

                DemandTelling(columns);
                batch.Map(columns, by, now);
                await db.IntakeRows.Where(r => r.BatchId == id && r.State != RowState.Written && r.State != RowState.Undone)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RowState.Unread), cancellationToken);
                await db.RememberAsync(batch, columns, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The form by which the rows of a sheet are read.</summary>
    /// <exception cref="PortalException">There is none.</exception>
    public static async Task<FormDefinition> IntakeFormAsync(this PortalDb db, IntakeBatch batch, CancellationToken cancellationToken) =>
        await db.FormForAsync(batch.Register, batch.AreaCode, cancellationToken)
        ?? throw new PortalException("intake.form", "ยังไม่มีแบบฟอร์มของทะเบียนนี้ โปรดแจ้งผู้ดูแลระบบ");

    /// <summary>What each column of a sheet holds as far as that is known; sure → nobody has to be asked.</summary>
    private static async Task<(IReadOnlyList<string> Columns, bool AreSure)> ColumnsOfAsync(this PortalDb db, IntakeBatch batch, CancellationToken cancellationToken)
    {
        var columns = SheetColumns.Of(await db.IntakeFormAsync(batch, cancellationToken));
        var (hash, order) = IntakeMapping.Key(batch.Header);
        if (await db.IntakeMappings.AsNoTracking().SingleOrDefaultAsync(m => m.Register == batch.Register && m.AreaCode == batch.AreaCode && m.HeaderHash == hash, cancellationToken) is { } remembered
            && remembered.Columns.All(c => c.Length == 0 || columns.Any(k => k.Code == c)))
        {
            var found = new string[order.Length];
            foreach (var (place, code) in order.Zip(remembered.Columns))
            {
                found[place] = code;
            }

            return (found, true);
        }

        string[] matched = [.. SheetColumns.Match(columns, batch.Header).Select(c => c?.Code ?? "")];
        return (matched, matched.All(c => c.Length > 0) && IsTelling(matched));
    }

    private static async Task RememberAsync(this PortalDb db, IntakeBatch batch, IReadOnlyList<string> columns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (hash, order) = IntakeMapping.Key(batch.Header);
        string[] inOrder = [.. order.Select(i => columns[i])];
        if (await db.IntakeMappings.FindAsync([batch.Register, batch.AreaCode, hash], cancellationToken) is { } known)
        {
            (known.Columns, known.At) = (inOrder, JournalChain.Truncate(now));
        }
        else
        {
            db.IntakeMappings.Add(new() { Register = batch.Register, AreaCode = batch.AreaCode, HeaderHash = hash, Columns = inOrder, At = JournalChain.Truncate(now) });
        }
    }

    private static async Task DemandMayTakeAsync(this PortalDb db, string area, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (area.Length is not (2 or 4) || !await db.Areas.AnyAsync(a => a.Code == area, cancellationToken))
        {
            throw new PortalException("intake.area", "โปรดเลือกอำเภอหรือจังหวัดของข้อมูลในตาราง", "area");
        }

        if (!by.AreasFor(Permission.Register).Any(a => area.StartsWith(a, StringComparison.Ordinal) || a.StartsWith(area, StringComparison.Ordinal)))
        {
            throw new PortalException("intake.forbidden", "พื้นที่นี้อยู่นอกพื้นที่ที่ท่านดูแล", "area");
        }

        var since = JournalChain.Truncate(now.AddHours(-1));
        if (await db.IntakeBatches.CountAsync(b => b.CreatorId == by.Id && b.At > since, cancellationToken) >= MostAnHour)
        {
            throw new PortalException("intake.rate", $"ส่งตารางได้ชั่วโมงละไม่เกิน {MostAnHour} ชุด โปรดรอสักครู่ หรือแก้แถวในชุดที่ส่งแล้ว");
        }
    }

    private static void DemandFits(SheetTable table)
    {
        if (table.Rows.Count == 0)
        {
            throw new PortalException("intake.empty", "ตารางมีแต่หัวตาราง ยังไม่มีแถวข้อมูล", "table");
        }

        if (table.Rows.Count > IntakeBatch.MostRows)
        {
            throw new PortalException("intake.rows", $"ตารางมี {table.Rows.Count:N0} แถว นำเข้าได้ครั้งละไม่เกิน {IntakeBatch.MostRows:N0} แถว โปรดแบ่งเป็นหลายชุด", "table");
        }
    }

    private static bool IsTelling(IReadOnlyList<string> columns) => columns.Contains("name") || columns.Contains(SheetColumns.Id) || columns.Contains(SheetColumns.Number);

    private static void DemandTelling(IReadOnlyList<string> columns)
    {
        if (!IsTelling(columns))
        {
            throw new PortalException("intake.nameless", "ต้องมีคอลัมน์ชื่อ หรือรหัส หรือเลขทะเบียน อย่างน้อยหนึ่งคอลัมน์ จึงจะรู้ว่าแถวไหนเป็นของใคร", "columns");
        }
    }
}
