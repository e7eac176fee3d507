using System.Text;
using System.Xml;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>
/// Reads the first sheet of a workbook that is not hidden, row by row. Formulas count as the value that the spreadsheet last reckoned. Elements are
/// known by their names alone, for programs write them in two namespaces.
/// </summary>
internal static class Xlsx
{
    private const string Relations = "xl/_rels/workbook.xml.rels";

    /// <exception cref="PortalException">It cannot be read, or holds no table.</exception>
    public static SheetTable Read(Stream file)
    {
        try
        {
            using var archive = new XlsxArchive(file);
            var book = Book(archive);
            var cells = new XlsxCells(XlsxTexts.Read(archive, book.Part("sharedStrings")), XlsxDates.Read(archive, book.Part("styles"), book.Starts1904));
            using var sheet = archive.OpenRows(book.Sheet) ?? throw Broken();
            return XlsxRows.Read(sheet, cells);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            throw broken is XmlException { Message: var why } && why.Contains("DTD", StringComparison.Ordinal)
                ? new PortalException("sheet.links", "ไฟล์มีคำสั่งที่ดึงข้อมูลจากที่อื่น (DTD) จึงไม่เปิด")
                : Broken();
        }
    }

    private static PortalException Broken() => new("sheet.broken", "เปิดไฟล์ไม่ได้ ไฟล์อาจเสียหายหรือส่งมาไม่ครบ โปรดบันทึกใหม่เป็น .xlsx แล้วลองอีกครั้ง");

    private static Workbook Book(XlsxArchive archive)
    {
        var (parts, first, starts1904) = (new Dictionary<string, (string Type, string Path)>(), "", false);
        using (var relations = archive.Open(Relations))
        {
            while (relations?.Read() == true)
            {
                if (relations.IsStart("Relationship") && relations.GetAttribute("TargetMode") != "External")
                {
                    parts[relations.GetAttribute("Id") ?? ""] = (Last(relations.GetAttribute("Type")), Path(relations.GetAttribute("Target") ?? ""));
                }
            }
        }

        using var book = archive.Open("xl/workbook.xml") ?? throw Broken();
        while (book.Read())
        {
            starts1904 |= book.IsStart("workbookPr") && book.GetAttribute("date1904") is "1" or "true";
            if (book.IsStart("sheet") && first.Length == 0 && book.GetAttribute("state") is null or "visible" && parts.TryGetValue(Id(book), out var part) && part.Type == "worksheet")
            {
                first = part.Path;
            }
        }

        return first.Length > 0 ? new(parts.Values.ToLookup(p => p.Type, p => p.Path), first, starts1904) : throw Broken();
    }

    // r:id, in whichever of its namespaces.
    private static string Id(XmlReader element)
    {
        var found = "";
        while (element.MoveToNextAttribute())
        {
            found = element.LocalName == "id" && element.Prefix.Length > 0 ? element.Value : found;
        }

        element.MoveToElement();
        return found;
    }

    private static string Last(string? type) => type is null ? "" : type[(type.LastIndexOf('/') + 1)..];

    private static string Path(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private sealed record Workbook(ILookup<string, string> Parts, string Sheet, bool Starts1904)
    {
        public string Part(string type) => Parts[type].FirstOrDefault("");
    }
}

internal static class XlsxReading
{
    public static bool IsStart(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEnd(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    /// <summary>Adds the text that the reader stands on, piece by piece, so that a text of a hundred million letters is not one in memory.</summary>
    public static void AppendTo(this XmlReader xml, StringBuilder text)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
        {
            return;
        }

        var piece = new char[512];
        for (int read; (read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
        {
            text.Append(piece, 0, read);
            if (text.Length > SheetLimits.MostCell * 4)
            {
                throw new PortalException("sheet.cell", $"มีช่องที่ยาวเกิน {SheetLimits.MostCell:N0} ตัวอักษร โปรดแบ่งข้อความ");
            }
        }
    }
}
