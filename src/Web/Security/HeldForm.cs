using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace KhokNongNa.Web.Security;

/// <summary>A form that came without a valid session or token: its fields wait in a page until its sender is signed in again.</summary>
public sealed record HeldForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string TokenField = "__RequestVerificationToken";

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary><c>null</c> for anything that is not a form of this portal's members: what comes back from a page may have been changed.</summary>
    public static HeldForm? Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize<HeldForm>(json) is { Path: not null, Fields: not null } held && held.IsLocal ? held : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static HeldForm From(HttpRequest request, IFormCollection form) => new(
        request.Path + request.QueryString,
        [.. form.Where(f => f.Key != TokenField).SelectMany(f => (IEnumerable<string?>)(StringValues)f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""))]);

    // Nothing that a browser would take for dots, a host or a scheme.
    private bool IsLocal =>
        (Path.StartsWith("/studio/", StringComparison.Ordinal) || Path.StartsWith("/account/", StringComparison.Ordinal))
        && !Path.Contains("//", StringComparison.Ordinal)
        && Path.Split('?')[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-');
}

public static class HeldForms
{
    /// <summary>Path of the page that holds the fields.</summary>
    public const string Path = "/sign-in/again";

    /// <summary>
    /// Catches a member's form whose session or token has run out, before anything refuses it, and shows the page that holds its
    /// fields and sends them on.
    /// </summary>
    public static void UseHeldForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !(request.Path.StartsWithSegments("/studio") || request.Path.StartsWithSegments("/account")) || !request.HasFormContentType)
        {
            await next();
            return;
        }

        if (await RefusalAsync(request) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (!await IsGoodAsync(context))
        {
            context.Items[typeof(Security.HeldForm)] = Security.HeldForm.From(request, await request.ReadFormAsync(context.RequestAborted));
            request.Path = Path;
            request.QueryString = QueryString.Empty;
        }

        await next();
    });

    /// <summary>The form that this request was, before it was caught.</summary>
    public static HeldForm? HeldForm(this HttpContext context) => context.Items[typeof(Security.HeldForm)] as HeldForm;

    /// <summary>Status of a form that is over a limit or cannot be read; <c>null</c> when it is read.</summary>
    private static async Task<int?> RefusalAsync(HttpRequest request)
    {
        try
        {
            var hasFiles = request.HasFiles() && request.Path.StartsWithSegments("/studio");
            if (hasFiles && request.HttpContext.User.Identity?.IsAuthenticated == true && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                // Photos of large cameras; above this the connection breaks. Who is not signed in stays at what every form has.
                size.MaxRequestBodySize = 2 * Limits.FilesSize;
            }

            if (request.ContentLength > (hasFiles ? Limits.FilesSize : Limits.BodySize))
            {
                await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
                return StatusCodes.Status413PayloadTooLarge;
            }

            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refusal)
        {
            return refusal.StatusCode;
        }
        catch (InvalidDataException refusal)
        {
            // A limit speaks for itself; what could not be decoded, such as a zero byte, lies below.
            return refusal.InnerException is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
    }

    private static async Task<bool> IsGoodAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
