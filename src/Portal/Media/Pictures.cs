using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Media;

/// <summary>Takes pictures that people send, two at a time: unpacking one may take hundreds of megabytes.</summary>
public sealed class Pictures(PictureStore store) : IDisposable
{
    public const int MostMegabytes = 15;

    /// <summary>What a file field offers; without HEIC iPhones send JPEG by themselves.</summary>
    public const string Accepts = "image/jpeg,image/png,image/webp";

    private const int MostBytes = MostMegabytes * 1_024 * 1_024;

    private const int AtOnce = 2;

    private readonly SemaphoreSlim _places = new(AtOnce);

    internal PictureStore Store => store;

    public void Dispose() => _places.Dispose();

    /// <summary>Writes the files of a picture. No transaction spans this.</summary>
    /// <returns>Pixels of the largest file.</returns>
    /// <exception cref="PortalException">It cannot be taken; the sentence says why.</exception>
    internal async Task<(int Width, int Height)> TakeAsync(Guid id, Stream upload, AssetUse use, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var made = PictureMaker.Make(await ReadAsync(upload, cancellationToken), use);
            await store.WriteAsync(id, made.Files, cancellationToken);
            return made.Size;
        }
        finally
        {
            _places.Release();
        }
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
    /// <param name="folder">Where the files lie.</param>
    public static IServiceCollection AddPictures(this IServiceCollection services, string folder) =>
        services.AddSingleton(new PictureStore(folder)).AddSingleton<Pictures>();
}
