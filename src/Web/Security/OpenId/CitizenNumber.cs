namespace KhokNongNa.Web.Security.OpenId;

/// <summary>The number on a Thai citizen's card. The portal keeps none, also where a provider would name people by it.</summary>
internal static class CitizenNumber
{
    private const int Length = 13;

    /// <summary>Thirteen digits of which the last checks the others, modulo 11.</summary>
    public static bool Is(string text) =>
        text.Length == Length && text.All(char.IsAsciiDigit)
        && (11 - (text.Take(Length - 1).Select((digit, i) => (digit - '0') * (Length - i)).Sum() % 11)) % 10 == text[^1] - '0';
}
