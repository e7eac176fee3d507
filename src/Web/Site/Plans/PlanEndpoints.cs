using System.Text;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Site.Pictures;

namespace KhokNongNa.Web.Site.Plans;

/// <summary>Plans of plots: <c>/plans/โคก:10,หนอง:30.svg</c>. The address says all of it, so nothing is asked and nothing is kept.</summary>
public static class PlanEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPlans(this WebApplication app) => app.MapMethods(PlotPlan.Folder + "{parts}.svg", Reading, (string parts, HttpContext context) =>
    {
        if (PlotPlan.FromAddress(parts) is not { } plan)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.NotFound();
        }

        // Opened by itself it is a document: it may do nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(PlanDrawing.Draw(plan), "image/svg+xml", Encoding.UTF8);
    }).WithMetadata(new PictureMark());
}
