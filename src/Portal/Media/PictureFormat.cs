using System.Buffers.Binary;
using System.Text;

namespace KhokNongNa.Portal.Media;

/// <summary>Formats that are taken.</summary>
internal enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Avif,
}

/// <summary>Says what a file is by what it begins with: a name and a type that came along prove nothing.</summary>
internal static class PictureFormats
{
    private const string Takes = "พอร์ทัลรับรูป JPEG PNG WebP AVIF และ GIF";

    private const int MostBrands = 256;

    private static readonly string[] Heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"];

    /// <exception cref="PortalException">It is none that is taken; the sentence says what it is and what to do.</exception>
    public static PictureFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureFormat.WebP,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureFormat.Gif,
        _ when IsAvif(file) => PictureFormat.Avif,
        _ => throw new PortalException("picture.format", Refusal(file), "File"),
    };

    // AVIF and HEIC lie in the same box; its brands say which it is, the general one (mif1) says nothing.
    private static bool IsAvif(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || !file[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file), Math.Min(file.Length, MostBrands));
        var brands = new List<string>();
        for (var at = 8; at + 4 <= length; at += 4)
        {
            brands.Add(Encoding.Latin1.GetString(file.Slice(at, 4)));
        }

        return brands.Count > 0 && (brands[0] is "avif" or "avis" || (brands[0] is "mif1" or "msf1" && brands.Contains("avif") && !brands.Contains("heic")));
    }

    private static string Refusal(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 1_024)]);
        if (file.Length == 0)
        {
            return "ไฟล์นี้ว่างเปล่า โปรดเลือกรูปใหม่";
        }

        if (start.Length >= 12 && start[4..8] == "ftyp")
        {
            return Heic.Contains(start[8..12])
                ? "รูปนี้เป็นแบบ HEIC ของไอโฟน พอร์ทัลยังเปิดไม่ได้ ในไอโฟนไปที่ การตั้งค่า › กล้อง › รูปแบบ แล้วเลือก «เข้ากันได้มากที่สุด» ถ่ายใหม่แล้วส่งอีกครั้ง"
                : $"ไฟล์นี้เป็นวิดีโอ ไม่ใช่รูป {Takes}";
        }

        return start switch
        {
            _ when start.StartsWith("%PDF", StringComparison.Ordinal) => $"ไฟล์นี้เป็นเอกสาร PDF ไม่ใช่รูป {Takes} โปรดถ่ายรูปกระดาษแผ่นนั้นแล้วส่งแทน",
            _ when start.StartsWith("PK", StringComparison.Ordinal) || file is [0x1F, 0x8B, ..] || start.StartsWith("Rar!", StringComparison.Ordinal) || start.StartsWith("7z\xBC\xAF", StringComparison.Ordinal)
                => $"ไฟล์นี้เป็นไฟล์บีบอัดหรือเอกสาร ไม่ใช่รูป {Takes}",
            _ when start.StartsWith("MZ", StringComparison.Ordinal) || start.StartsWith("\u007fELF", StringComparison.Ordinal) => $"ไฟล์นี้เป็นโปรแกรม ไม่ใช่รูป {Takes}",
            _ when start.StartsWith("BM", StringComparison.Ordinal) || start.StartsWith("II*\0", StringComparison.Ordinal) || start.StartsWith("MM\0*", StringComparison.Ordinal)
                => $"รูปนี้เป็นแบบ BMP หรือ TIFF {Takes} โปรดบันทึกเป็น JPEG แล้วส่งใหม่",
            _ when start.Contains("<svg", StringComparison.OrdinalIgnoreCase) => $"ไฟล์นี้เป็นภาพวาด SVG {Takes} โปรดบันทึกเป็น PNG แล้วส่งใหม่",
            _ => $"ไฟล์นี้ไม่ใช่รูป หรือเสียจนเปิดไม่ได้ {Takes}",
        };
    }
}
