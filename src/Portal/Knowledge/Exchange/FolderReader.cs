using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Reads the Markdown files of a folder one by one; a bad one becomes a finding, never an exception.</summary>
internal static partial class FolderReader
{
    /// <summary>Bytes; a text of a thousand pages is less.</summary>
    private const int FileSize = 1_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="known">What files went in before, by their hash; such a file is counted and not read further.</param>
    /// <param name="seen">Gets the types and keys of those, so that no other file takes their place.</param>
    public static IEnumerable<Incoming> Read(string folder, ILookup<string, (string Type, string Key)> known, HashSet<(string, string)> seen, ImportReport report)
    {
        var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).Equals("README.md", StringComparison.OrdinalIgnoreCase))
            .Select(f => (Full: f, Name: Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        foreach (var (full, name) in files)
        {
            Incoming? incoming = null;
            try
            {
                incoming = ReadFile(full, name, known, seen);
                if (incoming is null)
                {
                    report.Unchanged++;
                }
            }
            catch (BadFileException bad)
            {
                report.Add(new Finding(name, bad.Line, IsError: true, bad.Message));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                report.Add(new Finding(name, 1, IsError: true, "เปิดไฟล์ไม่ได้"));
            }

            if (incoming is not null)
            {
                yield return incoming;
            }
        }
    }

    private static Incoming? ReadFile(string full, string name, ILookup<string, (string Type, string Key)> known, HashSet<(string, string)> seen)
    {
        var size = new FileInfo(full).Length;
        if (size > FileSize)
        {
            throw new BadFileException(1, $"ไฟล์ใหญ่เกินไป ({size / 1_000_000.0:N1} MB) รับได้ไม่เกิน 1 MB โปรดแบ่งเป็นหลายเรื่อง");
        }

        var bytes = File.ReadAllBytes(full);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (known.Contains(hash))
        {
            seen.UnionWith(known[hash]);
            return null;
        }

        var (keys, body) = FrontMatter.Parse(ThaiText.Normalize(Decode(bytes)));
        var (type, key) = (keys.Text("type"), keys.Text("id"));
        if (!KeyPattern().IsMatch(key))
        {
            throw new BadFileException(keys.LineOf("id"), key.Length == 0
                ? "ต้องมี «id»"
                : "«id» ใช้ได้เฉพาะ a–z A–Z ตัวเลข - _ . : ไม่เกิน 100 ตัว");
        }

        if (keys.Text("title") is not { Length: > 0 and <= EntryRules.TitleLength } title || !ThaiText.HasLetterOrDigit(title))
        {
            throw new BadFileException(keys.LineOf("title"), $"ต้องมี «title» เป็นตัวอักษรหรือตัวเลข ไม่เกิน {EntryRules.TitleLength} ตัว");
        }

        return new Incoming(name, type, key, hash, keys, body);
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new BadFileException(1, "ไฟล์ไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกใหม่เป็น UTF-8");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex KeyPattern();
}
