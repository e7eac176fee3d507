using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>Every picture of one's areas, texts and records, filtered by the address, with what uses it.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current) : LibraryPage(current)
{
    public PictureFilter Filter { get; private set; } = new();

    public FoundPictures Found { get; private set; } = null!;

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public ILookup<Guid, PictureUsage> Uses { get; private set; } = null!;

    public bool MayAdd => Actor.AreasFor(Permission.Write).Length > 0;

    public async Task<IActionResult> OnGetAsync(string? q, string? folder, string? kind, string? sort, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!MayEnter)
        {
            return NotFound();
        }

        Filter = new(
            q is { Length: > 200 } ? q[..200] : q ?? "",
            folder is { Length: <= Asset.FolderLength } ? folder : "",
            PictureWords.Parse<PictureKind>(kind),
            PictureWords.Parse<PictureSort>(sort) ?? PictureSort.New,
            PageNumber.Parse(number));
        Found = await db.FindPicturesAsync(Actor, Filter, cancellationToken);
        Folders = await db.PictureFoldersAsync(Actor, cancellationToken);
        Uses = await db.UsesAsync(Actor, Found.Rows, cancellationToken);
        return Page();
    }

    public string PageUrl(int page) => QueryHelpers.AddQueryString("/studio/pictures", new Dictionary<string, string?>
    {
        ["q"] = Filter.Text,
        ["folder"] = Filter.Folder,
        ["kind"] = Filter.Kind is { } kind ? PictureWords.Code(kind) : null,
        ["sort"] = Filter.Sort == PictureSort.New ? null : PictureWords.Code(Filter.Sort),
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
