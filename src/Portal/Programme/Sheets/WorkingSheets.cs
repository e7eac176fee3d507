using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>The sheet with which an office works on its own register: all that the latest wordings say, so that it can be taken in again.</summary>
public static class WorkingSheets
{
    /// <param name="area">Official code of an area that the actor checks.</param>
    /// <param name="withPhones">Also the telephone numbers of sages; each of them is a look that is recorded.</param>
    /// <exception cref="PortalException">The area is not the actor's, or holds more than a sheet takes.</exception>
    public static async Task<SheetFile> WorkingSheetAsync<T, TRecord>(
        this PortalDb db, FormKind register, IRegisterForm<TRecord> fill, string area, bool withPhones, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class
    {
        if (!by.May(Permission.Check, area) || (withPhones && !by.May(Permission.ReadContacts, area)))
        {
            throw new PortalException("sheet.forbidden", withPhones ? "ท่านยังไม่มีสิทธิ์ดูเบอร์โทรในพื้นที่นี้" : "ท่านยังไม่มีสิทธิ์ดูทะเบียนทั้งหมดในพื้นที่นี้", "area");
        }

        var records = await db.RecordsFor<T>(by).AsNoTracking().Where(r => r.AreaCode.StartsWith(area))
            .OrderBy(r => r.SortKey).ThenBy(r => r.Id).Take(SheetLimits.MostRows + 1).ToListAsync(cancellationToken);
        if (records.Count > SheetLimits.MostRows)
        {
            throw new PortalException("sheet.rows", $"พื้นที่นี้มีเกิน {SheetLimits.MostRows:N0} รายการ โปรดเลือกพื้นที่ที่เล็กลง เช่น ทีละอำเภอ", "area");
        }

        var form = await db.SheetFormAsync(register, area, cancellationToken);
        var terms = await SheetTerms.LoadAsync(db, by, cancellationToken);
        var places = await db.PlacesAsync(records.Select(r => r.LatestArea), cancellationToken);
        // What cannot be recorded is not given.
        return await db.InTransaction(
            async () =>
            {
                var phones = withPhones ? await db.PhonesAsync(area, by, now, cancellationToken) : null;
                var lines = records.ConvertAll(r => SheetLine.Of(r, With(fill.Fill(r.Latest), phones?[r.Id])));
                var columns = SheetCells.Written(SheetColumns.Of(form, SheetColumns.RowsOf(lines))).Where(c => c.Kind != SheetKind.Phones || withPhones).ToList();
                SheetFile.Note(db, SheetUse.Working, register, area, lines.Count, by, now);
                await db.SaveChangesAsync(cancellationToken);
                return new SheetFile(columns, lines.ConvertAll(l => SheetCells.Of(l, columns, terms, places)));
            },
            cancellationToken);
    }

    /// <summary>The form that the sheets of an area have their columns from: the newest.</summary>
    internal static async Task<FormDefinition> SheetFormAsync(this PortalDb db, FormKind register, string area, CancellationToken cancellationToken) =>
        await db.FormForAsync(register, area, cancellationToken) ?? throw new PortalException("sheet.form", "ยังไม่มีแบบฟอร์มของทะเบียนนี้ โปรดแจ้งผู้ดูแลระบบ", "area");

    private static async Task<ILookup<Guid, string>> PhonesAsync(this PortalDb db, string area, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sages = db.RecordsFor<Sage>(by).Where(s => s.AreaCode.StartsWith(area));
        var rows = await db.SageContacts.AsNoTracking().Where(c => c.Channel == ContactChannel.Phone && sages.Any(s => s.Id == c.SageId)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var seen = rows.Select(c => c.SageId).ToHashSet();
        foreach (var sage in await sages.Where(s => seen.Contains(s.Id)).ToListAsync(cancellationToken))
        {
            sage.Happened(Verbs.SageContactSeen, by, now);
        }

        return rows.ToLookup(c => c.SageId, c => PhoneNumber.Show(c.Value));
    }

    private static Dictionary<string, IReadOnlyList<string>> With(IReadOnlyDictionary<string, IReadOnlyList<string>> filled, IEnumerable<string>? phones) =>
        phones is null ? new(filled) : new(filled) { [KnownColumns.Phones] = [.. phones] };
}
