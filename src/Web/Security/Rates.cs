using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using KhokNongNa.Web.Site;
using KhokNongNa.Web.Site.Pictures;
using Microsoft.AspNetCore.StaticAssets;

namespace KhokNongNa.Web.Security;

/// <summary>
/// How fast one address and one member may go. A whole village shares an address, so these stop programs, not people; kept pages,
/// assets and pictures cost next to nothing and are not counted.
/// </summary>
public sealed class Rates(FrontSettings front) : IDisposable
{
    /// <summary>Addresses are counted in so many drawers, whatever number of them asks.</summary>
    public const int Drawers = 65_536;

    private const int UsualWait = 5;

    private readonly PartitionedRateLimiter<HttpContext> _pages = OfAddress(5 * front.Rate, front.Rate);
    private readonly PartitionedRateLimiter<HttpContext> _forms = OfAddress(10 * front.Rate, front.Rate);
    private readonly PartitionedRateLimiter<HttpContext> _members = OfMember(front.Rate);
    // A picture takes a second of the processor: at the usual rate twenty a minute.
    private readonly PartitionedRateLimiter<HttpContext> _files = OfMember(Math.Max(1, front.Rate / 3));

    /// <summary>An address's drawer. Which ones share a drawer differs with each start, so that nobody can aim.</summary>
    public static int Drawer(IPAddress? address)
    {
        address = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var bytes = address?.GetAddressBytes() ?? [];
        var hash = new HashCode();
        // One household or phone has a whole /64 of the newer addresses.
        hash.AddBytes(address?.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
        return (int)((uint)hash.ToHashCode() % Drawers);
    }

    /// <summary>Answers that it is too much for now, and how long to wait; the words follow with the problem page.</summary>
    public static void Refuse(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : UsualWait;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(wait, 1).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
    }

    public void Dispose()
    {
        _pages.Dispose();
        _forms.Dispose();
        _members.Dispose();
        _files.Dispose();
    }

    internal Task FormAsync(HttpContext context, RequestDelegate next) => CountAsync(_forms, HttpMethods.IsPost(context.Request.Method), context, next);

    internal Task MemberAsync(HttpContext context, RequestDelegate next) =>
        CountAsync(context.Request.HasFiles() ? _files : _members, HttpMethods.IsPost(context.Request.Method) && Member(context) is not null, context, next);

    internal Task PageAsync(HttpContext context, RequestDelegate next) => CountAsync(
        _pages,
        !HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/health") && !IsFile(context.GetEndpoint()),
        context,
        next);

    private static async Task CountAsync(PartitionedRateLimiter<HttpContext> limiter, bool counts, HttpContext context, RequestDelegate next)
    {
        if (counts && !context.TellsOfProblem())
        {
            using var lease = limiter.AttemptAcquire(context);
            if (!lease.IsAcquired)
            {
                Refuse(context, lease);
                return;
            }
        }

        await next(context);
    }

    private static PartitionedRateLimiter<HttpContext> OfAddress(int burst, int aSecond) => PartitionedRateLimiter.Create<HttpContext, int>(
        context => RateLimitPartition.GetTokenBucketLimiter(Drawer(context.Connection.RemoteIpAddress), _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = aSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    private static PartitionedRateLimiter<HttpContext> OfMember(int rate) => PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetTokenBucketLimiter(Member(context)!, _ => new()
        {
            TokenLimit = 2 * rate,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / rate,
        }));

    private static bool IsFile(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<PictureMark>() is not null;

    private static string? Member(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);
}

public static class RateSteps
{
    /// <summary>Forms by address: before a session is looked up or a body read.</summary>
    public static void UseFormRate(this WebApplication app) => app.Use(app.Services.GetRequiredService<Rates>().FormAsync);

    /// <summary>Forms by member.</summary>
    public static void UseMemberRate(this WebApplication app) => app.Use(app.Services.GetRequiredService<Rates>().MemberAsync);

    /// <summary>What is made anew, by address: behind the page cache and the pictures.</summary>
    public static void UsePageRate(this WebApplication app) => app.Use(app.Services.GetRequiredService<Rates>().PageAsync);
}
