using FsCheck;
using FsCheck.Fluent;

namespace KhokNongNa.Thai.Tests;

/// <summary>Texts as nobody types them: any UTF-16, dense in what the rules of Thai care about.</summary>
internal static class AnyText
{
    private static readonly char[] Telling =
    [
        .. "กนทเแโไะาำๅฤๆฯ๑๕ิีึืุู็่้๊๋์ํ๎ฺั",
        .. "aEé15- \t\r\n\v!'\u0301\u0323\u0344\u0308\u20E3\uFE0F\u00AD\u200B\u200D\uFEFF\uFFFE\u2028\u3000",
        .. "\uD83D\uDC68\uD800\uDFFF\u2764\uAC00\u1100\u1161\u05B0\u0958\u09C7\u09BE\u304B\u3099\u0F73\u0F71ＡİΣß",
    ];

    internal static Arbitrary<string> Arbitrary { get; } =
        Gen.Frequency(
                (6, Gen.Elements(Telling)),
                (1, Gen.Choose(0, char.MaxValue).Select(c => (char)c)),
                (3, Gen.Choose(0x0E01, 0x0E5B).Select(c => (char)c)))
            .ArrayOf()
            .Select(chars => new string(chars))
            .ToArbitrary();
}
