using KhokNongNa.Portal.Data;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>A file that was read and may be taken in.</summary>
/// <param name="File">Path below the imported folder.</param>
/// <param name="Hash">SHA-256 of the file, hex.</param>
internal sealed record Incoming(string File, string Type, string Key, string Hash, FrontMatter Keys, string Body)
{
    /// <summary>The area of a file, when it is a known one; else the province that the portal is seeded for.</summary>
    public string Area(IReadOnlySet<string> known) => Keys.Text("area") is { Length: > 0 } area && known.Contains(area) ? area : ContentImporter.HomeArea;
}

/// <summary>A checked file, and the write that takes it in.</summary>
/// <param name="Rank">Topics before the texts that name them.</param>
/// <param name="Links">Keys of other things that the file names: their type, the key, the front-matter key it stands at.</param>
/// <param name="Apply">Runs inside the transaction; the caller saves.</param>
internal sealed record Prepared(Incoming File, int Rank, IReadOnlyList<(string Type, string Key, string At)> Links, Apply Apply);

/// <param name="known">What the last import left; <c>null</c> → the file is new.</param>
/// <returns>Mark for <see cref="ImportedFile.Mark"/>; <c>null</c> → people edited it, left alone.</returns>
internal delegate Task<int?> Apply(PortalDb db, ImportedFile? known, DateTimeOffset now, CancellationToken cancellationToken);
