using System.IO.Compression;
using System.Text;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

/// <summary>Workbooks made by hand, also ones that no program would write.</summary>
internal sealed class Workbooks
{
    public const string Types = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""";
    public const string Book = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    private const string Relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
        <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
        </Relationships>
        """;

    private readonly Dictionary<string, Action<Stream>> _parts = new()
    {
        ["[Content_Types].xml"] = Text(Types),
        ["xl/workbook.xml"] = Text(Book),
        ["xl/_rels/workbook.xml.rels"] = Text(Relations),
    };

    /// <summary>A workbook whose sheet has these rows.</summary>
    public static Workbooks Of(string rows, string after = "") => new Workbooks().With("xl/worksheets/sheet1.xml", Sheet(rows, after));

    public static string Sheet(string rows, string after = "") =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((c, i) => $"""<c r="{(char)('A' + i)}{number}" t="inlineStr"><is><t>{c}</t></is></c>"""))}</row>""";

    public Workbooks With(string part, string xml) => With(part, Text(xml));

    public Workbooks With(string part, Action<Stream> write)
    {
        _parts[part] = write;
        return this;
    }

    public MemoryStream File()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in _parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                write(part);
            }
        }

        file.Position = 0;
        return file;
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
