using System.Globalization;
using System.Security.Cryptography;

namespace KhokNongNa.Portal.Identity;

/// <summary>Which six digits are good enough.</summary>
public static class PinRules
{
    public const int Length = 6;

    // Years of birth of everybody alive, in both eras.
    private const int OldestAge = 110;

    /// <summary>Six digits in what somebody typed, Thai digits allowed; <c>null</c> when it is anything else.</summary>
    public static string? Parse(string? typed)
    {
        var digits = SignInNumber.Digits(typed);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Why a PIN is too easy to guess, as a Thai sentence; <c>null</c> when it is good.</summary>
    /// <param name="number">The member's sign-in number.</param>
    public static string? Weakness(string pin, string number, DateOnly today) => pin switch
    {
        _ when Repeats(pin) => "PIN นี้ซ้ำเลขเดิม ผู้อื่นเดาได้ง่าย โปรดเลือกเลขอื่น",
        _ when Runs(pin) => "PIN นี้เรียงกันเกินไป เช่น 123456 ผู้อื่นเดาได้ง่าย โปรดเลือกเลขอื่น",
        _ when IsYear(pin[..4], today) || IsYear(pin[2..], today) => "PIN นี้มีปีเกิดอยู่ ผู้อื่นเดาได้ง่าย โปรดเลือกเลขอื่น",
        _ when number.Contains(pin, StringComparison.Ordinal) => "PIN นี้เป็นส่วนหนึ่งของเลขประจำตัว โปรดเลือกเลขอื่น",
        _ => null,
    };

    /// <summary>A good PIN for a slip.</summary>
    public static string Draw(string number, DateOnly today)
    {
        while (true)
        {
            var pin = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            if (Weakness(pin, number, today) is null)
            {
                return pin;
            }
        }
    }

    // 111111, 121212, 123123, 112233, 111222: one, two or three digits over and over, or each twice or three times.
    private static bool Repeats(string pin) =>
        pin.Distinct().Count() <= 2
        || pin[..3] == pin[3..]
        || (pin[0] == pin[1] && pin[2] == pin[3] && pin[4] == pin[5])
        || pin[..3].SequenceEqual(pin[3..].Reverse());

    // Five equal steps of one up, one down or two: 123456, 890123, 654321, 246802.
    private static bool Runs(string pin)
    {
        var steps = pin.Zip(pin.Skip(1), (a, b) => (b - a + 10) % 10).ToList();
        return steps.Distinct().Count() == 1;
    }

    private static bool IsYear(string digits, DateOnly today)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return (year <= today.Year && year > today.Year - OldestAge) || (year <= today.Year + 543 && year > today.Year + 543 - OldestAge);
    }
}
