namespace KhokNongNa.Web.Security;

public static class SecurityHeaders
{
    // No nonces: cached pages would repeat them. No inline anything: pages carry none.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>
    /// On every answer. Written last, since an error page begins by clearing the headers; what an endpoint set stays, and that is how a page
    /// made for embedding will name who may frame it.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        // A year. Other names below this one are spoken for only by those who require https.
        var https = "max-age=31536000" + (app.Services.GetRequiredService<FrontSettings>().HttpsOnly ? "; includeSubDomains" : "");
        var isDevelopment = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => WriteAsync(context, isDevelopment ? null : https));
            return next(context);
        });
    }

    private static Task WriteAsync(HttpContext context, string? https)
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers.TryAdd(name, value);
        }

        // Where it is not encrypted nobody may believe it, so it is not said.
        if (https is not null && context.Request.IsHttps)
        {
            context.Response.Headers.StrictTransportSecurity = https;
        }

        return Task.CompletedTask;
    }
}
