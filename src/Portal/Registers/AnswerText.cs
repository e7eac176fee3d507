using System.Globalization;

namespace KhokNongNa.Portal.Registers;

/// <summary>Words that the registers share.</summary>
internal static class AnswerText
{
    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>«หมู่ 4 บ้านหนองโสน»</summary>
    public static string Village(int? moo, string village) =>
        $"{(moo is { } number ? string.Create(CultureInfo.InvariantCulture, $"หมู่ {number} ") : "")}{village}".Trim();

    public static string Position(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? string.Create(CultureInfo.InvariantCulture, $"{north:0.#####}, {east:0.#####}") : "";

    public static string Money(int? income, int? saving) => string.Join(
        " · ",
        new[]
        {
            income is { } earned ? string.Create(CultureInfo.InvariantCulture, $"รายได้ {earned:N0} บาท/เดือน") : "",
            saving is { } saved ? string.Create(CultureInfo.InvariantCulture, $"ลดรายจ่าย {saved:N0} บาท/เดือน") : "",
        }.Where(part => part.Length > 0));

    /// <summary>The known answers and those to the form's own fields.</summary>
    public static IReadOnlyDictionary<string, string> WithOwn(
        IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> hidden, Dictionary<string, string> known)
    {
        foreach (var (code, answer) in shown.Concat(hidden))
        {
            known[code] = answer;
        }

        return known;
    }
}
