using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>A centre's own base as a row of its file. Steps and materials are lines, for rows do not nest: «20 | ปูฟาง», «2 | ก้อน | ฟาง».</summary>
internal static class CentreBaseFile
{
    private const string Bar = " | ";

    public static CentreBase Read(FrontMatter row) => new()
    {
        Number = row.Int("number") ?? throw new BadFileException(row.Line, "ฐานของศูนย์ต้องบอกเลข «number»"),
        Name = row.Line1("name"),
        Base = row.Text("base"),
        Leaders = row.Texts("leaders"),
        Goal = row.Line1("goal"),
        Questions = [.. row.Texts("questions").Select(EntryRules.Line)],
        People = row.Int("people"),
        Materials = [.. row.Texts("materials").Select(Material)],
        Steps = [.. row.Texts("steps").Select(Step)],
        Lessons = row.Texts("lessons"),
    };

    public static void Write(FrontMatterWriter row, CentreBase one) => row
        .Number("number", one.Number)
        .Text("name", one.Name)
        .Text("base", one.Base)
        .Texts("leaders", one.Leaders)
        .Text("goal", one.Goal)
        .Texts("questions", one.Questions)
        .Number("people", one.People)
        .Texts("materials", one.Materials.Select(m => $"{Number(m.Amount)}{Bar}{m.Unit}{Bar}{m.Name}".Trim()))
        .Texts("steps", one.Steps.Select(s => $"{Number(s.Minutes)}{Bar}{s.Text}".Trim()))
        .Texts("lessons", one.Lessons);

    private static BaseStep Step(string line) => EntryRules.Line(line).Split('|', 2) is [var minutes, var text]
        ? new(text.Trim(), ThaiDigits.TryParseInt(minutes.Trim(), out var number) ? number : null)
        : new(EntryRules.Line(line), null);

    private static BaseMaterial Material(string line) => EntryRules.Line(line).Split('|', 3) is [var amount, var unit, var name]
        ? new(name.Trim(), ThaiDigits.TryParseDecimal(amount.Trim(), out var number) ? number : null, unit.Trim())
        : new(EntryRules.Line(line), null, "");

    private static string Number(decimal? number) => number?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
