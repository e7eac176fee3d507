namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>Turns a record into what a form shows and back. The same for every way in: a form on a phone, a pasted sheet.</summary>
/// <typeparam name="T">What the record says.</typeparam>
public interface IRegisterForm<T>
    where T : class
{
    /// <summary>A record that says nothing yet, in an area.</summary>
    T Empty(string area);

    /// <summary>Field code → values, as they are typed.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(T record);

    /// <summary>The record with what was typed; what the form does not ask for stays.</summary>
    /// <param name="area">Official code of the tambon, chosen apart from the other fields.</param>
    /// <param name="form">Its own fields go where their visibility says.</param>
    T Read(FieldValues values, T before, string area, FormDefinition form);

    /// <summary>The record with what acts and not forms change as it stands now: a form may have been open while a plot took a step.</summary>
    T Keep(T record, T latest);
}

/// <summary>Collects values by field code.</summary>
internal sealed class Filled
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => _values;

    public Filled Set(string code, params IEnumerable<string> values)
    {
        _values[code] = [.. values];
        return this;
    }

    public Filled Set(string code, int? number) => Set(code, number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");

    public Filled Lines(string code, IEnumerable<string> lines) => Set(code, string.Join('\n', lines));

    public Filled Own(IReadOnlyDictionary<string, string> answers)
    {
        foreach (var (code, answer) in answers)
        {
            Set(code, answer);
        }

        return this;
    }
}

/// <summary>Answers to fields that a form has of its own.</summary>
internal static class OwnAnswers
{
    /// <summary>Those that may be public, and the others; one that this form does not ask for stays as it was.</summary>
    public static (IReadOnlyDictionary<string, string> Shown, IReadOnlyDictionary<string, string> Hidden) Read(
        FieldValues values, FormDefinition form, IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> hidden)
    {
        var own = form.Fields.Where(f => f.Type != FieldType.Known).ToList();
        var asked = own.Select(f => f.Code).ToHashSet();
        return (Of(shown, own.Where(f => f.Visibility == Visibility.Public)), Of(hidden, own.Where(f => f.Visibility != Visibility.Public)));

        IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> before, IEnumerable<FormField> fields)
        {
            var answers = before.Where(a => !asked.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);
            foreach (var field in fields)
            {
                if (Answer(values, field) is { Length: > 0 } answer)
                {
                    answers[field.Code] = answer;
                }
            }

            return answers;
        }
    }

    private static string Answer(FieldValues values, FormField field)
    {
        var text = field.Type == FieldType.Lines ? values.Block(field.Code) : values.Line(field.Code);
        switch (field.Type)
        {
            case FieldType.Number when text.Length > 0 && !Thai.ThaiDigits.TryParseDecimal(text, out _):
                values.Say(field.Code, $"{field.Label}ต้องเป็นตัวเลข");
                break;
            case FieldType.Choice when text.Length > 0 && !field.Options.Contains(text):
            case FieldType.YesNo when text is not ("" or "yes" or "no"):
                values.Say(field.Code, $"โปรดเลือก{field.Label}จากรายการ");
                break;
        }

        return text;
    }
}
