namespace KhokNongNa.Portal.Network;

/// <summary>What counts as a place in Thailand.</summary>
internal static class Position
{
    public static bool IsInThailand(double latitude, double longitude) => latitude is >= 5 and <= 21 && longitude is >= 97 and <= 106;

    /// <summary>Whether a record may say it: both numbers and in Thailand, or nothing.</summary>
    public static bool IsWhole(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? IsInThailand(north, east) : latitude is null && longitude is null;
}
