using System.Globalization;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;

namespace KhokNongNa.Web.Studio.Registers.Definitions;

/// <summary>The fields of a version as rows of a page, and back.</summary>
internal static class DefinitionForm
{
    private const int NewRows = 2;

    /// <summary>Rows of a version: its fields, those that the portal knows and it does not ask, and room for others.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Fill(FormDefinition form)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>
        {
            ["title"] = [form.Title],
            ["source"] = [form.Source],
        };
        var left = KnownFields.Of(form.Kind).Except(form.Fields.Select(f => f.Code))
            .Select(code => new FormField(code, form.Fields[^1].Section, "", "", Required: false, 0, Visibility.Staff, FieldType.Known, []));
        foreach (var (row, field) in form.Fields.Concat(left).Index())
        {
            var at = $"fields.{row}";
            values[at + ".code"] = [field.Code];
            values[at + ".use"] = row < form.Fields.Count ? ["yes"] : [];
            values[at + ".order"] = [((row + 1) * 10).ToString(CultureInfo.InvariantCulture)];
            values[at + ".section"] = [field.Section];
            values[at + ".label"] = [field.Label];
            values[at + ".help"] = [field.Help];
            values[at + ".required"] = field.Required ? ["yes"] : [];
            values[at + ".weight"] = [field.Weight.ToString(CultureInfo.InvariantCulture)];
            values[at + ".visibility"] = [field.Visibility.ToString()];
            values[at + ".type"] = [field.Type.ToString()];
            values[at + ".options"] = [string.Join('\n', field.Options)];
        }

        Grow(values);
        return values;
    }

    /// <summary>Adds empty rows for fields that no version has yet.</summary>
    public static void Grow(Dictionary<string, IReadOnlyList<string>> values)
    {
        var first = Rows(values).DefaultIfEmpty(-1).Max() + 1;
        for (var row = first; row < first + NewRows; row++)
        {
            values[$"fields.{row}.code"] = [""];
            values[$"fields.{row}.order"] = [((row + 1) * 10).ToString(CultureInfo.InvariantCulture)];
        }
    }

    public static IReadOnlyList<int> Rows(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        [.. values.Keys.Where(k => k.StartsWith("fields.", StringComparison.Ordinal) && k.EndsWith(".code", StringComparison.Ordinal))
            .Select(k => int.TryParse(k.Split('.')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1).Where(row => row is >= 0 and < 200).Order()];

    /// <summary>The fields that are asked for, in their order.</summary>
    /// <param name="next">A code for a field that is new.</param>
    public static IReadOnlyList<FormField> Read(FieldValues values, IEnumerable<int> rows, FormKind kind, Func<string> next) =>
        [.. rows.Where(row => values.Chosen($"fields.{row}.use").Count > 0 || (values.Line($"fields.{row}.code").Length == 0 && values.Line($"fields.{row}.label").Length > 0))
            .Select(row => (Order: values.Number($"fields.{row}.order", 0, 9_999) ?? 9_999, Field: ReadField(values, $"fields.{row}", kind, next)))
            .OrderBy(f => f.Order).Select(f => f.Field)];

    private static FormField ReadField(FieldValues values, string at, FormKind kind, Func<string> next)
    {
        var (code, label) = (values.Line(at + ".code"), values.Line(at + ".label"));
        var isKnown = KnownFields.Of(kind).Contains(code);
        var type = isKnown ? FieldType.Known : values.Code<FieldType>(at + ".type") ?? (kind == FormKind.Selection ? FieldType.YesNo : FieldType.Text);
        var (weight, required) = (values.Number(at + ".weight", 0, 100) ?? 0, values.Chosen(at + ".required").Count > 0);
        var options = type == FieldType.Choice ? values.Lines(at + ".options") : [];
        if (label.Length == 0)
        {
            values.Say(at + ".label", "โปรดใส่ชื่อช่อง");
        }

        if (required && weight == 0)
        {
            values.Say(at + ".weight", $"ช่อง «{label}» ที่ต้องกรอก ต้องมีน้ำหนักมากกว่า 0");
        }

        if (type == FieldType.Choice && options.Count < 2)
        {
            values.Say(at + ".options", $"ช่อง «{label}» แบบเลือกต้องมีตัวเลือกอย่างน้อยสองข้อ บรรทัดละข้อ");
        }

        return new(
            code.Length > 0 ? code : next(), values.Line(at + ".section"), label, values.Line(at + ".help"), required, weight,
            values.Code<Visibility>(at + ".visibility") ?? Visibility.Staff, type, options);
    }
}
