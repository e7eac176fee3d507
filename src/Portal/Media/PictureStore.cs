using System.Runtime.CompilerServices;

namespace KhokNongNa.Portal.Media;

/// <summary>
/// Names of the files of uploaded pictures: <c>{last two letters of the id}/{id}/{hash}/{file}</c>. The first letters of an id tell the time, and
/// would be the same for all. The hash is that of the original, so that a replaced picture's files never take the place of others under one name.
/// </summary>
public sealed class PictureStore(IMediaStore media)
{
    /// <summary>What was sent, upright and without anything that came along. Nobody is ever sent it.</summary>
    internal const string OriginalFile = "original";

    internal const string EvidenceFile = "evidence.jpg";

    /// <summary>A picture in a width of <see cref="PictureWidths"/>.</summary>
    public static string Picture(Guid id, string hash, int width) => Name(id, hash, PictureWidths.File(width));

    public static string Evidence(Guid id) => Name(id, "", EvidenceFile);

    public static string Original(Guid id, string hash) => Name(id, hash, OriginalFile);

    /// <inheritdoc cref="IMediaStore.OpenAsync"/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => media.OpenAsync(name, cancellationToken);

    /// <inheritdoc cref="IMediaStore.LengthAsync"/>
    public Task<long?> LengthAsync(string name, CancellationToken cancellationToken) => media.LengthAsync(name, cancellationToken);

    internal async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await media.OpenAsync(name, cancellationToken);
        if (file is null)
        {
            return null;
        }

        using var read = new MemoryStream();
        await file.CopyToAsync(read, cancellationToken);
        return read.ToArray();
    }

    internal async Task WriteAsync(Guid id, string hash, IReadOnlyList<PictureFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await media.WriteAsync(Name(id, hash, file.Name), file.Bytes, cancellationToken);
        }
    }

    /// <param name="hash">Of the files that go; <c>null</c> → all that the picture ever had.</param>
    internal Task DeleteAsync(Guid id, string? hash, CancellationToken cancellationToken) =>
        media.DeleteAsync(hash is { Length: > 0 } ? $"{FolderOf(id)}/{hash}" : FolderOf(id), cancellationToken);

    /// <summary>Hashes under which a picture has files.</summary>
    internal IAsyncEnumerable<string> HashesAsync(Guid id, CancellationToken cancellationToken) => media.FoldersAsync(FolderOf(id), cancellationToken);

    /// <summary>Every picture that has files. What is named otherwise is not the portal's.</summary>
    internal async IAsyncEnumerable<Guid> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var drawer in media.FoldersAsync("", cancellationToken))
        {
            await foreach (var name in media.FoldersAsync(drawer, cancellationToken))
            {
                if (Guid.TryParseExact(name, "D", out var id))
                {
                    yield return id;
                }
            }
        }
    }

    // Pictures that were taken before files had hashes lie directly in the picture's folder.
    private static string Name(Guid id, string hash, string file) => hash.Length > 0 ? $"{FolderOf(id)}/{hash}/{file}" : $"{FolderOf(id)}/{file}";

    private static string FolderOf(Guid id) => $"{id.ToString()[^2..]}/{id}";
}
