using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>What a row says as a record.</summary>
/// <param name="Record">The register's record; complete only when nothing is wrong.</param>
/// <param name="Says">What is wrong with it, and what else there is to know.</param>
/// <param name="Phones">Telephone numbers, which are rows beside the record.</param>
internal sealed record ReadRow(object Record, string Name, string OtherName, string Area, IReadOnlyList<RowSaying> Says, IReadOnlyList<string> Phones)
{
    public bool IsWrong => Says.Any(s => !s.IsNote);
}

/// <summary>Reads rows of a sheet as forms of the Studio are read, with everything that this needs at hand.</summary>
internal sealed class RowReading(
    IntakeBatch batch, IntakeRegister register, FormDefinition form, SheetTerms terms, AreaNames names, Actor actor, DateTimeOffset now)
{
    private readonly IReadOnlyList<SheetColumn> _columns = SheetColumns.Of(form);
    private readonly RowArea _area = new(names, batch.AreaCode);
    private readonly DateOnly _today = ThaiTime.Day(now);

    public IntakeRegister Register => register;

    public Actor Actor => actor;

    public DateTimeOffset Now => now;

    /// <summary>The row's cell of a column; empty when the sheet has none.</summary>
    public string Cell(IntakeRow row, string code)
    {
        for (var at = 0; at < batch.Columns.Count && at < row.Cells.Count; at++)
        {
            if (batch.Columns[at] == code)
            {
                return row.Cells[at].Trim();
            }
        }

        return "";
    }

    /// <param name="before">The record that the row is about; <c>null</c> → a new one.</param>
    public ReadRow Read(IntakeRow row, Registered? before)
    {
        var says = new List<RowSaying>();
        var cells = Cells(row, says);
        var area = row.ChosenArea.Length == 6 ? row.ChosenArea : _area.Read(cells, before?.LatestArea ?? "", says);
        var filled = before is null ? null : register.Fill(before, area);
        var sheet = SheetCells.Read([.. _columns.Where(c => cells.ContainsKey(c.Code))], cells, filled, terms);
        says.AddRange(sheet.Wrong.Select(w => new RowSaying(w.Code, w.Message)));
        var values = new FieldValues(sheet.Typed, Label, _today);
        var record = register.Read(values, before, area, form);
        if (values.Has("name") ? values.Line("name").Length == 0 : before is null)
        {
            values.Say("name", $"โปรดใส่{Label("name")}");
        }

        says.AddRange(values.Wrong.Distinct().Select(w => new RowSaying(w.Field, w.Message)));
        var phones = Phones(cells, says);
        var name = Name(values, before);
        var called = values.Has("nickname") && values.Line("nickname") is { Length: > 0 } nickname ? $"{nickname} {ThaiName.Parse(name).Family}".Trim() : "";
        return new(record, name, called, area, says, phones);
    }

    /// <summary>What a rule of the register says against a record; empty → nothing. The noun is spoilt by it.</summary>
    public IReadOnlyList<RowSaying> Refusal(Registered? before, object record)
    {
        try
        {
            register.Try(before ?? register.Create(Guid.CreateVersion7()), record, form.Key, actor, now);
            return [];
        }
        catch (PortalException refusal)
        {
            return [new(refusal.Field ?? "", refusal.Message)];
        }
    }

    /// <summary>What people call a column, by its code.</summary>
    public string Label(string code) =>
        form.Fields.FirstOrDefault(f => f.Code == code)?.Label ?? _columns.FirstOrDefault(c => c.Code == code)?.Header ?? code;

    /// <summary>Cells by code, without those that are never taken in.</summary>
    private Dictionary<string, string> Cells(IntakeRow row, List<RowSaying> says)
    {
        var cells = new Dictionary<string, string>();
        foreach (var (at, code) in batch.Columns.Index())
        {
            if (code.Length == 0 || at >= row.Cells.Count || (row.Takes is { } takes && !takes.Contains(code)))
            {
                continue;
            }

            var cell = row.Cells[at].Trim();
            if (cell == SheetMarks.Withheld)
            {
                says.Add(new(code, $"ช่อง «{Header(code)}» ไม่เปิดเผย จึงไม่นำเข้าช่องนี้", IsNote: true));
                continue;
            }

            if (CitizenMask.IsIn(cell))
            {
                says.Add(new(code, CitizenNumber.Sentence($" «{Header(code)}»")));
            }

            cells[code] = cell;
        }

        return cells;
    }

    private string Header(string code) => _columns.FirstOrDefault(c => c.Code == code)?.Header ?? code;

    private List<string> Phones(Dictionary<string, string> cells, List<RowSaying> says)
    {
        var phones = new List<string>();
        foreach (var column in _columns.Where(c => c.Kind == SheetKind.Phones))
        {
            var cell = cells.GetValueOrDefault(column.Code, "");
            foreach (var text in SheetMarks.Split(cell == SheetMarks.Clear ? "" : cell.Replace(',', ';')))
            {
                if (PhoneNumber.TryRead(text, out var digits, out var why))
                {
                    phones.Add(digits);
                }
                else
                {
                    says.Add(new(column.Code, why));
                }
            }
        }

        return [.. phones.Distinct()];
    }

    private static string Name(FieldValues values, Registered? before) => values.Has("name") && values.Line("name") is { Length: > 0 } typed
        ? typed.Length <= 200 ? typed : typed[..200]
        : before?.Name ?? "";
}
