namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>What cells of a sheet say other than a value. An empty cell of a record that exists leaves its value as it is.</summary>
public static class SheetMarks
{
    /// <summary>The person did not agree that this is passed on. Never taken in.</summary>
    public const string Withheld = "ไม่เปิดเผย";

    /// <summary>The value is to be removed.</summary>
    public const string Clear = "-";

    /// <summary>Between several values of one cell.</summary>
    public const string Between = " ; ";

    private const char Quote = '\'';

    /// <summary>A value as a cell: one that looks like a mark gets a quote before it.</summary>
    public static string Escape(string value) => IsMark(value.TrimStart(Quote)) ? Quote + value : value;

    /// <summary>The value that <see cref="Escape"/> wrote.</summary>
    public static string Unescape(string cell) => cell.Length > 0 && cell[0] == Quote && IsMark(cell.TrimStart(Quote)) ? cell[1..] : cell;

    /// <summary>Parts of a cell that holds several values.</summary>
    public static IReadOnlyList<string> Split(string cell) => cell.Split([';', '\n', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsMark(string text) => text is Clear or Withheld;
}
