using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Reads numbers and dates as people type them, and keeps what could not be read.</summary>
internal sealed class FieldReader
{
    public List<(string Field, string Message)> Wrong { get; } = [];

    public int? Int(string field, string name, string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : ThaiDigits.TryParseInt(text, out var value) ? value
        : Bad<int>(field, $"{name}ต้องเป็นตัวเลข ไม่ใช่ «{Shorten(text)}»");

    public decimal? Decimal(string field, string name, string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : ThaiDigits.TryParseDecimal(text, out var value) ? value
        : Bad<decimal>(field, $"{name}ต้องเป็นตัวเลข ไม่ใช่ «{Shorten(text)}»");

    public DateOnly? Day(string field, string name, string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : BuddhistDate.TryParse(text, out var value) ? value
        : Bad<DateOnly>(field, YearSlip.Of(text) is { Length: > 0 } slip ? $"{name}: {slip}" : $"{name}เขียนแบบ 8 ก.ค. 2564 หรือ 8/7/2564 ไม่ใช่ «{Shorten(text)}»");

    private T? Bad<T>(string field, string message)
        where T : struct
    {
        Wrong.Add((field, message));
        return null;
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
