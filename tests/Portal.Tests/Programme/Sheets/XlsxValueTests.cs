using KhokNongNa.Portal.Programme.Sheets;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

/// <summary>Cells of workbooks as texts.</summary>
public sealed class XlsxValueTests
{
    private const string Styles = """
        <styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-D07041E]d\ mmm\ bbbb"/><numFmt numFmtId="171" formatCode="0.00&quot; day&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
        """;

    [Theory]
    [InlineData("""<c r="A2"><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c r="A2"><v>2564</v></c>""", "2564")]
    [InlineData("""<c r="A2"><v>1234567890123</v></c>""", "1234567890123")]
    [InlineData("""<c r="A2"><v>1.5E-3</v></c>""", "0.0015")]
    [InlineData("""<c r="A2" s="1"><v>44385</v></c>""", "2021-07-08")]
    [InlineData("""<c r="A2" s="2"><v>44385.75</v></c>""", "2021-07-08")]
    [InlineData("""<c r="A2" s="3"><v>44385</v></c>""", "44385")]
    [InlineData("""<c r="A2" s="1"><v>99999999</v></c>""", "99999999")]
    [InlineData("""<c r="A2" t="b"><v>1</v></c>""", "ใช่")]
    [InlineData("""<c r="A2" t="str"><f>A1&amp;B1</f><v>รวม</v></c>""", "รวม")]
    [InlineData("""<c r="A2"><f>1+1</f><v>2</v></c>""", "2")]
    [InlineData("""<c r="A2" t="s"><v>0</v></c>""", "บุญมี ดี")]
    [InlineData("""<c r="A2" t="inlineStr"><is><r><t>ต้น</t></r><r><t xml:space="preserve"> กล้า</t></r><rPh><t>x</t></rPh></is></c>""", "ต้น กล้า")]
    public void A_cell_reads_as_people_see_it(string cell, string text)
    {
        var table = SheetReader.Read(Book(cell).File(), "a.xlsx");

        Assert.Equal(text, Assert.Single(table.Rows)[0]);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_has_the_same_days()
    {
        var book = Book("""<c r="A2" s="1"><v>42923</v></c>""").With("xl/workbook.xml", Workbooks.Book.Replace("<sheets>", """<workbookPr date1904="1"/><sheets>""", StringComparison.Ordinal));

        Assert.Equal("2021-07-08", SheetReader.Read(book.File(), "a.xlsx").Rows[0][0]);
    }

    [Fact]
    public void Cells_without_references_and_rows_without_numbers_stand_where_they_come()
    {
        var book = Workbooks.Of("""<row><c t="inlineStr"><is><t>ก</t></is></c><c/><c t="inlineStr"><is><t>ค</t></is></c></row><row><c><v>1</v></c><c/><c><v>3</v></c></row>""");

        var table = SheetReader.Read(book.File(), "a.xlsx");

        Assert.Equal(["ก", "ค"], table.Header);
        Assert.Equal(["1", "3"], table.Rows[0]);
        Assert.Equal([2], table.RowNumbers);
    }

    private static Workbooks Book(string cell) => Workbooks.Of(Workbooks.Row(1, "ชื่อ") + $"""<row r="2">{cell}</row>""")
        .With("xl/styles.xml", Styles)
        .With("xl/sharedStrings.xml", """<sst><si><r><t>บุญมี</t></r><r><t xml:space="preserve"> ดี</t></r></si></sst>""");
}
