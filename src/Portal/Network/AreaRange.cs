using System.Globalization;

namespace KhokNongNa.Portal.Network;

/// <summary>Area codes as numbers of six digits: all that lies in a district or a province is a range of them.</summary>
public readonly record struct AreaRange(int First, int Last)
{
    private const int Digits = 6;

    /// <param name="code">An official code; empty → the whole country.</param>
    public static AreaRange Of(string code)
    {
        var width = Width(code);
        return new(Number(code), Number(code) + width - 1);
    }

    /// <summary>A district as a place of its own, where nothing more exact is known, is its number with two zeros.</summary>
    public static int Number(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number * Width(code) : 0;

    /// <summary>The six digits.</summary>
    public static string Code(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    public bool Holds(int number) => number >= First && number <= Last;

    private static int Width(string code)
    {
        var width = 1;
        for (var length = code.Length; length < Digits; length++)
        {
            width *= 10;
        }

        return width;
    }
}
