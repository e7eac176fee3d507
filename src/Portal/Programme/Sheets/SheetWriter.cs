using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Writes tables so that spreadsheets open them as they are: no formula, number or date is made of a text.</summary>
public static class SheetWriter
{
    private const uint Plain = 0;
    private const uint Strong = 1;
    private const int TextFormat = 49;

    /// <summary>UTF-8, lines as spreadsheets end them, nothing that begins like a formula.</summary>
    /// <param name="marked">Whether the mark of UTF-8 comes first: Excel needs it in a file; what is fetched says its encoding beside, and the mark would stand in its first cell.</param>
    public static void WriteCsv(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, Stream to, bool marked = true)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: marked), leaveOpen: true);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            // With the end of lines given, one that is only \n would not be quoted.
            ShouldQuote = cell => cell.Field is { } text && (text.AsSpan().ContainsAny(",\"\r\n") || text != text.Trim()),
        });
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row)
            {
                csv.WriteField(SheetGuard.Write(cell));
            }

            csv.NextRecord();
        }
    }

    /// <summary>Every cell is text; the header is bold and stays in sight.</summary>
    /// <param name="name">Of the sheet.</param>
    public static void WriteXlsx(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, Stream to)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = SheetName(name) }));
        using var xml = OpenXmlWriter.Create(sheet);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(new Column { Min = 1, Max = (uint)Math.Max(1, header.Count), Width = 22, CustomWidth = true }));
        xml.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var row in rows.Prepend(header))
        {
            number++;
            WriteRow(xml, number, row, number == 1 ? Strong : Plain);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter xml, int number, IReadOnlyList<string> cells, uint style)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var (column, cell) in cells.Index())
        {
            if (cell.Length > 0)
            {
                xml.WriteElement(new Cell(new InlineString(new Text(Storable(SheetGuard.WriteTyped(cell))) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    DataType = CellValues.InlineString, StyleIndex = style, CellReference = string.Create(CultureInfo.InvariantCulture, $"{SheetRows.Name(column + 1)}{number}"),
                });
            }
        }

        xml.WriteEndElement();
    }

    // XML has no control characters; the portal's texts have none, but a name in the database may be older than that rule.
    private static string Storable(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    // A name of a sheet has at most 31 characters, and none of these.
    private static string SheetName(string name) => string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))) is var plain && plain.Length > 31 ? plain[..31] : plain;

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
