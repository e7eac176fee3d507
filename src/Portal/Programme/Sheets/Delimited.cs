using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Tables in text: CSV, and what spreadsheets put on the clipboard.</summary>
internal static class Delimited
{
    public const char Tab = '\t';

    public static SheetTable Read(string text, char delimiter)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = SheetLimits.MostCell * 4,
        };
        var rows = new SheetRows();
        using var csv = new CsvParser(new StringReader(text), configuration);
        try
        {
            for (var number = 1; rows.Wants && csv.Read(); number++)
            {
                rows.Add(number, csv.Record ?? []);
            }
        }
        catch (MaxFieldSizeException)
        {
            throw SheetRows.LongCell(csv.Row);
        }
        catch (CsvHelperException)
        {
            throw new PortalException("sheet.broken", $"อ่านตารางไม่ได้ที่แถว {csv.Row} โปรดดูเครื่องหมายคำพูด (\") ในแถวนั้น");
        }

        return rows.Table();
    }

    /// <summary>The one of comma, semicolon and tab that the first line with any uses most.</summary>
    public static char DelimiterOf(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && ",;\t".IndexOf(c, StringComparison.Ordinal) is >= 0 and var which)
            {
                counts[which]++;
            }
            else if (!quoted && c == '\n' && counts.ContainsAnyExcept(0))
            {
                break;
            }
        }

        return counts[2] > 0 && counts[2] >= Math.Max(counts[0], counts[1]) ? Tab : counts[1] > counts[0] ? ';' : ',';
    }
}
