using NetVips;

namespace KhokNongNa.Portal.Media;

/// <summary>The drawing library, with every door shut that the portal does not use.</summary>
public static class PictureLibrary
{
    // SVG is only ever the portal's own drawing, never a file that somebody sent.
    private static readonly string[] Read = ["Jpeg", "Png", "Webp", "Svg"];

    private static readonly Lazy<bool> Ready = new(Prepare);

    /// <summary>Whether it is there at all; prepares it at the first question.</summary>
    public static bool IsThere => Ready.Value;

    private static bool Prepare()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            return false;
        }

        Operation.Block("VipsForeignLoad", true);
        foreach (var format in Read)
        {
            Operation.Block("VipsForeignLoad" + format, false);
        }

        // Results are kept in files; the library would keep the steps there too.
        Cache.Max = 0;
        return true;
    }
}
