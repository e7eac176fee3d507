using System.Text;
using KhokNongNa.Portal.Programme.Sheets;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

public sealed class SheetReaderTests
{
    static SheetReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly string[] Header = ["ชื่อ-สกุล", "ต.", "เล่า"];

    [Fact]
    public void Pasted_cells_keep_their_line_breaks_and_the_rows_their_numbers()
    {
        var table = SheetReader.ReadPasted("ชื่อ-สกุล\tต.\tเล่า\r\nนายบุญมี ดีใจ\tหนองโสน\t\"ปลูกผัก\nเลี้ยง \"\"ปลา\"\"\"\r\n\r\nนางแดง\t ชุมแสง \r\n");
        Assert.Equal(Header, table.Header);
        Assert.Equal(["นายบุญมี ดีใจ", "หนองโสน", "ปลูกผัก\nเลี้ยง \"ปลา\""], table.Rows[0]);
        Assert.Equal(["นางแดง", "ชุมแสง", ""], table.Rows[1]);
        Assert.Equal([2, 4], table.RowNumbers);
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ',')]
    [InlineData("windows-874", ',')]
    public void Every_encoding_of_a_csv_says_the_same(string encoding, char delimiter)
    {
        var text = $"ชื่อ-สกุล{delimiter}ต.{delimiter}เล่า\r\nนายบุญมี ดีใจ{delimiter}หนองโสน{delimiter}ปลูกผัก\r\n";
        var plain = Encoding.GetEncoding(encoding);
        foreach (var bytes in (byte[][])[plain.GetBytes(text), [.. plain.GetPreamble(), .. plain.GetBytes(text)]])
        {
            var table = SheetReader.Read(new MemoryStream(bytes), "ทะเบียน.xlsx");
            Assert.Equal(Header, table.Header);
            Assert.Equal(["นายบุญมี ดีใจ", "หนองโสน", "ปลูกผัก"], Assert.Single(table.Rows));
        }
    }

    [Fact]
    public void What_is_written_is_read_the_same_from_both_kinds_of_file()
    {
        string[] cells = ["=1+1", "'=1+1", "''=1", "'อ้าง'", "-", "-5", "+66 81", "@x", "a\nb", "\"ก\", ข", "3-2-50", "0812345678", "＝1", "'-", "'", "8 ก.ค. 2564", "x;y"];
        var header = cells.Select((_, i) => $"h{i}").ToList();
        foreach (var xlsx in (bool[])[true, false])
        {
            using var file = new MemoryStream();
            if (xlsx)
            {
                SheetWriter.WriteXlsx("ทะเบียน", header, [cells], file);
            }
            else
            {
                SheetWriter.WriteCsv(header, [cells], file);
            }

            var table = SheetReader.Read(new MemoryStream(file.ToArray()), "x");
            Assert.Equal(header, table.Header);
            Assert.Equal(cells, Assert.Single(table.Rows));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+66 81", "'+66 81")]
    [InlineData("-5", "'-5")]
    [InlineData("@x", "'@x")]
    [InlineData("'=1", "''=1")]
    [InlineData("'อ้าง'", "'อ้าง'")]
    [InlineData("1-2", "1-2")]
    public void No_cell_of_a_csv_begins_like_a_formula(string cell, string written)
    {
        using var file = new MemoryStream();
        SheetWriter.WriteCsv(["หัว"], [[cell]], file);

        Assert.Equal($"\uFEFFหัว\r\n{written}\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public void Every_cell_of_a_workbook_is_text_below_a_head_that_stays()
    {
        using var file = new MemoryStream();
        SheetWriter.WriteXlsx("ทะเบียน: ปราชญ์/ทั้งหมดของจังหวัดบุรีรัมย์ทุกอำเภอ", ["หัว"], [["=1+1"], ["0812345678"]], file);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file.ToArray()));
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        var xml = sheet.ReadToEnd();

        Assert.Equal(3, xml.Split("t=\"inlineStr\"").Length - 1);
        Assert.DoesNotContain("<x:f", xml, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
    }
}
