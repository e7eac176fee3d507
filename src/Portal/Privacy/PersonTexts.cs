using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Name = KhokNongNa.Portal.Searching.Gaps.PersonName;

namespace KhokNongNa.Portal.Privacy;

/// <summary>A text in which a person may be found.</summary>
/// <param name="PublicUrl">Where readers see it; empty when they do not.</param>
/// <param name="MayWrite">Whether the actor may write it.</param>
/// <param name="IsCredited">It names the person as who told it.</param>
/// <param name="IsMentioned">Its words hold a name that may be this person's.</param>
public sealed record PersonText(Guid Id, string Title, string PublicUrl, bool MayWrite, bool IsCredited, bool IsMentioned);

/// <summary>Reads through what live texts and the latest drafts say, for the names of one person.</summary>
public static class PersonTexts
{
    /// <summary>Texts that name a sage, by credit or in words: live ones of everywhere, drafts where the actor writes.</summary>
    public static async Task<IReadOnlyList<PersonText>> TextsOfAsync(this PortalDb db, Sage sage, Actor actor, CancellationToken cancellationToken)
    {
        var names = new[] { sage.Name, sage.Profile.GivenName, sage.Profile.FamilyName, sage.Profile.Nickname }.SelectMany(Name.In).DistinctBy(n => n.Text).ToList();
        var writable = (await db.EntriesFor(actor).Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        var rows = db.Entries.AsNoTracking()
            .Join(db.Revisions.AsNoTracking(), e => e.Id, r => r.EntryId, (e, r) => new { Entry = e, r.Number, r.Content })
            .Where(r => r.Number == r.Entry.LatestNumber || r.Number == r.Entry.LiveNumber)
            .Select(r => new { r.Entry.Id, r.Entry.Type, r.Entry.Title, r.Entry.Slug, IsLive = r.Entry.IsLive && !r.Entry.IsHidden && r.Entry.LiveLicence != Licence.Closed, r.Entry.SortKey, r.Content });
        var found = new Dictionary<Guid, (string SortKey, PersonText Text)>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!row.IsLive && !writable.Contains(row.Id))
            {
                continue;
            }

            var (isCredited, isMentioned) = (row.Content.Sages.Contains(sage.Key), Mentions(row.Content, names));
            if (isCredited || isMentioned)
            {
                var before = found.TryGetValue(row.Id, out var known) ? known.Text : null;
                found[row.Id] = (row.SortKey, new(
                    row.Id,
                    row.Title,
                    row.IsLive ? Urls.Entry(row.Type, row.Slug!) : "",
                    writable.Contains(row.Id),
                    isCredited || before?.IsCredited == true,
                    isMentioned || before?.IsMentioned == true));
            }
        }

        return [.. found.Values.OrderBy(f => f.SortKey, StringComparer.Ordinal).Select(f => f.Text)];
    }

    private static bool Mentions(EntryContent content, List<Name> names)
    {
        var text = ThaiText.Fold(ThaiText.Normalize(string.Join('\n', EntryTexts.Of(content).Select(t => t.Text))));
        var possible = names.FindAll(n => text.Contains(n.Text, StringComparison.Ordinal));
        if (possible.Count == 0)
        {
            return false;
        }

        // Cutting a whole text into words is dear, so only where a name may be.
        var bounds = ThaiWords.Segment(text).SelectMany(word => new[] { word.Start, word.End }).ToHashSet();
        return possible.Exists(n => n.IsIn(text, bounds));
    }
}
