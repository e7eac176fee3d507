using NetVips;

namespace KhokNongNa.Portal.Media;

/// <summary>A file of a picture, ready to be stored.</summary>
internal sealed record PictureFile(string Name, byte[] Bytes);

/// <param name="Size">Pixels of the largest file.</param>
internal sealed record MadePicture((int Width, int Height) Size, IReadOnlyList<PictureFile> Files);

/// <summary>
/// Makes the files that are kept out of what was sent: turned upright, in sRGB, written anew without anything that came along, such as the
/// place where the photo was taken.
/// </summary>
internal static class PictureMaker
{
    private const int MostPixels = 50_000_000;

    /// <summary>Longest side that any camera makes; more is a line that only takes memory.</summary>
    private const int LongestSide = 30_000;

    private const int EvidenceSide = 2_000;

    private const int Unbound = 1_000_000;

    /// <exception cref="PortalException">It cannot be taken; the sentence says why.</exception>
    public static MadePicture Make(byte[] file, AssetUse use)
    {
        var format = PictureFormats.Of(file);
        if (!PictureLibrary.IsThere)
        {
            throw new PortalException("picture.no-library", "เครื่องที่เปิดพอร์ทัลยังแปลงรูปไม่ได้ โปรดแจ้งผู้ดูแลระบบ", "File");
        }

        try
        {
            var shrink = Shrink(format, file, use);
            using var sent = Load(format, file, shrink);
            return use == AssetUse.Picture ? Variants(sent) : Evidence(sent);
        }
        catch (VipsException)
        {
            throw new PortalException("picture.broken", "เปิดรูปนี้ไม่ได้ ไฟล์ขาดหรือเสีย โปรดส่งใหม่ หรือถ่ายใหม่", "File");
        }
    }

    private static MadePicture Variants(Image sent)
    {
        var widths = PictureWidths.All;
        using var largest = Upright(sent, widths[^1], Unbound);
        var files = new List<PictureFile>();
        foreach (var width in PictureWidths.Of(largest.Width))
        {
            using var variant = largest.ThumbnailImage(width, height: Unbound, size: Enums.Size.Down);
            files.Add(new(PictureWidths.File(width), variant.WebpsaveBuffer(q: 78, effort: 4, keep: Enums.ForeignKeep.None)));
        }

        return new((largest.Width, largest.Height), files);
    }

    private static MadePicture Evidence(Image sent)
    {
        using var upright = Upright(sent, EvidenceSide, EvidenceSide);
        using var flat = upright.HasAlpha() ? upright.Flatten(background: [255]) : upright.Copy();
        return new((flat.Width, flat.Height), [new(PictureStore.EvidenceFile, flat.JpegsaveBuffer(q: 85, optimizeCoding: true, keep: Enums.ForeignKeep.None))]);
    }

    private static Image Upright(Image sent, int width, int height)
    {
        using var lazy = sent.ThumbnailImage(width, height: height, size: Enums.Size.Down, outputProfile: "srgb");
        return lazy.CopyMemory();
    }

    // The header says how large it would become, before any of it is unpacked. A JPEG can be read at a half, a quarter or an eighth.
    private static int Shrink(PictureFormat format, byte[] file, AssetUse use)
    {
        using var header = Load(format, file, 1);
        if ((long)header.Width * header.Height > MostPixels || Math.Max(header.Width, header.Height) > LongestSide)
        {
            throw new PortalException("picture.pixels", $"รูปนี้มี {header.Width:N0} × {header.Height:N0} จุด ใหญ่เกินไป พอร์ทัลรับได้ไม่เกิน {MostPixels / 1_000_000} ล้านจุด โปรดย่อก่อนส่ง", "File");
        }

        var least = use == AssetUse.Picture
            ? (double)Math.Min(header.Width, header.Height) / PictureWidths.All[^1]
            : (double)Math.Max(header.Width, header.Height) / EvidenceSide;
        return format != PictureFormat.Jpeg ? 1 : least >= 8 ? 8 : least >= 4 ? 4 : least >= 2 ? 2 : 1;
    }

    // Each by its own loader, so that nothing else is ever tried on it; what ends too soon is an error, not grey.
    private static Image Load(PictureFormat format, byte[] file, int shrink) => format switch
    {
        PictureFormat.Jpeg => Image.JpegloadBuffer(file, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        PictureFormat.Png => Image.PngloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        _ => Image.WebploadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
    };
}
