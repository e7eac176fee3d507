using System.Text;
using System.Xml;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Texts that cells share, and texts of cells themselves.</summary>
internal static class XlsxTexts
{
    public static IReadOnlyList<string> Read(XlsxArchive archive, string part)
    {
        var texts = new List<string>();
        using var xml = part.Length > 0 ? archive.Open(part) : null;
        var all = 0L;
        while (xml?.Read() == true)
        {
            if (xml.IsStart("si"))
            {
                texts.Add(One(xml, "si"));
                all += texts[^1].Length;
                if (all > SheetLimits.MostText || texts.Count > SheetLimits.MostRows * SheetLimits.MostColumns)
                {
                    throw new PortalException("sheet.cell", "ไฟล์มีข้อความมากเกินไป โปรดคัดลอกเฉพาะตารางไปวางในไฟล์ใหม่");
                }
            }
        }

        return texts;
    }

    /// <summary>The text inside an element, of all its runs, without readings above it.</summary>
    public static string One(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (text, inText, inReading) = (new StringBuilder(), false, false);
        while (xml.Read() && !xml.IsEnd(element))
        {
            inReading = xml.IsStart("rPh") || (inReading && !xml.IsEnd("rPh"));
            inText = (xml.IsStart("t") && !xml.IsEmptyElement) || (inText && !xml.IsEnd("t"));
            if (inText && !inReading)
            {
                xml.AppendTo(text);
            }
        }

        return text.ToString();
    }
}
