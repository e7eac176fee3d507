using System.Text;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>The text of a CSV file: UTF-8, UTF-16, or the encoding of old Thai programs.</summary>
internal static class SheetEncoding
{
    private const int Windows874 = 874;

    /// <exception cref="PortalException">It is no text.</exception>
    public static string Decode(byte[] bytes)
    {
        var text = Encoded(bytes);
        // Bytes that are no letter of the old encoding come out as letters for private use.
        return text.AsSpan().ContainsAnyInRange('\0', '\b') || text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') ? throw NoText() : text.TrimStart('\uFEFF');
    }

    private static string Encoded(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith(Encoding.Unicode.Preamble) || LooksWide(start, high: 1))
        {
            return Encoding.Unicode.GetString(start);
        }

        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble) || LooksWide(start, high: 0))
        {
            return Encoding.BigEndianUnicode.GetString(start);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(start);
        }
        catch (DecoderFallbackException)
        {
            return Thai(bytes);
        }
    }

    private static string Thai(byte[] bytes)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(Windows874, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw NoText();
        }
    }

    // In Thai and English text of two bytes a character one of them is 0 or 0x0E.
    private static bool LooksWide(ReadOnlySpan<byte> bytes, int high)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return false;
        }

        var (wide, pairs) = (0, Math.Min(bytes.Length, 2_000) / 2);
        for (var pair = 0; pair < pairs; pair++)
        {
            wide += bytes[(pair * 2) + high] is 0 or 0x0E && bytes[(pair * 2) + 1 - high] != 0 ? 1 : 0;
        }

        return wide * 10 >= pairs * 9;
    }

    private static PortalException NoText() => new("sheet.encoding", "อ่านตัวอักษรในไฟล์ไม่ได้ โปรดบันทึกเป็น .xlsx หรือ CSV แบบ UTF-8");
}
