using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Api;

public static class BridgeApi
{
    /// <summary>
    /// <c>GET /api/rounds/{token}.csv</c> → the table of a district's part of a round, for <c>IMPORTDATA</c>: no cookie, no redirect, UTF-8.
    /// A token that is unknown, over or revoked is answered 401, and so is one that was made for a form.
    /// </summary>
    public static void MapBridgeApi(this WebApplication app) => app.MapGet(
        "/api/rounds/{token}.csv",
        async (string token, PortalDb db, TimeProvider clock, HttpContext context, CancellationToken cancellationToken) =>
        {
            if (await db.FindLinkAsync(token, cancellationToken) is not { Link.Kind: LinkKind.Bridge } found || found.State(clock.GetUtcNow()) != LinkState.Open)
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.WWWAuthenticate = "Link";
                return Results.Text("ลิงก์ตารางนี้ใช้ไม่ได้แล้ว ขอลิงก์ใหม่จากสำนักงานพัฒนาชุมชนอำเภอ\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized);
            }

            using var bytes = new MemoryStream();
            SheetWriter.WriteCsv(Bridge.Header, await Bridge.RowsAsync(db, found, cancellationToken), bytes, marked: false);
            context.Response.Headers.CacheControl = "private, max-age=60";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            return Results.Bytes(bytes.ToArray(), "text/csv; charset=utf-8");
        }).RequireRateLimiting(LinkRate.Policy);
}
