using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <summary>A body while it is written. Nothing is kept.</summary>
public static class BodyPreview
{
    /// <summary>HTML of it as readers would see it, with pictures that the writer may see as well.</summary>
    /// <param name="entryId">Whose own pictures it may show; <c>null</c> for a text that was never saved.</param>
    /// <exception cref="PortalException">It is too long, or nests too deep.</exception>
    public static async Task<string> BodyHtmlAsync(this PortalDb db, Actor actor, Guid? entryId, string typed, CancellationToken cancellationToken)
    {
        var body = EntryRules.Body(typed);
        if (EntryRules.WrongBody(body) is { } wrong)
        {
            throw new PortalException("entry.body", wrong, "Body");
        }

        var used = PictureName.InBody(new EntryContent { Body = body });
        var pictures = await db.PicturesFor(actor).Where(a => used.Contains(a.Id) && db.PicturesWithConsent().Any(c => c.Id == a.Id)).UsableIn(entryId ?? Guid.Empty).ToListAsync(cancellationToken);
        return MarkdownText.ToHtml(body, pictures.ToDictionary(a => a.Id, a => PictureView.Of(a, Urls.InStudio)), await db.PiecesAsync([body], cancellationToken));
    }
}
