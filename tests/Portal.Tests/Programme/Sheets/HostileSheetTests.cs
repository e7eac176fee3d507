using System.Text;
using FsCheck.Fluent;
using KhokNongNa.Portal.Programme.Sheets;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

/// <summary>Whatever a file holds, the answer is a table or a sentence that says what to do.</summary>
public sealed class HostileSheetTests
{
    private static readonly string Head = Workbooks.Row(1, "ชื่อ", "ตำบล");
    private static readonly string One = Workbooks.Row(2, "นายดี", "นางรอง");

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "sheet.empty", [] },
        { "sheet.empty", [0xEF, 0xBB, 0xBF] },
        { "sheet.empty", "\r\n\r\n , ,\r\n"u8.ToArray() },
        { "sheet.nothing", "ชื่อ,ตำบล\r\n"u8.ToArray() },
        { "sheet.kind", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "sheet.kind", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "sheet.kind", [.. "%PDF-1.7\n1 0 obj"u8] },
        { "sheet.kind", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "sheet.kind", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8] },
        { "sheet.kind", [0xEF, 0xBB, 0xBF, .. "<?xml version='1.0'?>"u8] },
        { "sheet.kind", "<html><table><tr><td>ชื่อ</td></tr></table></html>"u8.ToArray() },
        { "sheet.old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "sheet.password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[99]] },
        { "sheet.encoding", [.. "a,b\r\n"u8, 0xFF, 0xFE, 0xDB, 0xDC, 0xFC] },
        { "sheet.encoding", [.. "a,b\r\n1,"u8, 0, 1, 2, 3] },
        { "sheet.duplicate", "ชื่อ-สกุล,ชื่อ สกุล\r\nก,ข\r\n"u8.ToArray() },
        { "sheet.header", "ชื่อ,,ตำบล\r\nก,ข,ค\r\n"u8.ToArray() },
        { "sheet.header", "ชื่อ,ตำบล\r\nก,ข,ค\r\n"u8.ToArray() },
        { "sheet.cell", [.. "ชื่อ,ตำบล\r\nก,\""u8, .. Enumerable.Repeat((byte)'x', 200_000)] },
    };

    public static TheoryData<string, string> Sheets => new()
    {
        { "sheet.nothing", Workbooks.Sheet(Head) },
        { "sheet.empty", Workbooks.Sheet("") },
        { "sheet.error", Workbooks.Sheet(Head + """<row r="2"><c r="A2" t="e"><f>X9</f><v>#REF!</v></c></row>""") },
        { "sheet.formula", Workbooks.Sheet(Head + """<row r="2"><c r="A2"><f>1+1</f></c></row>""") },
        { "sheet.merged", Workbooks.Sheet(Head + One, """<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>""") },
        { "sheet.merged", Workbooks.Sheet(Head + One + Workbooks.Row(3, "นายสอง"), """<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>""") },
        { "sheet.columns", Workbooks.Sheet(Head + """<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>""") },
        { "sheet.broken", Workbooks.Sheet(Head + """<row r="2"><c r="A2" t="s"><v>7</v></c></row>""") },
        { "sheet.broken", Workbooks.Sheet(Head + One)[..^30] },
        { "sheet.links", """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>""" + Workbooks.Sheet(Head + Workbooks.Row(2, "&x;")) },
        { "sheet.links", """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""" + Workbooks.Sheet(Head + Workbooks.Row(2, "&b;")) },
        { "sheet.rows", Workbooks.Sheet(Head + string.Concat(Enumerable.Range(2, SheetLimits.MostRows + 1).Select(n => Workbooks.Row(n, "ก")))) },
        { "sheet.cell", Workbooks.Sheet(Head + Workbooks.Row(2, new string('ก', SheetLimits.MostCell + 1))) },
        { "sheet.cell", Workbooks.Sheet(Head + $"""<row r="2"><c r="A2"><v>{new string('1', 1_000_000)}</v></c></row>""") },
    };

    public static TheoryData<string, string> Parts => new()
    {
        { "sheet.macro", "xl/vbaProject.bin" }, { "sheet.macro", "xl/macrosheets/sheet1.xml" }, { "sheet.links", "xl/externalLinks/externalLink1.xml" }, { "sheet.links", "xl/connections.xml" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void A_file_that_is_no_table_is_told_what_it_is_whatever_its_name(string code, byte[] bytes)
    {
        foreach (var name in (string[])["ทะเบียน.xlsx", "a.csv", "../../x.exe", new string('ก', 5_000)])
        {
            Assert.Equal(code, Refused(bytes, name));
        }
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_sheet_that_cannot_be_taken_is_refused_with_a_sentence(string code, string sheet) =>
        Assert.Equal(code, Refused(new Workbooks().With("xl/worksheets/sheet1.xml", sheet).File().ToArray()));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Macros_and_data_from_elsewhere_are_not_opened(string code, string part) =>
        Assert.Equal(code, Refused(Workbooks.Of(Head + One).With(part, "x").File().ToArray()));

    [Fact]
    public void Another_kind_of_archive_is_no_workbook()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("word/document.xml");
        }

        Assert.Equal("sheet.kind", Refused(file.ToArray()));
        Assert.Equal("sheet.broken", Refused(Workbooks.Of(Head + One).File().ToArray()[..200]));
    }

    [Fact]
    public void A_bomb_is_known_by_what_it_says_and_by_what_comes_out()
    {
        var spaces = new byte[1024 * 1024];
        spaces.AsSpan().Fill((byte)' ');
        var file = Workbooks.Of(Head + One).With("xl/sharedStrings.xml", stream =>
        {
            for (var i = 0; i < 400; i++)
            {
                stream.Write(spaces);
            }
        }).File().ToArray();

        Assert.InRange(file.Length, 1, SheetLimits.MostBytes);
        Assert.Equal("sheet.bomb", Refused(file));

        // The same, saying of itself in the list of parts that it is small: .NET stops there, and nothing of it is taken for text.
        var at = file.AsSpan().LastIndexOf("xl/sharedStrings.xml"u8) - 46;
        Assert.Equal("PK\u0001\u0002"u8.ToArray(), file[at..(at + 4)]);
        BitConverter.TryWriteBytes(file.AsSpan(at + 24), 5_000u);
        Assert.Equal("sheet.broken", Refused(file));
    }

    [Fact]
    public void Too_many_parts_are_a_bomb_too()
    {
        var book = Workbooks.Of(Head + One);
        for (var i = 0; i < 2_100; i++)
        {
            book.With($"xl/media/{i}.png", "x");
        }

        Assert.Equal("sheet.bomb", Refused(book.File().ToArray()));
    }

    [Fact]
    public void A_million_rows_without_anything_do_not_hide_the_two_that_say_something()
    {
        var file = new Workbooks().With("xl/worksheets/sheet1.xml", stream =>
        {
            using var text = new StreamWriter(stream, leaveOpen: true);
            text.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>""" + Head + One + Workbooks.Row(3, "นางแดง", "ชุมแสง"));
            for (var row = 4; row <= 1_048_576; row++)
            {
                text.Write($"""<row r="{row}" s="1" customFormat="1"/>""");
            }

            text.Write("</sheetData></worksheet>");
        }).File();

        var table = SheetReader.Read(file, "ล้านแถว.xlsx");

        Assert.Equal([2, 3], table.RowNumbers);
        Assert.Equal(["นางแดง", "ชุมแสง"], table.Rows[1]);
    }

    [Fact]
    public void A_million_empty_lines_and_a_file_without_end_stop_early()
    {
        var lines = SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("ชื่อ,ตำบล\r\nก,ข\r\n" + string.Concat(Enumerable.Repeat(",\r\n", 1_000_000)))), "a.csv");
        Assert.Single(lines.Rows);

        var endless = new Endless();
        Assert.Equal("sheet.size", Assert.Throws<PortalException>(() => SheetReader.Read(endless, "a.csv")).Code);
        Assert.InRange(endless.Given, SheetLimits.MostBytes, SheetLimits.MostBytes + 200_000);
    }

    [Fact]
    public void A_link_that_is_no_address_does_no_harm()
    {
        var file = Workbooks.Of(Head + One, """<hyperlinks><hyperlink ref="A2"/></hyperlinks>""").With(
            "xl/worksheets/_rels/sheet1.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/hyperlink" Target="mailto:นาย ดี@@x" TargetMode="External"/></Relationships>""").File();

        Assert.Single(SheetReader.Read(file, "a.xlsx").Rows);
    }

    [Fact]
    public void Files_damaged_anywhere_are_read_or_refused_and_never_break_the_reader()
    {
        var whole = Workbooks.Of(Head + One + """<row r="3"><c r="A3" s="1"><v>44385</v></c></row>""")
            .With("xl/styles.xml", """<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d/m/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>""").File().ToArray();
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true),
            Prop.ForAll(
                Gen.Choose(0, whole.Length - 1).Two().SelectMany(at => Gen.Choose(0, 255).Select(b => (at.Item1, at.Item2, (byte)b))).ToArbitrary(),
                damage =>
                {
                    var bytes = whole.ToArray();
                    (bytes[damage.Item1], bytes[damage.Item2]) = (damage.Item3, (byte)(bytes[damage.Item2] ^ damage.Item3));
                    return Record.Exception(() => SheetReader.Read(new MemoryStream(bytes), "a.xlsx")) is null or PortalException;
                }));
    }

    private static string Refused(byte[] bytes, string name = "a.xlsx")
    {
        var refusal = Assert.Throws<PortalException>(() => SheetReader.Read(new MemoryStream(bytes), name));
        Assert.Matches("[ก-๙]{5}", refusal.Message);
        Assert.InRange(refusal.Message.Length, 10, 250);
        return refusal.Code;
    }

    /// <summary>Gives letters for ever.</summary>
    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Given += count;
            return count;
        }
    }
}
