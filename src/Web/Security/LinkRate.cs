using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.Security;

/// <summary>
/// How fast one link of a round may be used, from wherever: forms that are sent through it, and tables that are fetched. How many records a link
/// takes in an hour is a rule of the link itself; how fast an address goes, <see cref="Rates"/> counts as for every page.
/// </summary>
public static class LinkRate
{
    public const string Policy = "link";

    /// <summary>A meeting in which everybody presses at once.</summary>
    internal const int Burst = 60;

    public static void AddLinkRate(this WebApplicationBuilder builder) =>
        builder.Services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, context =>
            HttpMethods.IsPost(context.Request.Method) || context.Request.Path.StartsWithSegments("/api")
                ? RateLimitPartition.GetTokenBucketLimiter(Drawer(context), _ => new()
                {
                    TokenLimit = Burst,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(2),
                })
                : RateLimitPartition.GetNoLimiter(-1)));

    // Tokens that nobody gave out share the drawers too: there are as many as there are, however many are tried.
    private static int Drawer(HttpContext context) =>
        (int)((uint)string.GetHashCode(context.GetRouteValue("token")?.ToString() ?? "", StringComparison.OrdinalIgnoreCase) % Rates.Drawers);
}
