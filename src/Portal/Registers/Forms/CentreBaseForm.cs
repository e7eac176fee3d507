using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>The form of one learning base of a centre: the script of its ครูพาทำ (S12).</summary>
public static class CentreBaseForm
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(CentreBase one)
    {
        var filled = new Filled()
            .Set("name", one.Name)
            .Set("base", one.Base)
            .Set("leaders", one.Leaders)
            .Set("goal", one.Goal)
            .Lines("questions", one.Questions)
            .Set("people", one.People);
        foreach (var (row, material) in one.Materials.Index())
        {
            filled.Set($"materials.{row}.amount", material.Amount?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "")
                .Set($"materials.{row}.unit", material.Unit)
                .Set($"materials.{row}.name", material.Name);
        }

        foreach (var (row, step) in one.Steps.Index())
        {
            filled.Set($"steps.{row}.text", step.Text).Set($"steps.{row}.minutes", step.Minutes);
        }

        foreach (var (row, lesson) in one.Lessons.Index())
        {
            filled.Set($"lessons.{row}.order", row + 1).Set($"lessons.{row}.key", lesson);
        }

        return filled.Values;
    }

    public static CentreBase Read(FieldValues values, CentreBase before)
    {
        var read = before with
        {
            Name = values.Line("name"),
            Base = values.Chosen("base") is [.., var key] ? key : "",
            Leaders = values.Chosen("leaders"),
            Goal = values.Block("goal"),
            Questions = values.Lines("questions"),
            People = values.Number("people", 1, 10_000),
            Materials = [.. values.Rows("materials").Select(row => ReadMaterial(values, $"materials.{row}")).OfType<BaseMaterial>()],
            Steps = [.. values.Rows("steps").Select(row => ReadStep(values, $"steps.{row}")).OfType<BaseStep>()],
            // Without a number a lesson stands where its row is.
            Lessons = [.. values.Rows("lessons")
                .Select(row => (Key: values.Chosen($"lessons.{row}.key") is [.., var lesson] ? lesson : "", Order: values.Number($"lessons.{row}.order", 1, 99) ?? row + 1))
                .Where(l => l.Key.Length > 0).OrderBy(l => l.Order).Select(l => l.Key).Distinct()],
        };
        if (read.Name.Length + read.Base.Length == 0)
        {
            values.Say("name", "โปรดใส่ชื่อฐาน หรือเลือกฐานกลาง");
        }

        return read;
    }

    private static BaseMaterial? ReadMaterial(FieldValues values, string at)
    {
        var (name, typed, unit) = (values.Line(at + ".name"), values.Line(at + ".amount"), values.Line(at + ".unit"));
        if (name.Length + typed.Length + unit.Length == 0)
        {
            return null;
        }

        if (name.Length == 0)
        {
            values.Say(at + ".name", "โปรดใส่ชื่อวัสดุ");
        }

        if (typed.Length == 0)
        {
            return new(name, null, unit);
        }

        if (!ThaiDigits.TryParseDecimal(typed, out var amount) || amount is < 0 or > 1_000_000)
        {
            values.Say(at + ".amount", "จำนวนเป็นตัวเลข เช่น 2 หรือ 0.5");
        }

        return new(name, amount, unit);
    }

    private static BaseStep? ReadStep(FieldValues values, string at)
    {
        var (text, minutes) = (values.Block(at + ".text"), values.Number(at + ".minutes", 0, 1_440));
        if (text.Length == 0 && minutes is not null)
        {
            values.Say(at + ".text", "โปรดเขียนว่าทำอะไรในขั้นนี้");
        }

        return text.Length == 0 && minutes is null ? null : new(text, minutes);
    }
}
