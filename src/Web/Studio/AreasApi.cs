using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio;

/// <summary>Tambons for the form field that chooses one.</summary>
internal static class AreasApi
{
    /// <summary><c>GET /studio/areas/{code}?may=Write</c> → <c>{"areas":[{"code","name"}]}</c>: tambons of a district in which the member has the permission.</summary>
    public static void MapStudioAreas(this WebApplication app) => app.MapGet(
        "/studio/areas/{code}",
        async (string code, string? may, PortalDb db, CurrentMember current, HttpContext context, CancellationToken cancellationToken) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            if (!current.Works || code.Length != 4 || !Area.IsCode(code) || !Enum.TryParse<Permission>(may, out var permission))
            {
                return Results.NotFound();
            }

            var areas = await db.AreasForAsync(current.Actor, permission, code, cancellationToken);
            return Results.Json(new { areas = areas.Where(a => a.Code.Length == 6).Select(a => new { code = a.Code, name = a.ShortName }) });
        }).RequireAuthorization();
}
