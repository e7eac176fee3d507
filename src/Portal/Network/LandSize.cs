using System.Globalization;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Network;

/// <summary>
/// The size of a piece of land, in whole ตารางวา. Thai land is told as ไร่-งาน-ตารางวา: 1 ไร่ = 4 งาน = 400 ตารางวา (= 1,600 m²), so
/// 1 งาน = 100 ตารางวา. «3-2-50» is 3 ไร่ 2 งาน 50 ตารางวา, 1,450 in all; «3-5-0» says the same as «4-1-0», and is written so.
/// </summary>
/// <param name="SquareWa">All of it.</param>
public readonly record struct LandSize(int SquareWa)
{
    private const int Ngan = 100;

    private const int Rai = 4 * Ngan;

    // A million rai is more than half of the province.
    private const int MostParts = 1_000_000;

    /// <summary>Reads what somebody typed, also with units; parts of a square wa are rounded. Never throws.</summary>
    /// <param name="why">What is wrong, as a sentence for the person; empty when it was read.</param>
    public static bool TryRead(string text, out LandSize size, out string why)
    {
        (size, why) = LandSizeReader.Read(text);
        return why.Length == 0;
    }

    /// <summary>Takes what files hold: «3-2-50», «3-2» and «3»; Thai digits too.</summary>
    public static bool TryParse(string text, out LandSize size)
    {
        size = default;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length > 3)
        {
            return false;
        }

        long all = 0;
        int[] units = [Rai, Ngan, 1];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!ThaiDigits.TryParseInt(parts[i], out var number) || number is < 0 or > MostParts)
            {
                return false;
            }

            all += (long)number * units[i];
        }

        size = new((int)all);
        return all > 0;
    }

    /// <summary>«3-2-50», as files and deeds write it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{SquareWa / Rai}-{SquareWa % Rai / Ngan}-{SquareWa % Ngan}");

    /// <summary>«3 ไร่ 2 งาน 50 ตารางวา»; parts of nothing are left out.</summary>
    public string InWords()
    {
        (int Number, string Unit)[] parts = [(SquareWa / Rai, "ไร่"), (SquareWa % Rai / Ngan, "งาน"), (SquareWa % Ngan, "ตารางวา")];
        var said = parts.Where(p => p.Number > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Number:N0} {p.Unit}"));
        return SquareWa == 0 ? "0 ตารางวา" : string.Join(' ', said);
    }
}
