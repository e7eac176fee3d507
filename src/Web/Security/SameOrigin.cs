using KhokNongNa.Web.Site;

namespace KhokNongNa.Web.Security;

public static class SameOrigin
{
    /// <summary>Refuses writes that a page of another site sends; antiforgery tokens stand behind it.</summary>
    public static void UseSameOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        // The page that tells of a refusal is made by the same request again.
        if (IsSafe(context.Request) || IsOwn(context.Request) || context.TellsOfProblem())
        {
            return next();
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Browsers say where a request comes from, names of Thai letters as xn--…; programs say nothing and hold no cookie that could be abused.
    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site, ..])
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin is not [{ Length: > 0 } origin, ..]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.ToUriComponent());
    }
}
