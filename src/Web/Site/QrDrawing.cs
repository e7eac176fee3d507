using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using QRCoder;

namespace KhokNongNa.Web.Site;

/// <summary>A QR code as one path of strokes, small enough to travel inside a page: one unit a module.</summary>
/// <param name="Size">Modules on a side, with the quiet zone around.</param>
/// <param name="Path">For an SVG path of stroke width 1, row by row.</param>
public sealed record QrDrawing(int Size, string Path)
{
    // Some 2 KB each. Choosing a code's mask is a quarter of the work of a page.
    private const int Most = 2_000;

    private static readonly ConcurrentDictionary<string, QrDrawing> Drawn = new(StringComparer.Ordinal);

    /// <summary>The code of an address; it can still be read when a seventh of it is dirty.</summary>
    public static QrDrawing Of(string address)
    {
        if (Drawn.Count >= Most)
        {
            Drawn.Clear();
        }

        return Drawn.GetOrAdd(address, Draw);
    }

    private static QrDrawing Draw(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            // Strokes of a row follow each other by relative moves, which are shorter than places.
            var last = -1;
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x])
                {
                    continue;
                }

                var from = x;
                while (x + 1 < row.Length && row[x + 1])
                {
                    x++;
                }

                path.Append(last < 0
                    ? string.Create(CultureInfo.InvariantCulture, $"M{from} {y}.5")
                    : string.Create(CultureInfo.InvariantCulture, $"m{from - last} 0"));
                path.Append(CultureInfo.InvariantCulture, $"h{x + 1 - from}");
                last = x + 1;
            }
        }

        return new(code.ModuleMatrix.Count, path.ToString());
    }
}
