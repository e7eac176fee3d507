using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Search.Tests;

/// <summary>
/// Reads the Markdown tables of a file in <c>Specs/</c>, headers and rules left out. U+200B stands for that character and
/// is put in only by <see cref="Text"/>, so that a failing case can be read.
/// </summary>
internal static partial class SpecTable
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file));
        for (var i = 0; i < lines.Length; i++)
        {
            var isHeader = i + 1 < lines.Length && lines[i + 1].StartsWith("|--", StringComparison.Ordinal);
            if (lines[i].StartsWith('|') && !isHeader && !lines[i].StartsWith("|--", StringComparison.Ordinal))
            {
                yield return [.. lines[i].Split('|')[1..^1].Select(cell => cell.Trim())];
            }
        }
    }

    public static string Text(string cell) => Escape().Replace(cell, match =>
        ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    /// <summary>The words of a cell; a dash is none.</summary>
    public static string[] List(string cell) => cell == "–" ? [] : cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("U\\+([0-9A-F]{4})")]
    private static partial Regex Escape();
}
