using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>The sheet that province and department get: accepted records, of people what their consents open.</summary>
public static class PassingOnSheets
{
    // A province has some thousands of sages; a sheet of more than this nobody reads.
    private const int MostRows = 50_000;

    /// <param name="area">Official code of an area whose reports the actor sees, or where the actor accepts records.</param>
    /// <exception cref="PortalException">The area is not the actor's, or holds more than a sheet takes.</exception>
    public static async Task<SheetFile> PassingOnSheetAsync<T, TRecord>(
        this PortalDb db, FormKind register, IRegisterForm<TRecord> fill, string area, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class
    {
        if (!by.May(Permission.SeeReports, area) && !by.May(Permission.Certify, area))
        {
            throw new PortalException("sheet.forbidden", "ท่านยังไม่มีสิทธิ์ดูรายงานของพื้นที่นี้", "area");
        }

        var records = await db.AcceptedFor<T>(by).AsNoTracking().Where(r => r.AreaCode.StartsWith(area))
            .OrderBy(r => r.SortKey).ThenBy(r => r.Id).Take(MostRows + 1).ToListAsync(cancellationToken);
        if (records.Count > MostRows)
        {
            throw new PortalException("sheet.rows", $"พื้นที่นี้มีเกิน {MostRows:N0} รายการ โปรดเลือกพื้นที่ที่เล็กลง เช่น ทีละจังหวัด", "area");
        }

        var form = await db.SheetFormAsync(register, area, cancellationToken);
        var consents = await db.StandingAsync(area, by, cancellationToken);
        // Where a nameless row stands among names would tell how its name begins.
        var lines = records.Select(r => (r.Id, Line: new SheetLine("", "", r.Number ?? "", r.AreaCode, fill.Fill(r.Shown)), IsNamed: register != FormKind.Sage || consents[r.Id].Contains(ConsentPurpose.Province)))
            .OrderBy(l => !l.IsNamed).ThenBy(l => l.IsNamed ? "" : l.Line.Number, StringComparer.Ordinal).ToList();
        var columns = SheetColumns.Of(form, SheetColumns.RowsOf(lines.Select(l => l.Line))).Where(c => PassingOn.Needs(register, c) is not null).ToList();
        var terms = await SheetTerms.LoadPublicAsync(db, cancellationToken);
        var places = await db.PlacesAsync(lines.Select(l => l.Line.Area), cancellationToken);
        var file = new SheetFile(columns, [.. lines.Select(l => Cells(register, l.Line, columns, consents[l.Id].ToHashSet(), terms, places))]);
        // What cannot be recorded is not given.
        await db.InTransaction(
            async () =>
            {
                SheetFile.Note(db, SheetUse.PassingOn, register, area, file.Rows.Count, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return file;
    }

    private static IReadOnlyList<string> Cells(
        FormKind register, SheetLine line, List<SheetColumn> columns, HashSet<ConsentPurpose> consents, SheetTerms terms, Places places)
    {
        var cells = SheetCells.Of(line with { Filled = Named(line.Filled, columns, terms) }, columns, terms, places);
        return [.. columns.Zip(cells, (column, cell) =>
            PassingOn.Needs(register, column)!.All(consents.Contains) && !PassingOn.KeepsBack(register, column, line.Filled) ? cell : SheetMarks.Withheld)];
    }

    // Other people, and centres that are not open, are named only where readers see them; their keys may say a name too.
    private static Dictionary<string, IReadOnlyList<string>> Named(IReadOnlyDictionary<string, IReadOnlyList<string>> filled, List<SheetColumn> columns, SheetTerms terms)
    {
        var named = new Dictionary<string, IReadOnlyList<string>>(filled);
        foreach (var column in columns.Where(c => c.Kind is SheetKind.Sages or SheetKind.Centres or SheetKind.Plot && filled.ContainsKey(c.Code)))
        {
            named[column.Code] = [.. filled[column.Code].Where(key => terms.Has(column.Kind, key))];
        }

        return named;
    }

    private static IQueryable<T> AcceptedFor<T>(this PortalDb db, Actor by)
        where T : Registered
    {
        string[] areas = [.. by.AreasFor(Permission.SeeReports), .. by.AreasFor(Permission.Certify)];
        var all = areas.Contains("");
        return db.Set<T>().Where(r => r.IsAccepted && (all || areas.Any(a => r.AreaCode.StartsWith(a))));
    }

    private static async Task<ILookup<Guid, ConsentPurpose>> StandingAsync(this PortalDb db, string area, Actor by, CancellationToken cancellationToken)
    {
        var sages = db.AcceptedFor<Sage>(by).Where(s => s.AreaCode.StartsWith(area));
        var standing = await db.Consents.Where(c => c.WithdrawnAt == null && sages.Any(s => s.Id == c.SageId)).Select(c => new { c.SageId, c.Purpose }).ToListAsync(cancellationToken);
        return standing.ToLookup(c => c.SageId, c => c.Purpose);
    }
}
