using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>One record as a sheet says it.</summary>
/// <param name="Id">Empty for a record that is not in a portal yet.</param>
/// <param name="Area">Official code of the tambon.</param>
/// <param name="Filled">Values by code, as the register's form fills them; telephone numbers of a sage under the code of their column.</param>
public sealed record SheetLine(string Id, string Revision, string Number, string Area, IReadOnlyDictionary<string, IReadOnlyList<string>> Filled)
{
    public static SheetLine Of(Registered record, IReadOnlyDictionary<string, IReadOnlyList<string>> filled) => new(
        record.Id.ToString(),
        record.RevisionNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
        record.Number ?? "",
        record.LatestArea,
        filled);
}

/// <summary>What a row of a sheet says, as a register's form takes it.</summary>
/// <param name="Typed">Values by code, for <see cref="Registers.Forms.FieldValues"/>. Holds only fields of which a cell said something, each whole.</param>
/// <param name="Wrong">Code of the column and a sentence.</param>
public sealed record SheetRead(IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, IReadOnlyList<(string Code, string Message)> Wrong);

/// <summary>Cells of a row from a record's values, and values from cells: what one writes, the other reads.</summary>
public static class SheetCells
{
    /// <summary>Columns that are written: those that hold a value of their own.</summary>
    public static IReadOnlyList<SheetColumn> Written(IReadOnlyList<SheetColumn> columns) => [.. columns.Where(c => c.Kind != SheetKind.Part)];

    /// <summary>The cells of a record, one a column.</summary>
    public static IReadOnlyList<string> Of(SheetLine line, IReadOnlyList<SheetColumn> columns, SheetTerms terms, Places places) =>
        [.. columns.Select(c => c.Kind == SheetKind.Record ? Head(line, c.Code, places) : Cell(c, line.Filled.GetValueOrDefault(c.Code, []), terms))];

    /// <summary>Reads the cells of a row.</summary>
    /// <param name="cells">By code of the column.</param>
    /// <param name="before">Values of the record as they are, of which empty cells change nothing; <c>null</c> → the row is a new record, and says what it does not say is empty.</param>
    public static SheetRead Read(
        IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, string> cells, IReadOnlyDictionary<string, IReadOnlyList<string>>? before, SheetTerms terms)
    {
        var wrong = new List<(string, string)>();
        var said = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var column in columns.Where(c => c.Kind is not (SheetKind.Record or SheetKind.Part or SheetKind.Phones)))
        {
            if (!cells.TryGetValue(column.Code, out var cell) || (cell.Length == 0 && before is not null))
            {
                continue;
            }

            if (cell == SheetMarks.Withheld)
            {
                wrong.Add((column.Code, $"ช่อง «{column.Header}» เขียนว่า «{SheetMarks.Withheld}» จึงไม่นำเข้า โปรดเว้นว่างไว้ถ้าไม่ต้องการแก้"));
                continue;
            }

            said[column.Code] = cell == SheetMarks.Clear ? [""] : Values(column, SheetMarks.Unescape(cell), terms, wrong);
        }

        SheetParts.Join(columns, cells, said);
        return new(Whole(columns, said, before), wrong);
    }

    private static string Head(SheetLine line, string code, Places places) => code switch
    {
        SheetColumns.Id => line.Id,
        SheetColumns.Revision => line.Revision,
        SheetColumns.Number => line.Number,
        SheetColumns.AreaCode => line.Area,
        SheetColumns.Tambon => Place(places, line.Area, 6),
        SheetColumns.District => Place(places, line.Area, 4),
        SheetColumns.Province => Place(places, line.Area, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    private static string Place(Places places, string area, int digits) => places.Chain(area).FirstOrDefault(a => a.Code.Length == digits)?.NameTh ?? "";

    private static string Cell(SheetColumn column, IReadOnlyList<string> values, SheetTerms terms)
    {
        var said = values.Where(v => v.Length > 0).Select(v => column.Kind switch
        {
            SheetKind.Word or SheetKind.Words => column.Words.FirstOrDefault(w => w.Code == v).Word ?? v,
            SheetKind.Topic or SheetKind.Bases or SheetKind.Centres or SheetKind.Sages or SheetKind.Plot => terms.Name(column.Kind, v),
            SheetKind.Land when LandSize.TryParse(v, out var size) => size.InWords(),
            _ => v,
        });
        var text = string.Join(SheetMarks.Between, said);
        // What no spreadsheet holds in a cell is left out: an empty cell changes nothing.
        return text.Length > SheetLimits.MostCell ? "" : SheetMarks.Escape(text);
    }

    private static List<string> Values(SheetColumn column, string cell, SheetTerms terms, List<(string, string)> wrong)
    {
        switch (column.Kind)
        {
            case SheetKind.Word:
                return Known([cell], text => Word(column, text), column, wrong);
            case SheetKind.Words:
                return Known(Word(column, cell) is null ? cell.Split([';', ',', '\n', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell], text => Word(column, text), column, wrong);
            case SheetKind.Topic or SheetKind.Plot:
                return Known(cell.Length == 0 ? [] : [cell], text => terms.KeyOf(column.Kind, text), column, wrong);
            case SheetKind.Bases or SheetKind.Centres or SheetKind.Sages:
                return Known(SheetMarks.Split(cell), text => terms.KeyOf(column.Kind, text), column, wrong);
            default:
                return [cell];
        }
    }

    private static List<string> Known(IEnumerable<string> texts, Func<string, string?> code, SheetColumn column, List<(string, string)> wrong)
    {
        var codes = new List<string>();
        foreach (var text in texts.Where(t => t.Length > 0))
        {
            if (code(text) is { } found)
            {
                codes.Add(found);
            }
            else
            {
                wrong.Add((column.Code, Unknown(column, text.Length <= 40 ? text : text[..40] + "…")));
            }
        }

        return codes.Count > 0 ? codes : [""];
    }

    private static string? Word(SheetColumn column, string text)
    {
        var key = SheetColumn.Key(text);
        return column.Words.Where(w => SheetColumn.Key(w.Word) == key || SheetColumn.Key(w.Code) == key).Select(w => w.Code).FirstOrDefault();
    }

    private static string Unknown(SheetColumn column, string text) => column.Words.Count > 0
        ? $"«{column.Header}» ใช้ได้เฉพาะ {string.Join(" / ", column.Words.Select(w => w.Word))} ไม่ใช่ «{text}»"
        : $"ไม่พบ «{text}» ของช่อง «{column.Header}» หรือมีชื่อนี้มากกว่าหนึ่ง โปรดเขียนชื่อให้ตรงกับในพอร์ทัล";

    // A form reads a field as a whole: what the sheet has no column for, or says nothing of, stays beside what it says.
    private static Dictionary<string, IReadOnlyList<string>> Whole(
        IReadOnlyList<SheetColumn> columns, Dictionary<string, IReadOnlyList<string>> said, IReadOnlyDictionary<string, IReadOnlyList<string>>? before)
    {
        var fields = columns.Where(c => said.ContainsKey(c.Code)).Select(c => c.Field).ToHashSet();
        var whole = (before ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(v => fields.Contains(v.Key.Split('.')[0]))
            .ToDictionary(v => v.Key, v => v.Value);
        foreach (var (code, values) in said)
        {
            whole[code] = values;
        }

        return whole;
    }
}
