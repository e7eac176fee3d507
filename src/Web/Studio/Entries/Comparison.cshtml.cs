using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What was changed between any two revisions, field by field.</summary>
public sealed class ComparisonModel(PortalDb db, CurrentMember current) : StudioPage(current)
{
    private const int MostChoices = 200;

    public Entry Entry { get; private set; } = null!;

    public int From { get; private set; }

    public int To { get; private set; }

    public IReadOnlyList<(int Number, string Words)> Choices { get; private set; } = [];

    /// <summary>Fields that differ.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<Piece> Pieces)> Fields { get; private set; } = [];

    /// <param name="from">Without it, the one that readers see, or the one before.</param>
    /// <param name="to">Without it, the latest.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? from, string? to, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        await LoadChoicesAsync(cancellationToken);
        To = Parse(to) ?? entry.LatestNumber;
        From = Parse(from) ?? (entry.IsLive && entry.LiveNumber != To ? entry.LiveNumber!.Value : Choices.Select(c => c.Number).FirstOrDefault(n => n < To, To));
        if (await db.RevisionAsync(id, From, cancellationToken) is not { Content: var before } || await db.RevisionAsync(id, To, cancellationToken) is not { Content: var after })
        {
            return NotFound();
        }

        var texts = await FieldTexts.LoadAsync(db, [before, after], cancellationToken);
        Fields = [.. texts.Of(entry.Type, before).Zip(texts.Of(entry.Type, after))
            .Where(f => f.First.Text != f.Second.Text)
            .Select(f => (f.First.Name, TextDifference.Between(f.First.Text, f.Second.Text)))];
        return Page();
    }

    private async Task LoadChoicesAsync(CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions
            .Where(r => r.EntryId == Entry.Id)
            .OrderByDescending(r => r.Number)
            .Take(MostChoices)
            .Select(r => new { r.Number, r.At, r.AuthorId })
            .ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync([.. revisions.Select(r => r.AuthorId).Distinct()], cancellationToken);
        Choices = [.. revisions.Select(r => (r.Number, $"{r.Number} · {EntryQueries.Name(r.AuthorId, names.GetValueOrDefault(r.AuthorId))} {Dates.Moment(r.At)}"))];
    }

    private static int? Parse(string? number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
}
