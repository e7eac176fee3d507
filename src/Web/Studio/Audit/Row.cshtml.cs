using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>One row of the journal: what it changed, and whether it follows from the one before.</summary>
public sealed class RowModel(PortalDb db, CurrentMember current) : AuditPageModel(current)
{
    public Telling Told { get; private set; } = null!;

    public JournalLink Link { get; private set; } = null!;

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public bool HasNext { get; private set; }

    /// <summary>The text's version that the row names, where it can be read; <c>null</c> otherwise.</summary>
    public string? RevisionUrl => Link.Row.SubjectType == Subjects.Entry && Told.Url is { } url && Told.Row.Number("revision") is { } number ? $"{url}/revisions/{number}" : null;

    public async Task<IActionResult> OnGetAsync(long seq, CancellationToken cancellationToken)
    {
        if (await JournalAudit.LinkAsync(db, seq, cancellationToken) is not { } link)
        {
            return NotFound();
        }

        Link = link;
        Told = (await Telling.OfAsync(db, [new AuditRow(link.Row)], cancellationToken))[0];
        HasNext = (await db.JournalHeadAsync(cancellationToken)).Seq > seq;
        Changes = await Change.OfAsync(db, Told.Row, cancellationToken);
        return Page();
    }
}
