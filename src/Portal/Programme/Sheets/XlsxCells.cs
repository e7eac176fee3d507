using System.Globalization;
using System.Text;
using System.Xml;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>The text of one cell, as its type and style say.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> shared, XlsxDates dates)
{
    /// <summary>Reads the cell that the reader stands on, to its end.</summary>
    /// <param name="where">«C5», for the sentence when the cell has no value that can be taken.</param>
    public string Read(XmlReader xml, string where)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (written, hasValue, inValue, isFormula, text) = (new StringBuilder(), false, false, false, "");
        while (xml.Read() && !xml.IsEnd("c"))
        {
            isFormula |= xml.IsStart("f");
            if (xml.IsStart("is"))
            {
                text = XlsxTexts.One(xml, "is");
            }
            else if (xml.IsStart("v"))
            {
                (hasValue, inValue) = (true, !xml.IsEmptyElement);
            }
            else if (xml.IsEnd("v"))
            {
                inValue = false;
            }
            else if (inValue)
            {
                xml.AppendTo(written);
            }
        }

        var value = written.ToString();
        return isFormula && !hasValue ? throw Formula(where) : type switch
        {
            "inlineStr" => text,
            "e" => throw Error(where, value),
            "s" => Shared(value),
            "b" => value == "1" ? "ใช่" : "ไม่ใช่",
            "str" or "d" => value,
            _ => Number(value, style),
        };
    }

    private static PortalException Formula(string where) =>
        new("sheet.formula", $"ช่อง {where} เป็นสูตรที่ยังไม่มีค่า โปรดเปิดไฟล์ในโปรแกรมตาราง บันทึกใหม่ หรือวางเป็นค่า (Paste values)");

    private static PortalException Error(string where, string value) =>
        new("sheet.error", $"ช่อง {where} มีสูตรที่ผิด ({(value.Length <= 10 ? value : "#")}) โปรดแก้ หรือลบค่านั้นออก");

    private string Shared(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw new InvalidDataException();

    private string Number(string value, string? style) =>
        value.Length == 0 ? ""
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? dates.Write(number, style)
        : value;
}
