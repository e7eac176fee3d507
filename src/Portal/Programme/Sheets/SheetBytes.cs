using System.Text;

namespace KhokNongNa.Portal.Programme.Sheets;

internal enum SheetFormat
{
    Xlsx,
    Text,
}

/// <summary>Knows a file by its first bytes.</summary>
internal static class SheetBytes
{
    private const string Use = "โปรดใช้ไฟล์ .xlsx หรือ .csv";

    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] EmptyZip = "PK\u0005\u0006"u8.ToArray();
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Blanks, and the mark of UTF-8.
    private static readonly byte[] BeforeText = [.. " \t\r\n"u8, 0xEF, 0xBB, 0xBF];

    private static readonly (byte[] Start, string Name)[] Others =
    [
        ("MZ"u8.ToArray(), "โปรแกรม"), ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "โปรแกรม"), ("%PDF"u8.ToArray(), "เอกสาร PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "รูปภาพ"), ([0xFF, 0xD8, 0xFF], "รูปภาพ"), ("GIF8"u8.ToArray(), "รูปภาพ"), ("RIFF"u8.ToArray(), "รูปภาพหรือเสียง"),
        ("BM"u8.ToArray(), "รูปภาพ"), ("Rar!"u8.ToArray(), "ไฟล์บีบอัด"), ("7z"u8.ToArray(), "ไฟล์บีบอัด"), ([0x1F, 0x8B], "ไฟล์บีบอัด"), ("{\\rtf"u8.ToArray(), "เอกสาร"),
    ];

    /// <exception cref="PortalException">It is something else.</exception>
    public static SheetFormat KindOf(byte[] bytes, string name)
    {
        var start = bytes.AsSpan();
        if (start.Length == 0)
        {
            throw new PortalException("sheet.empty", $"ไฟล์ «{name}» ว่างเปล่า");
        }

        if (start.StartsWith(Zip) || start.StartsWith(EmptyZip))
        {
            return SheetFormat.Xlsx;
        }

        if (start.StartsWith(Compound))
        {
            throw bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new PortalException("sheet.password", $"ไฟล์ «{name}» ตั้งรหัสผ่านไว้ โปรดเอารหัสผ่านออกก่อน แล้วบันทึกใหม่")
                : new PortalException("sheet.old", $"ไฟล์ «{name}» เป็นแบบเก่า (.xls) โปรดเปิดแล้วบันทึกเป็น .xlsx");
        }

        foreach (var (first, other) in Others)
        {
            if (start.StartsWith(first) && IsBinary(start))
            {
                throw NotATable(name, other);
            }
        }

        var text = start[..Math.Min(start.Length, 512)];
        if (text.TrimStart(BeforeText).StartsWith("<"u8))
        {
            throw NotATable(name, "หน้าเว็บหรือ XML");
        }

        return SheetFormat.Text;
    }

    // Without control characters it is a text that only begins so: «BM» may be a header.
    private static bool IsBinary(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF"u8) || bytes.StartsWith("{\\rtf"u8) || bytes[..Math.Min(bytes.Length, 4_096)].ContainsAnyInRange((byte)0, (byte)8);

    private static PortalException NotATable(string name, string other) => new("sheet.kind", $"ไฟล์ «{name}» เป็น{other} ไม่ใช่ตาราง {Use}");
}
