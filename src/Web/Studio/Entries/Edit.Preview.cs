using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What is typed as readers would see it: the whole page in a tab of its own, and the body beside the box.</summary>
public sealed partial class EditModel
{
    /// <summary>The text as readers would see it, when the whole page was asked for.</summary>
    public EntryView? Preview { get; private set; }

    /// <summary>The body as readers would see it, when it was asked for without script.</summary>
    public string? ShownBody { get; private set; }

    // For the script: the body alone, or why it cannot be shown.
    private async Task<IActionResult> LiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Partial("_BodyPreview", await db.BodyHtmlAsync(Actor, Id, Form.Body, cancellationToken));
        }
        catch (PortalException refusal)
        {
            return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = refusal.Message, ContentType = "text/plain; charset=utf-8" };
        }
    }

    private async Task ShowBodyAsync(bool wanted, CancellationToken cancellationToken)
    {
        try
        {
            ShownBody = wanted ? await db.BodyHtmlAsync(Actor, Id, Form.Body, cancellationToken) : null;
        }
        catch (PortalException refusal)
        {
            Wrong = [("Body", refusal.Message)];
        }
    }

    private async Task<EntryView> PreviewAsync(EntryContent content, CancellationToken cancellationToken)
    {
        var area = Actor.May(Permission.Write, Form.AreaCode) ? Form.AreaCode : "";
        var now = clock.GetUtcNow();
        var everywhere = new Actor(MemberId, [new Grant(Permission.Write, "")]);
        var entry = Entry.Draft(Type, null, area, content, everywhere, now);
        var revision = new Revision { EntryId = entry.Id, Number = Form.Base + 1, Content = content, AuthorId = MemberId, At = now };
        return await db.ShowAsync(entry, revision, cancellationToken, picturesOf: Id ?? entry.Id);
    }
}
