using System.Globalization;
using System.Xml;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Rows of one sheet, as they stream by.</summary>
internal static class XlsxRows
{
    public static SheetTable Read(XmlReader xml, XlsxCells cells)
    {
        var rows = new SheetRows();
        var number = 0;
        while (rows.Wants && xml.Read())
        {
            if (xml.IsStart("row"))
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > number ? said : number + 1;
                rows.Add(number, Row(xml, cells, number));
            }
            else if (xml.IsStart("mergeCell"))
            {
                DemandApart(xml.GetAttribute("ref") ?? "", rows.HeaderRow);
            }
        }

        return rows.Table();
    }

    private static List<string> Row(XmlReader xml, XlsxCells cells, int number)
    {
        var row = new List<string>();
        if (xml.IsEmptyElement)
        {
            return row;
        }

        var column = 0;
        while (xml.Read() && !xml.IsEnd("row"))
        {
            if (!xml.IsStart("c"))
            {
                continue;
            }

            var reference = xml.GetAttribute("r") ?? "";
            column = Column(reference) is > 0 and var said ? said : column + 1;
            var text = cells.Read(xml, $"{SheetRows.Name(column)}{number}");
            if (text.Length == 0)
            {
                continue;
            }

            // One cell far to the right does not make a row of sixteen thousand.
            if (column > SheetLimits.MostColumns)
            {
                throw SheetRows.Wide();
            }

            while (row.Count < column)
            {
                row.Add("");
            }

            row[column - 1] = text;
        }

        return row;
    }

    // Below the header a merged block would leave cells empty that look filled.
    private static void DemandApart(string range, int header)
    {
        var ends = range.Split(':');
        if (ends.Length == 2 && Row(ends[1]) >= header && header > 0)
        {
            throw Row(ends[0]) <= header
                ? new PortalException("sheet.merged", $"หัวตารางมีช่องที่ผสานกัน ({Short(range)}) โปรดยกเลิกการผสาน ให้หัวตารางเป็นแถวเดียว และลบแถวชื่อเรื่องเหนือตาราง")
                : new PortalException("sheet.merged", $"มีช่องที่ผสานกัน ({Short(range)}) โปรดยกเลิกการผสาน แล้วใส่ค่าให้ครบทุกแถว");
        }
    }

    private static string Short(string range) => range.Length <= 20 ? range : range[..20];

    private static int Row(string reference) =>
        int.TryParse(reference.AsSpan(reference.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var at ? at : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (letter is < 'A' or > 'Z' || column > 100_000)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }
}
