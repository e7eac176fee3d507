namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Keeps spreadsheets from taking a text of a CSV file for a formula: a quote stands before it, and goes when the file is read.</summary>
internal static class SheetGuard
{
    private const char Quote = '\'';

    /// <summary>For files without types of cells.</summary>
    public static string Write(string text) => IsFormula(text) || IsGuarded(text) ? Quote + text : text;

    /// <summary>For files whose cells are text already: only what reading would take for guarded.</summary>
    public static string WriteTyped(string text) => IsGuarded(text) ? Quote + text : text;

    public static string Read(string cell) => IsGuarded(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠';

    // Quotes before a formula, however many.
    private static bool IsGuarded(string text) => text.Length > 1 && text[0] == Quote && IsFormula(text.TrimStart(Quote));
}
