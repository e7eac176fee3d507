using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace KhokNongNa.Web.Site.Pictures;

/// <summary>Marks addresses of pictures: they cost next to nothing and are not counted as pages.</summary>
internal sealed class PictureMark;

/// <summary>Uploaded pictures, each asked for anew whether it may be seen. Originals have no address.</summary>
public static class PictureEndpoints
{
    private const string Private = "private, max-age=60";
    private const string Forever = "public, max-age=31536000, immutable";
    private const string NoStore = "no-store";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>For readers; for who works on them; evidence for who keeps the register.</summary>
    public static void MapPictures(this WebApplication app)
    {
        app.MapMethods("/pictures/{id:guid}/{width:int}.webp", Reading, async (Guid id, int width, string? v, PortalDb db, Portal.Media.Pictures pictures, CurrentMember current, HttpContext context) =>
        {
            var member = context.User.Identity?.IsAuthenticated == true ? current.Actor : null;
            var picture = await db.PublicPictureAsync(id, context.RequestAborted, member);
            var isOfPeople = picture is { OwnerType: Subjects.Sage } or { ShowsSages.Count: > 0 };
            // A member may see what others may not. Under an address without its hash, or with a former one, another file may lie tomorrow.
            return await SendAsync(context, picture, width, pictures, member is not null ? NoStore : isOfPeople || (v ?? "") != picture?.FileHash ? Private : Forever);
        }).WithMetadata(new PictureMark());

        app.MapMethods("/studio/pictures/{id:guid}/{width:int}.webp", Reading, async (Guid id, int width, PortalDb db, Portal.Media.Pictures pictures, CurrentMember current, HttpContext context) =>
            await SendAsync(context, await db.PicturesFor(current.Actor).SingleOrDefaultAsync(a => a.Id == id, context.RequestAborted), width, pictures, NoStore))
            .RequireAuthorization()
            .WithMetadata(new PictureMark());

        // With a link to a revision: what it shows, and only with consent.
        app.MapMethods(
            "/preview/{token}/pictures/{id:guid}/{width:int}.webp",
            Reading,
            async (string token, Guid id, int width, PortalDb db, Portal.Media.Pictures pictures, PreviewTicket tickets, HttpContext context) =>
            {
                var picture = tickets.Open(token) is { } ticket ? await db.SharedPictureAsync(ticket, id, context.RequestAborted) : null;
                return await SendAsync(context, picture, width, pictures, NoStore);
            }).WithMetadata(new PictureMark());

        // Only read whole: asking for its headers would be a look, too.
        app.MapGet("/studio/evidence/{id:guid}", async (Guid id, PortalDb db, PictureStore pictures, CurrentMember current, TimeProvider clock, HttpContext context) =>
        {
            var isSeen = await db.LookAtEvidenceAsync(id, current.Actor, clock.GetUtcNow(), context.RequestAborted);
            Harden(context, NoStore);
            context.Response.Headers.ContentDisposition = "inline";
            return isSeen && await pictures.OpenAsync(PictureStore.Evidence(id), context.RequestAborted) is { } file ? Results.File(file, "image/jpeg") : Nothing(context);
        }).RequireAuthorization();
    }

    private static async Task<IResult> SendAsync(HttpContext context, Asset? picture, int width, Portal.Media.Pictures pictures, string cache)
    {
        if (picture is null || await pictures.OpenAsync(picture, width, context.RequestAborted) is not { } file)
        {
            return Nothing(context);
        }

        Harden(context, cache);
        return Results.File(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{picture.Id:N}-{picture.FileHash}-{width}\""));
    }

    // Opened by itself it is a document: it may do nothing.
    private static void Harden(HttpContext context, string cache)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = cache;
    }

    private static IResult Nothing(HttpContext context)
    {
        context.Response.Headers.Remove(HeaderNames.ContentSecurityPolicy);
        context.Response.Headers.Remove(HeaderNames.ContentDisposition);
        context.Response.Headers.CacheControl = NoStore;
        return Results.NotFound();
    }
}
