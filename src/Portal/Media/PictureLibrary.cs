using NetVips;

namespace KhokNongNa.Portal.Media;

/// <summary>The drawing library, with every door shut that the portal does not use.</summary>
public static class PictureLibrary
{
    // SVG is only ever the portal's own drawing, never a file that somebody sent.
    private static readonly string[] Read = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Svg"];

    private static readonly Lazy<bool> Ready = new(Prepare);

    // Held, for the library calls it from outside.
    private static readonly Log.LogDelegate Quiet = (_, _, _) => { };

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

        // What is wrong with a file is said to who sent it; in the log it would be noise that anybody can make.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Quiet);
        // Results are kept in files; the library would keep the steps there too.
        Cache.Max = 0;
        return true;
    }
}
