using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Two texts that were written at the same time: where they differ, side by side.</summary>
/// <param name="Who">Who saved first.</param>
public sealed record Conflict(string Who, Revision Theirs, IReadOnlyList<Difference> Differences)
{
    public static async Task<Conflict> BetweenAsync(PortalDb db, Revision theirs, EntryContent mine, CancellationToken cancellationToken)
    {
        var name = await db.Members.Where(m => m.Id == theirs.AuthorId).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);
        var left = EntryForm.From(theirs.Content, "", 0);
        var right = EntryForm.From(mine, "", 0);
        return new(
            EntryQueries.Name(theirs.AuthorId, name),
            theirs,
            [.. FieldNames.All
                .Select(f => new Difference(f.Field, f.Name, FieldNames.Text(left, f.Field), FieldNames.Text(right, f.Field)))
                .Where(d => d.Theirs != d.Mine)]);
    }
}

/// <param name="Name">The field as the form calls it.</param>
public sealed record Difference(string Field, string Name, string Theirs, string Mine);
