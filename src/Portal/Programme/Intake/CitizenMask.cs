using System.Text.RegularExpressions;
using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Numbers of citizens in a sheet never reach the database: their digits go before a cell is kept.</summary>
internal static partial class CitizenMask
{
    // The id of a record may have as many digits in a row.
    public static string Of(string cell) => CitizenNumber.IsIn(cell) && !Guid.TryParse(cell, out _) ? Digit().Replace(cell, "x") : cell;

    /// <summary>Whether a number was taken out of the cell.</summary>
    public static bool IsIn(string cell) => cell.Length > 12 && Masked().IsMatch(cell);

    [GeneratedRegex("[0-9๐-๙]", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();

    [GeneratedRegex("x([-–./ ]*x){12}", RegexOptions.CultureInvariant)]
    private static partial Regex Masked();
}
