using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>What somebody typed into a form of a register, by field code; collects what is wrong and never throws on it.</summary>
/// <param name="typed">Values as they came; several where several can be chosen. Parts of a field follow a dot: <c>village.moo</c>, <c>expertise.0.what</c>.</param>
/// <param name="label">What people call a field.</param>
public sealed class FieldValues(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, Func<string, string> label, DateOnly today)
{
    /// <summary>Characters that any one value may have; stories have their own limit.</summary>
    public const int MostLength = 2_000;

    private readonly List<(string Field, string Message)> _wrong = [];

    public IReadOnlyList<(string Field, string Message)> Wrong => _wrong;

    public DateOnly Today => today;

    public string Label(string field) => label(field);

    /// <summary>Whether the form had the field at all: what a form does not ask for stays as it was.</summary>
    public bool Has(string field) => typed.ContainsKey(field) || typed.Keys.Any(k => k.StartsWith(field + ".", StringComparison.Ordinal));

    public bool Has(string field, out string line)
    {
        line = Has(field) ? Line(field) : "";
        return Has(field);
    }

    /// <summary>One line, repaired.</summary>
    public string Line(string field) => Checked(field, EntryRules.Line(Raw(field)), MostLength);

    /// <summary>Several lines as one text.</summary>
    public string Block(string field) => Checked(field, EntryRules.Block(Raw(field)), EntryRules.BodyLength);

    /// <summary>An item a line.</summary>
    public IReadOnlyList<string> Lines(string field) =>
        [.. Checked(field, Raw(field), EntryRules.BodyLength).Split('\n').Select(EntryRules.Line).Where(l => l.Length > 0).Select(l => Checked(field, l, MostLength))];

    public IReadOnlyList<string> Chosen(string field) => typed.TryGetValue(field, out var values) ? [.. values.Where(v => v.Length is > 0 and <= 200).Distinct()] : [];

    public IReadOnlyList<T> Codes<T>(string field)
        where T : struct, Enum =>
        [.. Chosen(field).Select(v => Enum.TryParse<T>(v, out var code) && Enum.IsDefined(code) ? code : (T?)null).OfType<T>()];

    public T? Code<T>(string field)
        where T : struct, Enum =>
        Codes<T>(field) is [var code, ..] ? code : null;

    public int? Number(string field, int least, int most)
    {
        var text = Line(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (ThaiDigits.TryParseInt(text, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Say(field, $"{label(Base(field))}ต้องเป็นตัวเลข {least:N0} ถึง {most:N0} ไม่ใช่ «{Shorten(text)}»");
        return null;
    }

    public DateOnly? Day(string field)
    {
        var text = Line(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (BuddhistDate.TryParse(text, out var day))
        {
            return day;
        }

        Say(field, YearSlip.Of(text) is { Length: > 0 } asked ? asked : $"{label(Base(field))}เขียนแบบ 8 ก.ค. 2564 หรือ 8/7/2564 ไม่ใช่ «{Shorten(text)}»");
        return null;
    }

    /// <summary>Numbers under which rows of a field came, in order.</summary>
    public IReadOnlyList<int> Rows(string field) =>
        [.. typed.Keys.Where(k => k.StartsWith(field + ".", StringComparison.Ordinal))
            .Select(k => ThaiDigits.TryParseInt(k[(field.Length + 1)..].Split('.')[0], out var row) ? row : -1)
            .Where(row => row >= 0).Distinct().Order().Take(100)];

    public void Say(string field, string message) => _wrong.Add((field, message));

    private static string Base(string field) => field.Split('.')[0];

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";

    private string Raw(string field) => typed.TryGetValue(field, out var values) ? values.LastOrDefault(v => v.Length > 0) ?? "" : "";

    private string Checked(string field, string text, int most)
    {
        if (text.Length > most)
        {
            Say(field, $"{label(Base(field))}ยาวเกินไป ใช้ได้ไม่เกิน {most:N0} ตัวอักษร ({text.Length:N0} ตัวอักษรตอนนี้)");
        }
        else if (CitizenNumber.IsIn(text))
        {
            Say(field, CitizenNumber.Sentence(label(Base(field))));
        }

        return text;
    }
}
