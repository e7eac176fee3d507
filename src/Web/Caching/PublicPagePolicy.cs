using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Site;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace KhokNongNa.Web.Caching;

/// <summary>
/// Which public pages are kept, and under which key: path, the page number, the chosen area where a page takes one, the reader's display,
/// and the encoding that the browser takes. Signed-in requests pass by; a page that sets a cookie is not kept.
/// </summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var keep = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.User.Identity?.IsAuthenticated != true;
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesNearAttribute>() is not null && http.Request.Query.TryGetValue("near", out var near))
        {
            // A page answers 404 to what is no area, and only found pages are kept: there are no more copies than areas.
            keep &= near is [{ } code] && Area.IsCode(code);
            context.CacheVaryByRules.VaryByValues["near"] = near.ToString();
        }

        // Kept only where nothing was chosen: choices can be put together in more ways than the cache has room for.
        keep &= http.GetEndpoint()?.Metadata.GetMetadata<TakesFiltersAttribute>()?.Names.Any(http.Request.Query.ContainsKey) != true;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = keep;
        context.AllowCacheStorage = keep;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        context.CacheVaryByRules.QueryKeys = "page";
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request);
        // The only cookie that counts, and only as one of a closed set.
        context.CacheVaryByRules.VaryByValues["display"] = http.Display().Code;
        context.Tags.Add(PageCache.All);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // The few that are made, so that odd headers do not fill the cache with copies.
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "none";
    }
}

/// <summary>A public page that shows what is near a chosen area: <c>?near=310101</c>. What is no area is 404.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesNearAttribute : Attribute;

/// <summary>A public page that can be narrowed by choices in its address; narrowed, it is made anew each time.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFiltersAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}

/// <summary>Gives a public page, compressed as it is sent, its length and its ETag: browsers keep it and ask each time whether it is still so.</summary>
internal sealed class PageTag(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var body = context.Response.Body;
        await using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            // Weak: it stands for what the page says.
            context.Response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
            // What was made for one member stays with nobody.
            context.Response.Headers.CacheControl = context.Response.Headers.CacheControl.Count > 0 ? context.Response.Headers.CacheControl : "no-cache";
            context.Response.Headers[HeaderNames.Vary] = "Cookie, Accept-Encoding";
            context.Response.ContentLength = buffer.Length;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(body, context.RequestAborted);
    }
}
