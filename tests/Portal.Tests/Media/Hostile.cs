using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KhokNongNa.Portal.Tests.Media;

/// <summary>What people send who mean harm, or hold the wrong file. Made here, byte by byte. Those with «and» in their name are pictures and something else.</summary>
internal static class Hostile
{
    /// <summary>Name, file, and a word of what is answered.</summary>
    public static IEnumerable<(string Name, byte[] File, string Told)> Files() =>
    [
        ("nothing", [], "ว่างเปล่า"),
        ("a text", Text("สวัสดี นี่คือรูป"), "ไม่ใช่รูป"),
        ("a web page", Text("<!doctype html><script>alert(1)</script>"), "ไม่ใช่รูป"),
        ("a drawing with a script", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "SVG"),
        ("a drawing of a billion", Text("<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;&a;\">]><svg>&b;</svg>"), "SVG"),
        ("a drawing that reads a file", Text("<svg><image href='file:///etc/passwd'/></svg>"), "SVG"),
        ("a packed drawing", Packed("<svg/>"), "บีบอัด"),
        ("a document", Text("%PDF-1.7\n1 0 obj"), "PDF"),
        ("a Windows program", Text("MZ\u0090\0\u0003\0\0\0"), "โปรแกรม"),
        ("a Linux program", Text("\u007fELF\u0002\u0001\u0001"), "โปรแกรม"),
        ("an archive", Zip(), "บีบอัด"),
        ("a RAR archive", Text("Rar!\u001a\u0007\u0001\0"), "บีบอัด"),
        ("a 7z archive", Text("7z\u00bc\u00af\u0027\u001c"), "บีบอัด"),
        ("a photo of an iPhone", Box("heic", "mif1", "heic"), "HEIC ของไอโฟน"),
        ("the same by its general name", Box("mif1", "heic"), "HEIC ของไอโฟน"),
        ("a live photo", Box("hevc", "msf1", "hevc"), "HEIC ของไอโฟน"),
        ("a film", Box("mp42", "isom"), "วิดีโอ"),
        ("a BMP", Text("BM6\0\0\0\0\0\0\06\0\0\0(\0\0\0"), "BMP"),
        ("a TIFF", Photos.Tiff(), "TIFF"),
        ("a JPEG's first bytes", [0xFF, 0xD8, 0xFF, 0xE0], "ขาดหรือเสีย"),
        ("half a JPEG", Half(Photos.Jpeg(1_200, 900)), "ขาดหรือเสีย"),
        ("half a PNG", Half(Photos.Png(1_200, 900)), "ขาดหรือเสีย"),
        ("half a WebP", Half(Photos.WebP(1_200, 900)), "ขาดหรือเสีย"),
        ("half a GIF", Half(Photos.Gif()), "ขาดหรือเสีย"),
        ("half an AVIF", Half(Photos.Avif()), "ขาดหรือเสีย"),
        ("an AVIF's box alone", Box("avif", "mif1", "avif"), "ขาดหรือเสีย"),
        ("a WebP of noise", [.. "RIFF"u8, 0x20, 0, 0, 0, .. "WEBPVP8 "u8, .. Noise(24)], "ขาดหรือเสีย"),
        ("a JPEG of noise", [0xFF, 0xD8, 0xFF, 0xDB, .. Noise(5_000)], "ขาดหรือเสีย"),
        ("a PNG with a wrong check sum", Spoilt(Photos.Png()), "ขาดหรือเสีย"),
        ("a PNG of two thousand million pixels", Photos.Promising(50_000, 50_000), "ล้านจุด"),
        ("a PNG that is a line", Photos.Promising(1_000_000, 1), "ล้านจุด"),
        ("a PNG that unpacks to eighty million", Photos.Flat(9_000, 9_000), "ล้านจุด"),
        ("a JPEG that says 65,535 by 65,535", Vast(Photos.Jpeg()), "ล้านจุด"),
        ("a file of sixteen megabytes", [.. Photos.Jpeg(), .. new byte[16_000_000]], "ใหญ่กว่า 15 MB"),
        ("a JPEG and an archive", [.. Photos.Jpeg(), .. Zip()], "ไฟล์บีบอัด"),
        ("a GIF and a Java program", [.. Photos.Gif(), .. Zip()], "ไฟล์บีบอัด"),
        ("a PNG and a RAR archive", [.. Photos.Png(), .. Text("Rar!\u001a\u0007\u0001\0")], "ไฟล์บีบอัด"),
        ("a JPEG and a web page", [.. Photos.Jpeg(), .. Text("<HTML><body>")], "หน้าเว็บ"),
        ("a JPEG and PHP in its comment", Commented("<?php system($_GET['c']); ?>"), "โปรแกรม"),
        ("a JPEG and a document in its comment", Commented("%PDF-1.4 1 0 obj"), "PDF"),
        ("a JPEG and a drawing in its comment", Commented("<svg onload=alert(1)>"), "SVG"),
        ("a PNG and a script", [.. Photos.Png(), .. Text("<ScRiPt>alert(1)</script>")], "หน้าเว็บ"),
        ("a WebP and a PHP archive", [.. Photos.WebP(), .. Text("__HALT_COMPILER(); ?>")], "โปรแกรม"),
        ("an AVIF and a frame", [.. Photos.Avif(), .. Text("<iframe src=//x>")], "หน้าเว็บ"),
    ];

    private static byte[] Text(string text) => text.All(c => c < 256) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(8).NextBytes(noise);
        return noise;
    }

    private static byte[] Box(string brand, params string[] also)
    {
        byte[] box = [0, 0, 0, (byte)(16 + (also.Length * 4)), .. "ftyp"u8, .. Text(brand), 0, 0, 0, 0, .. also.SelectMany(Text)];
        return [.. box, .. new byte[64]];
    }

    private static byte[] Packed(string text)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Fastest))
        {
            gzip.Write(Text(text));
        }

        return to.ToArray();
    }

    private static byte[] Zip()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("a.class").Open();
            part.Write(Noise(300));
        }

        return to.ToArray();
    }

    // A segment for words, right after the first bytes.
    private static byte[] Commented(string words)
    {
        var file = Photos.Jpeg();
        var text = Text(words);
        return [.. file[..2], 0xFF, 0xFE, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, .. file[2..]];
    }

    // In the middle of the packed pixels.
    private static byte[] Spoilt(byte[] png)
    {
        png[png.Length / 2] ^= 0xFF;
        return png;
    }

    private static byte[] Vast(byte[] jpeg)
    {
        var at = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 5), 65_500);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 7), 65_500);
        return jpeg;
    }
}
