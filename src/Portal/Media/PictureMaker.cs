using NetVips;

namespace KhokNongNa.Portal.Media;

/// <summary>A file of a picture, ready to be stored.</summary>
internal sealed record PictureFile(string Name, byte[] Bytes);

/// <param name="Size">Pixels of the largest file that somebody is sent.</param>
internal sealed record MadePicture((int Width, int Height) Size, PictureFile File);

/// <summary>
/// Makes the files that are kept out of what was sent: turned upright, in sRGB, written anew without anything that came along, such as the
/// place where the photo was taken.
/// </summary>
internal static class PictureMaker
{
    private const int MostPixels = 50_000_000;

    /// <summary>Longest side that any camera makes; more is a line that only takes memory.</summary>
    private const int LongestSide = 30_000;

    private const int OriginalSide = 4_000;

    private const int EvidenceSide = 2_000;

    private const int Unbound = 1_000_000;

    /// <summary>Unpacks all of what was sent, so that nothing is found broken later, and writes the one file that all others are made of.</summary>
    /// <exception cref="PortalException">It cannot be taken; the sentence says why.</exception>
    public static MadePicture Take(byte[] file, AssetUse use)
    {
        var format = PictureFormats.Of(file);
        Polyglots.DemandNone(file);
        DemandLibrary();
        try
        {
            var side = use == AssetUse.Picture ? OriginalSide : EvidenceSide;
            var shrink = Shrink(format, file, side);
            using var sent = Load(format, file, shrink);
            using var upright = Upright(sent, side, side);
            return use == AssetUse.Picture ? Original(upright) : Evidence(upright);
        }
        catch (VipsException)
        {
            throw new PortalException("picture.broken", "เปิดรูปนี้ไม่ได้ ไฟล์ขาดหรือเสีย โปรดส่งใหม่ หรือถ่ายใหม่", "File");
        }
    }

    /// <summary>The widths that readers get, out of an original.</summary>
    public static IReadOnlyList<PictureFile> Variants(byte[] original)
    {
        DemandLibrary();
        var format = PictureFormats.Of(original);
        var widths = PictureWidths.All;
        using var sent = Load(format, original, Shrink(format, original, widths[^1]));
        using var largest = Upright(sent, widths[^1], Unbound);
        var files = new List<PictureFile>();
        foreach (var width in PictureWidths.Of(largest.Width))
        {
            using var variant = largest.ThumbnailImage(width, height: Unbound, size: Enums.Size.Down);
            files.Add(new(PictureWidths.File(width), variant.WebpsaveBuffer(q: 78, effort: 4, keep: Enums.ForeignKeep.None)));
        }

        return files;
    }

    // What is see-through stays so, which JPEG cannot keep.
    private static MadePicture Original(Image upright)
    {
        var bytes = upright.HasAlpha()
            ? upright.WebpsaveBuffer(q: 90, effort: 2, keep: Enums.ForeignKeep.None)
            : upright.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
        return new(PictureWidths.Largest(upright.Width, upright.Height), new(PictureStore.OriginalFile, bytes));
    }

    private static MadePicture Evidence(Image upright)
    {
        using var flat = upright.HasAlpha() ? upright.Flatten(background: [255]) : upright.Copy();
        return new((flat.Width, flat.Height), new(PictureStore.EvidenceFile, flat.JpegsaveBuffer(q: 85, optimizeCoding: true, keep: Enums.ForeignKeep.None)));
    }

    private static Image Upright(Image sent, int width, int height)
    {
        using var lazy = sent.ThumbnailImage(width, height: height, size: Enums.Size.Down, outputProfile: "srgb");
        return lazy.CopyMemory();
    }

    // The header says how large it would become, before any of it is unpacked. A JPEG can be read at a half, a quarter or an eighth.
    private static int Shrink(PictureFormat format, byte[] file, int side)
    {
        using var header = Load(format, file, 1);
        if ((long)header.Width * header.Height > MostPixels || Math.Max(header.Width, header.Height) > LongestSide)
        {
            throw new PortalException("picture.pixels", $"รูปนี้มี {header.Width:N0} × {header.Height:N0} จุด ใหญ่เกินไป พอร์ทัลรับได้ไม่เกิน {MostPixels / 1_000_000} ล้านจุด โปรดย่อก่อนส่ง", "File");
        }

        // By the shorter side, for nobody knows yet which way is up.
        var least = (double)Math.Min(header.Width, header.Height) / side;
        return format != PictureFormat.Jpeg ? 1 : least >= 8 ? 8 : least >= 4 ? 4 : least >= 2 ? 2 : 1;
    }

    // Each by its own loader, so that nothing else is ever tried on it; what ends too soon is an error, not grey. Of one that moves, the first picture.
    private static Image Load(PictureFormat format, byte[] file, int shrink) => format switch
    {
        PictureFormat.Jpeg => Image.JpegloadBuffer(file, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        PictureFormat.Png => Image.PngloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        PictureFormat.WebP => Image.WebploadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        PictureFormat.Gif => Image.GifloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
        _ => Image.HeifloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated),
    };

    private static void DemandLibrary()
    {
        if (!PictureLibrary.IsThere)
        {
            throw new PortalException("picture.no-library", "เครื่องที่เปิดพอร์ทัลยังแปลงรูปไม่ได้ โปรดแจ้งผู้ดูแลระบบ", "File");
        }
    }
}
