using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <param name="To">Areas that have to do it, in dictionary order.</param>
/// <param name="Exempt">Areas that it leaves out.</param>
/// <param name="Tasks">What is asked, and how it is counted.</param>
public sealed record DirectiveView(
    Guid Id,
    string Number,
    string Subject,
    string Url,
    DateOnly Date,
    DirectiveText Text,
    string Html,
    IReadOnlyList<Link> To,
    IReadOnlyList<Link> Exempt,
    IReadOnlyList<(string Text, string Rule)> Tasks);

public static class DirectiveReading
{
    public static async Task<DirectiveView?> DirectiveAsync(this PortalDb db, string slug, CancellationToken cancellationToken)
    {
        if (await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellationToken) is not { } directive)
        {
            return null;
        }

        var text = directive.Text;
        var places = await db.PlacesAsync(text.To, cancellationToken);
        return new(
            directive.Id,
            directive.Number,
            directive.Subject,
            Urls.Of(directive),
            directive.Date,
            text,
            MarkdownText.ToHtml(text.Body),
            Links(text.Addressed()),
            Links(text.Exempt),
            [.. text.Tasks.Select(t => (t.Text, t.InWords()))]);

        Link[] Links(IEnumerable<string> codes) =>
            [.. codes.Select(c => places.Chain(c).FirstOrDefault()).OfType<Area>()
                .OrderBy(a => a.SortKey, StringComparer.Ordinal)
                .Select(a => new Link(a.ShortName, Urls.Of(a)))];
    }
}
