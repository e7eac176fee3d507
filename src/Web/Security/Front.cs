using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Primitives;

namespace KhokNongNa.Web.Security;

/// <summary>Who asks, by which name, and over what: settled before anything else looks at a request.</summary>
public static class Front
{
    public static void AddFront(this WebApplicationBuilder builder)
    {
        var front = FrontSettings.From(builder.Configuration);
        builder.Services.AddSingleton(front);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            // Said even for none: ASP.NET Core has a switch of its own that would trust everybody.
            o.ForwardedHeaders = front.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | (front.Hosts.Count > 0 ? ForwardedHeaders.XForwardedHost : ForwardedHeaders.None);
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in front.Proxies)
            {
                o.KnownIPNetworks.Add(proxy);
            }

            // From the nearest outwards, as far as they are known.
            o.ForwardLimit = null;
            foreach (var host in front.Hosts)
            {
                o.AllowedHosts.Add(host);
            }
        });
        builder.Services.Configure<CookiePolicyOptions>(o =>
        {
            // For every cookie, whoever sets it. A village's own server on its own network has no certificate and still signs people in.
            o.HttpOnly = HttpOnlyPolicy.Always;
            o.Secure = front.HttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<HttpsRedirectionOptions>(o =>
        {
            o.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            // Behind a proxy the portal does not know the port that readers see.
            o.HttpsPort = FrontSettings.ListensEncrypted(builder.Configuration) ? null : 443;
        });
    }

    /// <summary>Takes the word of known proxies, refuses requests that mean another portal, and goes over to https where that is required.</summary>
    public static void UseFront(this WebApplication app)
    {
        var front = app.Services.GetRequiredService<FrontSettings>();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.Use(AnswerAsync);
        // Probes ask by number and over plain http, and the answer repeats nothing of what they say.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), pages =>
        {
            pages.Use((context, next) => IsOwn(context.Request, front.Hosts) ? next(context) : RefuseAsync(context.Response));

            if (front.HttpsOnly)
            {
                pages.UseHttpsRedirection();
            }
        });
        app.UseCookiePolicy();
    }

    // What broke may be needed for the page that tells of it: the database, for one. The failure itself is in the log by now.
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            await SayAsync(context.Response, StatusCodes.Status500InternalServerError, "พอร์ทัลขัดข้อง ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ โปรดรอสักครู่แล้วลองใหม่");
        }
    }

    // The framework's own filter looks before the proxy was heard, and answers in English without the security headers.
    private static bool IsOwn(HttpRequest request, IReadOnlyList<string> own)
    {
        try
        {
            return own.Count == 0
                ? request.Host.ToUriComponent() is not null
                : request.Host.HasValue && HostString.MatchesAny(request.Host.ToUriComponent(), [.. own.Select(name => (StringSegment)name)]);
        }
        catch (ArgumentException)
        {
            // xn-- and then nothing that stands for letters.
            return false;
        }
    }

    private static Task RefuseAsync(HttpResponse response) =>
        SayAsync(response, StatusCodes.Status400BadRequest, "พอร์ทัลนี้ไม่ได้ใช้ชื่อนี้ โปรดตรวจที่อยู่ที่พิมพ์");

    private static Task SayAsync(HttpResponse response, int status, string sentence)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(sentence);
    }
}
