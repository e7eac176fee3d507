using System.Text;
using KhokNongNa.Portal.Media;
using NetVips;

namespace KhokNongNa.Portal.Tests.Media;

/// <summary>Photos as phones make them, drawn here.</summary>
internal static class Photos
{
    /// <summary>Written into every place that a phone could leave something.</summary>
    public const string Secret = "secretplace";

    public static byte[] Jpeg(int width = 400, int height = 300) => Drawn(width, height).JpegsaveBuffer(q: 80);

    public static byte[] Png(int width = 400, int height = 300) => Drawn(width, height).PngsaveBuffer();

    public static byte[] WebP(int width = 400, int height = 300) => Drawn(width, height).WebpsaveBuffer();

    public static byte[] Gif(int width = 400, int height = 300) => Drawn(width, height).GifsaveBuffer();

    public static byte[] Avif(int width = 400, int height = 300) => Drawn(width, height).HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 0);

    public static byte[] Tiff(int width = 40, int height = 30) => Drawn(width, height).TiffsaveBuffer();

    /// <summary>Few bytes, very many pixels.</summary>
    public static byte[] Flat(int width, int height) => Image.Black(width, height).PngsaveBuffer(compression: 9, bitdepth: 1);

    /// <summary>Half see-through.</summary>
    public static byte[] Glass() => Drawn(400, 300).Bandjoin(128).Copy(interpretation: Enums.Interpretation.Srgb).PngsaveBuffer();

    /// <summary>Four inks, as a scanner makes it.</summary>
    public static byte[] Inks() => Drawn(400, 300).Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer();

    public static byte[] Grey() => Image.Gaussnoise(400, 300, mean: 128).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw).JpegsaveBuffer();

    /// <summary>Held upright: the pixels lie, and EXIF says how to turn them, where it was, and by what. XMP and IPTC tell it again.</summary>
    public static byte[] WithPlace(int width = 3_000, int height = 2_000) => Drawn(width, height).Mutate(image =>
    {
        image.Set(GValue.GIntType, "orientation", 6);
        image.Set(GValue.GStrType, "exif-ifd0-Make", $"{Secret} ({Secret}, ASCII, 12 components, 12 bytes)");
        image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "14/1 36/1 0/1 (14, 36, 0, Rational, 3 components, 24 bytes)");
        image.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "102/1 48/1 0/1 (102, 48, 0, Rational, 3 components, 24 bytes)");
        image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes($"<x:xmpmeta>{Secret}</x:xmpmeta>"));
        image.Set(GValue.BlobType, "iptc-data", Encoding.UTF8.GetBytes(Secret));
    }).JpegsaveBuffer(q: 80, keep: Enums.ForeignKeep.All);

    /// <summary>A PNG whose header promises more pixels than any memory holds.</summary>
    public static byte[] Promising(int width, int height)
    {
        var png = Png();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static IReadOnlyList<string> Fields(byte[] file)
    {
        using var image = Image.NewFromBuffer(file);
        return image.GetFields();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    // Something that compresses like a photo: soft noise in three colours.
    private static Image Drawn(int width, int height)
    {
        Assert.True(PictureLibrary.IsThere);
        var noise = Image.Gaussnoise(width, height, mean: 128, sigma: 30, seed: 7).Gaussblur(1.5).Cast(Enums.BandFormat.Uchar);
        return noise.Bandjoin(noise.Flip(Enums.Direction.Horizontal), noise.Flip(Enums.Direction.Vertical)).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
