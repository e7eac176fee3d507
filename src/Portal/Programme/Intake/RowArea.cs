using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Finds the tambon of a row in the district or province of its sheet, or says which ones there are.</summary>
internal sealed class RowArea(AreaNames names, string within)
{
    /// <returns>Official code of the tambon; empty when something was said.</returns>
    /// <param name="before">Area of the record that the row is about; empty → a new one.</param>
    public string Read(IReadOnlyDictionary<string, string> cells, string before, List<RowSaying> says)
    {
        var (tambon, district) = (Cell(cells, SheetColumns.Tambon), Cell(cells, SheetColumns.District));
        if (Cell(cells, SheetColumns.AreaCode) is { Length: > 0 } code)
        {
            return OfCode(code, says);
        }

        if (Cell(cells, SheetColumns.Province) is { Length: > 0 } province && names.Find(province, "", 2).Code != within[..2])
        {
            says.Add(new(SheetColumns.Province, $"แถวนี้เขียนว่า จ.{province} แต่ตารางชุดนี้เป็นของ {names.Title(within)}"));
            return before;
        }

        if (tambon.Length + district.Length == 0 && before.Length > 0)
        {
            return before;
        }

        var found = names.Resolve(within, district, tambon);
        if (found.Code.Length > 0 && !found.Code.StartsWith(within, StringComparison.Ordinal))
        {
            says.Add(new(SheetColumns.District, $"แถวนี้เป็นของ {names.Title(found.Code[..4])} แต่ตารางชุดนี้เป็นของ {names.Title(within)} {Tambons()}".Trim()));
            return "";
        }

        if (found.Code.Length == 6)
        {
            return found.Code;
        }

        var said = found.Said.Length > 0 ? found.Said : "โปรดใส่ตำบล";
        var near = found.Suggestions.Count > 0 && within.Length == 2 ? $" อาจเป็น {string.Join(" หรือ ", found.Suggestions.Take(3).Select(s => s.Title))}" : "";
        says.Add(new(SheetColumns.Tambon, $"{said}{near} {Tambons()}".Trim()));
        return "";
    }

    private static string Cell(IReadOnlyDictionary<string, string> cells, string code) =>
        cells.GetValueOrDefault(code, "") is var cell && cell == SheetMarks.Clear ? "" : cell;

    private string OfCode(string code, List<RowSaying> says)
    {
        var found = names.Find(code, within, 6);
        if (found.Code.Length == 6)
        {
            return found.Code;
        }

        says.Add(new(SheetColumns.AreaCode, $"ไม่พบรหัสตำบล «{(code.Length <= 20 ? code : code[..20] + "…")}» ใน {names.Title(within)} {Tambons()}".Trim()));
        return "";
    }

    // The right ones of the district; a province has too many to read.
    private string Tambons() => within.Length < 4 ? "" : $"ตำบลของ {names.Title(within)}: {string.Join(" · ", names.Tambons(within).Select(t => t.Title.Split(' ')[0]["ต.".Length..]))}";
}
