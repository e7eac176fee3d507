using System.Globalization;
using System.Net;
using KhokNongNa.Portal;

namespace KhokNongNa.Web.Security;

/// <summary>How the portal stands to the network outside. What cannot be understood is refused at start: guessing would open a door.</summary>
/// <param name="Proxies">Only what comes from these may say on whose behalf it comes.</param>
/// <param name="Hosts">Names of this portal, as browsers send them; none → any.</param>
/// <param name="HttpsOnly">Plain http is redirected and no cookie travels without encryption.</param>
/// <param name="Rate">Pages a second for one address; the other limits stand in proportion.</param>
public sealed record FrontSettings(IReadOnlyList<IPNetwork> Proxies, IReadOnlyList<string> Hosts, bool HttpsOnly, int Rate)
{
    /// <summary>A village shares one address.</summary>
    private const int UsualRate = 60;

    private const int HighestRate = 1_000_000;

    /// <exception cref="PortalException">A setting cannot be understood.</exception>
    public static FrontSettings From(IConfiguration configuration)
    {
        var settings = new FrontSettings(
            [.. List(configuration["Portal:Proxies"]).Select(Proxy)],
            [.. List(configuration["Portal:Hosts"]).Select(Host)],
            configuration["Portal:Https"] switch
            {
                null or "" => false,
                "required" => true,
                var other => throw Refusal("https", $"Portal__Https={other} ใช้ไม่ได้ ใส่ required หรือไม่ต้องตั้ง"),
            },
            Speed(configuration["Portal:Rate"]));
        if (settings.HttpsOnly && settings.Proxies.Count == 0 && !ListensEncrypted(configuration))
        {
            throw Refusal("https", "Portal__Https=required ใช้ไม่ได้เพราะไม่มีทางเข้าแบบ https ตั้ง Portal__Proxies เป็นที่อยู่ของพร็อกซีที่เข้ารหัสให้ หรือให้ ASPNETCORE_URLS มี https");
        }

        return settings;
    }

    /// <summary>Whether the program itself speaks TLS.</summary>
    internal static bool ListensEncrypted(IConfiguration configuration) =>
        configuration["urls"]?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork Proxy(string text)
    {
        // "10.1" is an address to the framework and a slip of the pen here.
        if (IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || address.ToString() == text))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0
            ? network
            : throw Refusal("proxies", $"Portal__Proxies มี «{text}» ซึ่งไม่ใช่ที่อยู่ IP หรือช่วง CIDR ของพร็อกซี เช่น 10.0.0.5 หรือ 10.0.0.0/24 คั่นด้วยจุลภาค");
    }

    private static string Host(string text)
    {
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        try
        {
            // As it travels: a Thai name goes out as xn--….
            var ascii = name.Contains(':', StringComparison.Ordinal) ? name : new IdnMapping().GetAscii(name);
            return Uri.CheckHostName(ascii) != UriHostNameType.Unknown ? text[..^name.Length] + ascii : throw BadHost(text);
        }
        catch (ArgumentException)
        {
            throw BadHost(text);
        }
    }

    private static PortalException BadHost(string text) =>
        Refusal("hosts", $"Portal__Hosts มี «{text}» ซึ่งไม่ใช่ชื่อเครื่อง ใส่เฉพาะชื่อ ไม่มี https:// และไม่มีพอร์ต เช่น khoknongna.example.th คั่นด้วยจุลภาค");

    private static int Speed(string? text) => string.IsNullOrEmpty(text)
        ? UsualRate
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= HighestRate
            ? rate
            : throw Refusal("rate", $"Portal__Rate={text} ใช้ไม่ได้ ใส่จำนวนหน้าต่อวินาทีของหนึ่งที่อยู่ ตั้งแต่ 1 ขึ้นไป");

    private static PortalException Refusal(string code, string message) => new("start." + code, message);
}
