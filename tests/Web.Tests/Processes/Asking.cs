using System.Net;
using System.Text.Json;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>What programs ask a portal.</summary>
internal static class Asking
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<HttpStatusCode> StatusAsync(this PortalProcess portal, string path)
    {
        using var answer = await portal.Http.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    /// <summary>Ids in rank order.</summary>
    public static async Task<IReadOnlyList<string>> SearchAsync(this PortalProcess portal, string words)
    {
        using var json = JsonDocument.Parse(await portal.Http.GetStringAsync($"/api/search?q={Uri.EscapeDataString(words)}&size=100", Stop));
        return [.. json.RootElement.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
    }

    /// <summary>Tells it to stop and waits until it has.</summary>
    public static async Task StopAsync(this PortalProcess portal)
    {
        await portal.SignalAsync("TERM");
        Assert.Equal(0, await portal.EndAsync());
    }

    /// <summary>Name of the generation of the index that answers.</summary>
    public static string Generation(this PortalSetup setup) => File.ReadAllText(Path.Combine(setup.DataFolder, "index", "current"));
}
