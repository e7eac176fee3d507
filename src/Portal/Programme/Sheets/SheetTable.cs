namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>A sheet as it was read: plain text, trimmed, every row as wide as the header.</summary>
/// <param name="RowNumbers">Of each row, the number that a spreadsheet shows beside it: 1 is the first row of the file.</param>
public sealed record SheetTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> RowNumbers);

/// <summary>How much a sheet may hold; more than a district's register, less than what stops a portal.</summary>
public static class SheetLimits
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostRows = 5_000;
    public const int MostColumns = 100;

    /// <summary>Characters of one cell: as many as spreadsheets hold.</summary>
    public const int MostCell = 32_767;

    /// <summary>Characters of all cells.</summary>
    public const int MostText = 20_000_000;

    /// <summary>After so many rows without anything the sheet is over, whatever it says of its size.</summary>
    public const int MostEmptyRows = 1_000;
}
