using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;

namespace KhokNongNa.Web.Security;

/// <summary>A form that came without a valid session or token: its fields wait in a page until its sender is signed in again.</summary>
public sealed record HeldForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string TokenField = "__RequestVerificationToken";

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary><c>null</c> for anything that is not a form of this portal's Studio: what comes back from a page may have been changed.</summary>
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

    private bool IsLocal => Path.StartsWith("/studio/", StringComparison.Ordinal) && !Path.Contains("//", StringComparison.Ordinal) && !Path.Contains('\\');
}

public static class HeldForms
{
    /// <summary>Path of the page that holds the fields.</summary>
    public const string Path = "/sign-in/again";

    /// <summary>
    /// Catches a Studio form whose session or token has run out, before anything refuses it, and shows the page that holds its
    /// fields and sends them on.
    /// </summary>
    public static void UseHeldForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/studio") && request.HasFormContentType && !await IsGoodAsync(context))
        {
            context.Items[typeof(Security.HeldForm)] = Security.HeldForm.From(request, await request.ReadFormAsync(context.RequestAborted));
            request.Path = Path;
            request.QueryString = QueryString.Empty;
        }

        await next();
    });

    /// <summary>The form that this request was, before it was caught.</summary>
    public static HeldForm? HeldForm(this HttpContext context) => context.Items[typeof(Security.HeldForm)] as HeldForm;

    private static async Task<bool> IsGoodAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
