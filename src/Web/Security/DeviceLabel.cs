namespace KhokNongNa.Web.Security;

/// <summary>A browser in words by which its owner knows it again.</summary>
internal static class DeviceLabel
{
    // In this order: each browser also names those before it in history.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Line/", "LINE"), ("FBAN", "Facebook"), ("FBAV", "Facebook"), ("SamsungBrowser", "Samsung"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>«Chrome บน Android».</summary>
    public static string Of(string userAgent) => $"{Find(Browsers, userAgent) ?? "เบราว์เซอร์"} บน {Find(Systems, userAgent) ?? "เครื่องไม่ทราบชนิด"}";

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
