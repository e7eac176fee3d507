namespace KhokNongNa.Portal.Identity;

/// <summary>A wait in words.</summary>
public static class Waits
{
    /// <summary>«25 วินาที», «3 นาที»: rounded up, so that nobody comes back too early.</summary>
    public static string Say(TimeSpan wait) =>
        wait < TimeSpan.FromMinutes(1) ? $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds)):N0} วินาที" : $"{Math.Ceiling(wait.TotalMinutes):N0} นาที";
}
