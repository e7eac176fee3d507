using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Media;

/// <summary>What was taken in.</summary>
/// <param name="Hash">Under which its files lie; empty for evidence.</param>
internal sealed record TakenPicture(int Width, int Height, string Hash);

/// <summary>Takes pictures that people send and makes their widths, two at a time: unpacking one may take hundreds of megabytes.</summary>
public sealed class Pictures(PictureStore store) : IDisposable
{
    public const int MostMegabytes = 15;

    /// <summary>What a file field offers; without HEIC iPhones send JPEG by themselves.</summary>
    public const string Accepts = "image/jpeg,image/png,image/webp,image/avif,image/gif";

    private const int MostBytes = MostMegabytes * 1_024 * 1_024;

    private const int AtOnce = 2;

    private const int HashLength = 12;

    // Files of pictures that were taken before originals were kept, the largest first.
    private static readonly int[] FormerWidths = [1_280, 640, 320];

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly ConcurrentDictionary<(Guid Id, string Hash), Lazy<Task<long?>>> _making = [];

    internal PictureStore Store => store;

    public void Dispose()
    {
        _places.Dispose();
        _rung.Dispose();
    }

    /// <summary>Waits until a picture was sent, or so long.</summary>
    public Task RungAsync(TimeSpan most, CancellationToken cancellationToken) => _rung.WaitAsync(most, cancellationToken);

    /// <summary>A file of a picture for who may see it; made first where the job did not come to it yet. <c>null</c> when there is none.</summary>
    public async Task<Stream?> OpenAsync(Asset picture, int width, CancellationToken cancellationToken)
    {
        if (!PictureWidths.Of(picture.Width).Contains(width))
        {
            return null;
        }

        var name = PictureStore.Picture(picture.Id, picture.FileHash, width);
        if (await store.OpenAsync(name, cancellationToken) is { } file)
        {
            return file;
        }

        return picture.Bytes == 0 && await MakeAsync(picture.Id, picture.FileHash).WaitAsync(cancellationToken) is not null ? await store.OpenAsync(name, cancellationToken) : null;
    }

    /// <summary>Writes the original of a picture. No transaction spans this.</summary>
    /// <exception cref="PortalException">It cannot be taken; the sentence says why.</exception>
    internal async Task<TakenPicture> TakeAsync(Guid id, Stream upload, AssetUse use, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var made = PictureMaker.Take(await ReadAsync(upload, cancellationToken), use);
            var hash = use == AssetUse.Picture ? Convert.ToHexStringLower(SHA256.HashData(made.File.Bytes))[..HashLength] : "";
            await store.WriteAsync(id, hash, [made.File], cancellationToken);
            return new(made.Size.Width, made.Size.Height, hash);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Makes the widths of a picture; who asks for the same meanwhile waits for them.</summary>
    /// <returns>Bytes of all its files; <c>null</c> when it has no original any more.</returns>
    internal Task<long?> MakeAsync(Guid id, string hash) =>
        _making.GetOrAdd((id, hash), key => new(() => Task.Run(() => MakeOneAsync(key.Id, key.Hash)))).Value;

    /// <summary>Says that there is a picture whose widths are to be made.</summary>
    internal void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <param name="hash">Of the files that go; <c>null</c> → all.</param>
    internal async Task DeleteAsync(Guid id, string? hash, CancellationToken cancellationToken)
    {
        // What is just being made would be written after.
        foreach (var making in _making.Where(m => m.Key.Id == id).Select(m => m.Value.Value).ToList())
        {
            await making.ContinueWith(_ => { }, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await store.DeleteAsync(id, hash, cancellationToken);
    }

    private async Task<long?> MakeOneAsync(Guid id, string hash)
    {
        await _places.WaitAsync();
        try
        {
            if (await OriginalAsync(id, hash) is not { } original)
            {
                return null;
            }

            var files = PictureMaker.Variants(original);
            await store.WriteAsync(id, hash, files, CancellationToken.None);
            return original.LongLength + files.Sum(f => f.Bytes.LongLength);
        }
        finally
        {
            _places.Release();
            _making.TryRemove((id, hash), out _);
        }
    }

    private async Task<byte[]?> OriginalAsync(Guid id, string hash)
    {
        var names = hash.Length > 0 ? [PictureStore.Original(id, hash)] : FormerWidths.Select(w => PictureStore.Picture(id, hash, w));
        foreach (var name in names)
        {
            if (await store.ReadAsync(name, CancellationToken.None) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var part = new byte[81_920];
        for (int count; (count = await upload.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (read.Length + count > MostBytes)
            {
                throw new PortalException("picture.size", $"รูปนี้ใหญ่กว่า {MostMegabytes} MB ซึ่งมากเกินไป โปรดย่อก่อนส่ง หรือตั้งกล้องให้ถ่ายเล็กลง", "File");
            }

            read.Write(part, 0, count);
        }

        return read.ToArray();
    }
}

public static class PicturesRegistration
{
    /// <param name="folder">Where the files lie, unless another <see cref="IMediaStore"/> is registered before.</param>
    public static IServiceCollection AddPictures(this IServiceCollection services, string folder)
    {
        if (!services.Any(s => s.ServiceType == typeof(IMediaStore)))
        {
            services.AddSingleton<IMediaStore>(new MediaFolder(folder));
        }

        return services.AddSingleton<PictureStore>().AddSingleton<Pictures>();
    }
}
