using System.Globalization;

namespace KhokNongNa.Portal.Media;

/// <summary>Widths in which a picture is kept, none wider than what was sent: of one that is 500 wide, «640» is those 500.</summary>
public static class PictureWidths
{
    internal static readonly int[] All = [320, 640, 960, 1_600];

    /// <summary>Names of the files of a picture, by the width of its largest one.</summary>
    public static IEnumerable<int> Of(int largest) => All.TakeWhile((_, i) => i == 0 || All[i - 1] < largest);

    /// <summary>Width of what the file of this name holds.</summary>
    public static int Real(int width, int largest) => Math.Min(width, largest);

    /// <summary>Pixels of the largest file of an original.</summary>
    internal static (int Width, int Height) Largest(int width, int height)
    {
        var largest = Math.Min(width, All[^1]);
        return (largest, Math.Max(1, (int)Math.Round((double)height * largest / width)));
    }

    internal static string File(int width) => string.Create(CultureInfo.InvariantCulture, $"{width}.webp");
}
