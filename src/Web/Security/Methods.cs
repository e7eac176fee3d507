using KhokNongNa.Web.Site;

namespace KhokNongNa.Web.Security;

public static class Methods
{
    /// <summary>The portal reads and takes forms. Whatever else HTTP knows, TRACE among it, is refused before anything could make something of it.</summary>
    public static void UseMethods(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsKnown(context.Request.Method) || context.TellsOfProblem())
        {
            return next(context);
        }

        // The page that says so is an ordinary one.
        context.Request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });

    private static bool IsKnown(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method);
}
