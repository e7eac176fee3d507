using KhokNongNa.Portal.Knowledge.Exchange;

namespace KhokNongNa.Portal.Media;

/// <summary>Pictures that travel with content: drawings and photos named by path.</summary>
public static class MediaFiles
{
    /// <summary>Bytes.</summary>
    private const long FileSize = 2_000_000;

    /// <summary>File endings that are kept and served, and what they are served as.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>Copies what is new or different; links that lead out of the folder are not followed.</summary>
    public static IReadOnlyList<Finding> Copy(string from, string to)
    {
        var findings = new List<Finding>();
        if (!Directory.Exists(from))
        {
            return findings;
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var source in new DirectoryInfo(from).EnumerateFiles("*", options))
        {
            var name = Path.GetRelativePath(from, source.FullName);
            if (!Types.ContainsKey(source.Extension) || source.Length > FileSize)
            {
                findings.Add(new Finding($"media/{name}", 1, IsError: false, "ไม่ใช่รูป svg webp png jpg หรือใหญ่กว่า 2 MB จึงข้ามไป"));
                continue;
            }

            var target = new FileInfo(Path.Combine(to, name));
            if (!target.Exists || target.Length != source.Length || target.LastWriteTimeUtc < source.LastWriteTimeUtc)
            {
                target.Directory!.Create();
                source.CopyTo(target.FullName, overwrite: true);
            }
        }

        return findings;
    }
}
