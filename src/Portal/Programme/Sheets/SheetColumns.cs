using System.Globalization;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Columns of the sheet of a register, as its form asks.</summary>
public static class SheetColumns
{
    public const string Id = "id";
    public const string Revision = "revision";
    public const string Number = "number";
    public const string Tambon = "area";
    public const string District = "area.district";
    public const string Province = "area.province";
    public const string AreaCode = "area.code";

    /// <summary>Rows of expertise that a sheet holds side by side.</summary>
    public const int MostRows = 10;

    /// <summary>What says which record a row is, and where.</summary>
    private static readonly SheetColumn[] Record =
    [
        Head(Id, "รหัส", "id"),
        Head(Revision, "รุ่น", "revision"),
        Head(Number, "เลขทะเบียน", "เลขที่ทะเบียน", "register number"),
        Head(Tambon, "ตำบล", "ต.", "แขวง", "ตำบล/แขวง", "subdistrict", "tambon"),
        Head(District, "อำเภอ", "อ.", "เขต", "อำเภอ/เขต", "district", "amphoe"),
        Head(Province, "จังหวัด", "จ.", "province"),
        Head(AreaCode, "รหัสตำบล", "รหัสพื้นที่", "area code"),
    ];

    /// <summary>All columns that a sheet of the form may have, in its order.</summary>
    /// <param name="rows">How often what can be said several times stands side by side.</param>
    public static IReadOnlyList<SheetColumn> Of(FormDefinition form, int rows = MostRows)
    {
        var columns = Record.ToList();
        foreach (var field in form.Fields)
        {
            var known = field.Type == FieldType.Known ? KnownColumns.Of(form.Kind, field.Code) : [OwnColumn(field)];
            var own = known.Where(c => c.Kind != SheetKind.Part).Take(2).Count();
            columns.AddRange(Repeated([.. known.Select(c => WithLabel(c, field, own))], rows).Select(c => c with { Visibility = field.Visibility }));
        }

        if (form.Kind == FormKind.Plot && columns.TrueForAll(c => c.Code != KnownColumns.Applied.Code))
        {
            columns.Add(KnownColumns.Applied);
        }

        return Unlike(columns);
    }

    /// <summary>The columns that a header means, each at most once; <c>null</c> where it means none.</summary>
    public static IReadOnlyList<SheetColumn?> Match(IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> header)
    {
        var taken = new HashSet<string>();
        return [.. header.Select(h => columns.FirstOrDefault(c => !taken.Contains(c.Code) && c.IsCalled(h)) is { } found && taken.Add(found.Code) ? found : null)];
    }

    private static SheetColumn Head(string code, string header, params string[] aliases) => new(code, "", header, aliases, SheetKind.Record, Visibility.Public);

    /// <summary>Rows of what can be said several times, as many as the longest of the records has.</summary>
    public static int RowsOf(IEnumerable<SheetLine> lines) => Math.Clamp(
        lines.SelectMany(l => l.Filled.Keys).Where(k => k.StartsWith(KnownColumns.Repeated, StringComparison.Ordinal))
            .Select(k => int.TryParse(k[KnownColumns.Repeated.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row + 1 : 0)
            .DefaultIfEmpty(1).Max(),
        1,
        MostRows);

    // What a form calls a field is a name for its column where it has only one.
    private static SheetColumn WithLabel(SheetColumn column, FormField field, int columns) =>
        columns > 1 || column.Kind == SheetKind.Part ? column : column with { Aliases = [.. column.Aliases, field.Label] };

    private static SheetColumn OwnColumn(FormField field) => new(field.Code, field.Code, field.Label, [], Kind(field.Type), field.Visibility)
    {
        Words = field.Type switch
        {
            FieldType.YesNo => [("yes", "ใช่"), ("no", "ไม่ใช่")],
            FieldType.Choice => [.. field.Options.Select(o => (o, o))],
            _ => [],
        },
    };

    private static SheetKind Kind(FieldType type) => type switch
    {
        FieldType.YesNo or FieldType.Choice => SheetKind.Word,
        FieldType.Lines => SheetKind.Lines,
        _ => SheetKind.Text,
    };

    // What belongs together of a row stands side by side.
    private static IEnumerable<SheetColumn> Repeated(IReadOnlyList<SheetColumn> field, int rows) =>
        field.Any(c => c.Code.Contains(KnownColumns.Row, StringComparison.Ordinal)) ? Enumerable.Range(0, rows).SelectMany(row => field.Select(c => InRow(c, row))) : field;

    private static SheetColumn InRow(SheetColumn column, int row) => column with
    {
        Code = column.Code.Replace(KnownColumns.Row, row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        Header = Numbered(column.Header, row),
        // «ความเชี่ยวชาญ» without a number is the first.
        Aliases = [.. column.Aliases.Select(a => Numbered(a, row)), .. row == 0 ? column.Aliases.Select(a => a.Replace(KnownColumns.Row, "", StringComparison.Ordinal)) : []],
    };

    private static string Numbered(string header, int row) =>
        header.Replace(KnownColumns.Row, (row + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // A form may call two fields the same.
    private static List<SheetColumn> Unlike(List<SheetColumn> columns)
    {
        var headers = new HashSet<string>();
        return [.. columns.Select(c => headers.Add(SheetColumn.Key(c.Header)) ? c : c with { Header = $"{c.Header} ({c.Code})" })];
    }
}
