using System.Runtime.CompilerServices;

namespace KhokNongNa.Portal.Media;

/// <summary>Files in a folder of this machine.</summary>
public sealed class MediaFolder(string root) : IMediaStore
{
    private const int MostTries = 20;

    public async Task WriteAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Who reads meanwhile gets the old file or the new one, never half of one.
        var part = $"{path}.{Guid.CreateVersion7():N}";
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 4_096, useAsync: true));
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<long?> LengthAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : (long?)null);

    public Task DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        for (var tries = 1; Directory.Exists(PathOf(folder)); tries++)
        {
            try
            {
                Directory.Delete(PathOf(folder), recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                // Somebody deletes it too, or still writes into it.
            }
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> FoldersAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (Directory.Exists(PathOf(folder)))
        {
            foreach (var path in Directory.EnumerateDirectories(PathOf(folder)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Path.GetFileName(path);
            }
        }
    }

    private string PathOf(string name) => Path.Combine(root, name);
}
