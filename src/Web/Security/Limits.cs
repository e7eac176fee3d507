using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.Security;

/// <summary>Limits on sizes, counts and what is done at once; <see cref="Rates"/> are limits on speed.</summary>
public static class Limits
{
    public const string Search = "search";

    public const string Cards = "cards";

    /// <summary>Bytes of a request's body: a long text in Thai, percent-encoded by a form, and its fields.</summary>
    internal const int BodySize = 4_000_000;

    /// <summary>The same of a form with a file: more than the portal takes, so that what is too large is refused beside its field, the form refilled.</summary>
    internal const int FilesSize = 40_000_000;

    /// <summary>Whether a form brings files along.</summary>
    internal static bool HasFiles(this HttpRequest request) => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Above this the connection breaks, and the browser has only its own words. What lies between is read and refused in Thai.
            kestrel.Limits.MaxRequestBodySize = 4 * BodySize;
            // A Thai letter takes nine bytes in an address: a question that is far too long still gets an answer in Thai.
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 2_000;
            // Counted as sent: nine bytes a Thai letter. The portal's rules count letters.
            form.ValueLengthLimit = BodySize;
            form.BufferBodyLengthLimit = BodySize;
            form.MultipartBodyLengthLimit = FilesSize;
        });
        builder.Services.AddSingleton<Rates>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (refused, _) =>
            {
                Rates.Refuse(refused.HttpContext, refused.Lease);
                return ValueTask.CompletedTask;
            };
            // Searching uses the processor; what comes at once waits, and only a flood is refused.
            limiter.AddConcurrencyLimiter(Search, o => (o.PermitLimit, o.QueueLimit) = (4 * Environment.ProcessorCount, 1_000));
            // Drawing takes some 0.1 s of one processor; readers of pages come first.
            limiter.AddConcurrencyLimiter(Cards, o => (o.PermitLimit, o.QueueLimit) = (2, 100));
        });
    }
}
