using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KhokNongNa.Portal.Media;

/// <summary>
/// A picture that is something else as well: a web page, a program, an archive behind it or within what it says of itself. Nothing of it would be
/// kept, for every file is written anew; but who sends one means harm, or does not know what they send. What phones append themselves (previews,
/// a moment of film) is none.
/// </summary>
internal static class Polyglots
{
    // A comment after the end of an archive's list is no longer.
    private const int ArchiveTail = 65_557;

    private const int ArchiveEnd = 22;

    private const int TextAfter = 8;

    private static readonly SearchValues<byte> Printable = SearchValues.Create([(byte)'\t', (byte)'\n', (byte)'\r', .. Enumerable.Range(' ', 95).Select(c => (byte)c)]);

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ("<script"u8.ToArray(), "หน้าเว็บ"),
        ("<html"u8.ToArray(), "หน้าเว็บ"),
        ("<!doctype"u8.ToArray(), "หน้าเว็บ"),
        ("<iframe"u8.ToArray(), "หน้าเว็บ"),
        ("<svg"u8.ToArray(), "ภาพวาด SVG"),
        ("<?php"u8.ToArray(), "โปรแกรม"),
        ("__halt_compiler"u8.ToArray(), "โปรแกรม"),
        ("%pdf-"u8.ToArray(), "เอกสาร PDF"),
        ("rar!\u001a\u0007"u8.ToArray(), "ไฟล์บีบอัด"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "ไฟล์บีบอัด"),
    ];

    /// <exception cref="PortalException">It is one; the sentence says what is in it.</exception>
    public static void DemandNone(ReadOnlySpan<byte> file)
    {
        if (IsArchive(file) || Find(file) is not null)
        {
            var name = IsArchive(file) ? "ไฟล์บีบอัด" : Find(file);
            throw new PortalException("picture.polyglot", $"ไฟล์นี้มี{name}ซ่อนอยู่ในรูป พอร์ทัลไม่รับ โปรดถ่ายใหม่ หรือส่งภาพหน้าจอของรูปนี้แทน", "File");
        }
    }

    // Letters of both sizes, in any part of the file. Four of them come up in packed pixels by chance, so more text has to follow.
    private static string? Find(ReadOnlySpan<byte> file)
    {
        foreach (var (mark, name) in Marks)
        {
            var upper = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mark[..1]).ToUpperInvariant())[0];
            for (var rest = file; rest.IndexOfAny(mark[0], upper) is >= 0 and var at; rest = rest[(at + 1)..])
            {
                if (rest.Length - at >= mark.Length && IsSame(rest.Slice(at, mark.Length), mark) && (mark[^1] < ' ' || IsText(rest[(at + mark.Length)..])))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static bool IsText(ReadOnlySpan<byte> after) =>
        after[..Math.Min(after.Length, TextAfter)].IndexOfAnyExcept(Printable) < 0;

    private static bool IsSame(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark)
    {
        for (var i = 0; i < mark.Length; i++)
        {
            var letter = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] + 32) : bytes[i];
            if (letter != mark[i])
            {
                return false;
            }
        }

        return true;
    }

    // An archive is read from its end, whatever stands before it. Its last part says how long its comment is, and ends with the file.
    private static bool IsArchive(ReadOnlySpan<byte> file)
    {
        var from = Math.Max(0, file.Length - ArchiveTail);
        for (var tail = file[from..]; tail.LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var at; tail = tail[..at])
        {
            var end = from + at + ArchiveEnd;
            if (end <= file.Length && end + BinaryPrimitives.ReadUInt16LittleEndian(file[(end - 2)..]) <= file.Length)
            {
                return true;
            }
        }

        return false;
    }
}
