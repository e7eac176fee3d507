using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Thai.Tests;

/// <summary>
/// Reads the cases of a specification: the rows of the Markdown tables in <c>Specs/</c>. Text stands in `backticks`, in which
/// U+0E4D means that character; the other cells are for people.
/// </summary>
internal static partial class SpecTable
{
    internal static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in Rows(file))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    internal static string[][] Rows(string file) =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file))
            .Select(line => QuotedCell().Matches(line).Select(cell => cell.Groups["text"].Value).ToArray())
            .Where(cells => cells.Length >= 2),
    ];

    /// <summary>The text that a cell stands for. Cases travel as written in the file, because lone surrogates do not survive a test report.</summary>
    internal static string Text(string cell) =>
        Escape().Replace(cell, match =>
        {
            var value = int.Parse(match.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return value <= char.MaxValue ? ((char)value).ToString() : char.ConvertFromUtf32(value);
        });

    [GeneratedRegex(@"(?<=^\||\|)\s*`(?<text>[^`]*)`\s*(?=\|)")]
    private static partial Regex QuotedCell();

    [GeneratedRegex(@"U\+(?<hex>[0-9A-F]{4,6})(?![0-9A-F])")]
    private static partial Regex Escape();
}
