using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.Security;

/// <summary>How often one address may send a sign-in form. A village shares an address, so it slows and never locks.</summary>
public static class SignInRate
{
    public const string Policy = "sign-in";

    /// <summary>A village that signs in after a meeting.</summary>
    internal const int Burst = 40;

    public static void AddSignInRate(this WebApplicationBuilder builder) =>
        builder.Services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, context =>
            HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetTokenBucketLimiter(Rates.Drawer(context.Connection.RemoteIpAddress), _ => new()
                {
                    TokenLimit = Burst,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(3),
                })
                : RateLimitPartition.GetNoLimiter(-1)));
}
