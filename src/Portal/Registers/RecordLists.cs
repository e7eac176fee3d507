using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>A record in the list of a register.</summary>
/// <param name="Place">«ต.หนองโสน อ.นางรอง»</param>
public sealed record RecordRow(Guid Id, string Name, string? Number, string Place, CheckState State, bool IsAccepted, int Percent, int Missing, DateTimeOffset ChangedAt);

/// <param name="Text">Part of a name, or a register number.</param>
/// <param name="Missing">Code of a field: only records that lack it.</param>
/// <param name="Incomplete">Only records below 100 %.</param>
/// <param name="Page">1-based.</param>
public sealed record RecordFilter(string Text = "", string Area = "", CheckState? State = null, string Missing = "", bool Incomplete = false, int Page = 1);

/// <summary>How complete a register is in an area.</summary>
/// <param name="Percent">Mean of the records; 0 without any.</param>
/// <param name="Checked">Records that a second person found right, accepted ones among them.</param>
public sealed record RegisterSum(int Records, int Percent, int Complete, int Checked, int Accepted)
{
    /// <summary>Share of the records in a hundred, rounded down.</summary>
    public int ShareOf(int some) => Records == 0 ? 0 : some * 100 / Records;
}

public static class RecordLists
{
    public const int PageSize = 50;

    /// <summary>A page of what the actor sees of a register, in dictionary order.</summary>
    public static async Task<(IReadOnlyList<RecordRow> Rows, int Total)> FindRecordsAsync<T>(
        this PortalDb db, Actor actor, RecordFilter filter, CancellationToken cancellationToken)
        where T : Registered
    {
        var records = db.RecordsFor<T>(actor).AsNoTracking();
        var key = ThaiName.Key(filter.Text);
        if (filter.Text.Trim().Length > 0)
        {
            var number = ThaiDigits.ToArabic(filter.Text).Trim().ToUpperInvariant();
            records = records.Where(r => r.Number == number || db.SageAliases.Any(a => a.Number == number && a.SageId == r.Id) || (key.Length > 0 && r.NameKey.Contains(key)));
        }

        if (filter.Area.Length > 0)
        {
            records = records.Where(r => r.AreaCode.StartsWith(filter.Area));
        }

        if (filter.State is { } state)
        {
            records = records.Where(r => r.State == state);
        }

        if (filter.Missing.Length > 0)
        {
            records = records.Where(r => r.Missing.Contains(filter.Missing));
        }

        if (filter.Incomplete)
        {
            records = records.Where(r => r.Percent < 100);
        }

        var total = await records.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = await records.OrderBy(r => r.SortKey).ThenBy(r => r.Id)
            .Skip((Math.Clamp(filter.Page, 1, pages) - 1) * PageSize)
            .Take(PageSize)
            .Select(r => new { r.Id, r.Name, r.Number, r.AreaCode, r.State, r.IsAccepted, r.Percent, r.Missing, r.ChangedAt })
            .ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(page.Select(r => r.AreaCode), cancellationToken);
        return ([.. page.Select(r => new RecordRow(r.Id, r.Name, r.Number, places.Name(r.AreaCode), r.State, r.IsAccepted, r.Percent, r.Missing.Count, r.ChangedAt))], total);
    }

    /// <summary>Sums of what the actor sees of a register in an area, district by district.</summary>
    public static async Task<IReadOnlyList<(string District, RegisterSum Sum)>> SumsAsync<T>(this PortalDb db, Actor actor, string area, CancellationToken cancellationToken)
        where T : Registered
    {
        var rows = await db.RecordsFor<T>(actor).Where(r => r.AreaCode.StartsWith(area) && r.AreaCode.Length >= 4)
            .GroupBy(r => r.AreaCode.Substring(0, 4))
            .Select(g => new
            {
                District = g.Key,
                Records = g.Count(),
                Percent = g.Sum(r => r.Percent),
                Complete = g.Count(r => r.Percent == 100),
                Checked = g.Count(r => r.State == CheckState.Checked || r.State == CheckState.Accepted),
                Accepted = g.Count(r => r.State == CheckState.Accepted),
            })
            .OrderBy(g => g.District)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.District, new RegisterSum(r.Records, r.Percent / r.Records, r.Complete, r.Checked, r.Accepted)))];
    }

    /// <summary>Who wrote the record when, newest first, with the codes of the fields that changed.</summary>
    public static async Task<IReadOnlyList<RecordRevision>> RevisionsAsync(this PortalDb db, Guid subject, CancellationToken cancellationToken) =>
        await db.RecordRevisions.AsNoTracking().Where(r => r.SubjectId == subject).OrderByDescending(r => r.Number).Take(50).ToListAsync(cancellationToken);
}
