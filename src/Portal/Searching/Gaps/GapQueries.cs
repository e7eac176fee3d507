using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>Which questions are listed.</summary>
public enum GapList
{
    Nothing,
    Few,
    Most,
}

/// <param name="Month">First day of the month.</param>
/// <param name="District">District that was chosen; <see cref="GapQueries.NoDistrict"/> for none, empty for all.</param>
/// <param name="Page">1-based.</param>
public sealed record GapFilter(DateOnly Month, string District = "", GapList List = GapList.Nothing, int Page = 1);

/// <param name="Found">Results of the last time, those that only come near among them.</param>
/// <param name="Answers">Texts that hold every word.</param>
public sealed record GapRow(string Query, int Times, int Found, int Answers);

/// <param name="Searches">All counted searches under the filter, those too rare to be shown among them.</param>
public sealed record GapPage(IReadOnlyList<GapRow> Rows, int Total, int Searches);

/// <summary>What people look for and do not find, for those who decide what is written next.</summary>
public static class GapQueries
{
    public const int PageSize = 30;

    public const string NoDistrict = "none";

    /// <summary>As few answers leave a question half open.</summary>
    public const int FewAnswers = 2;

    // One person who presses a button twice is not the people.
    private const int ShownFromTimes = 3;
    private const int ShownFromDays = 2;

    /// <summary>Counts that an actor who reviews may see: those of the own districts, and those of searches without one.</summary>
    public static IQueryable<SearchCount> SearchCountsFor(this PortalDb db, Actor actor)
    {
        var areas = actor.AreasFor(Permission.SeeReports).Select(a => Area.District(a) ?? a).ToArray();
        return db.SearchCounts.AsNoTracking().Where(c => areas.Length > 0 && (c.District == "" || areas.Any(a => c.District.StartsWith(a))));
    }

    public static async Task<GapPage> GapsAsync(this PortalDb db, Actor actor, GapFilter filter, CancellationToken cancellationToken)
    {
        var counts = db.SearchCountsFor(actor).Where(c => c.Month == filter.Month);
        if (filter.District.Length > 0)
        {
            var district = filter.District == NoDistrict ? "" : filter.District;
            counts = counts.Where(c => c.District == district);
        }

        var searches = await counts.SumAsync(c => c.Times, cancellationToken);
        var questions = counts.Where(c => c.Query != "")
            .GroupBy(c => c.Query)
            .Select(g => new { Query = g.Key, Times = g.Sum(c => c.Times), Days = g.Max(c => c.Days), Found = g.Max(c => c.Found), Answers = g.Max(c => c.Answers) })
            .Where(q => q.Times >= ShownFromTimes || q.Days >= ShownFromDays);
        questions = filter.List switch
        {
            GapList.Nothing => questions.Where(q => q.Answers == 0),
            GapList.Few => questions.Where(q => q.Answers > 0 && q.Answers <= FewAnswers),
            _ => questions,
        };
        var total = await questions.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var rows = await questions
            .OrderByDescending(q => q.Times)
            .ThenBy(q => q.Query)
            .Skip((Math.Clamp(filter.Page, 1, pages) - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new([.. rows.Select(q => new GapRow(q.Query, q.Times, q.Found, q.Answers))], total, searches);
    }

    /// <summary>Questions with a word in them, those asked most first.</summary>
    /// <param name="key">Normalised and folded.</param>
    public static async Task<IReadOnlyList<string>> AskedWithAsync(
        this PortalDb db, Actor actor, string key, int most, CancellationToken cancellationToken) =>
        await db.SearchCountsFor(actor)
            .Where(c => c.Query.Contains(key))
            .GroupBy(c => c.Query)
            .Select(g => new { Query = g.Key, Times = g.Sum(c => c.Times) })
            .Where(q => q.Times >= ShownFromTimes)
            .OrderByDescending(q => q.Times)
            .ThenBy(q => q.Query)
            .Select(q => q.Query)
            .Take(most)
            .ToListAsync(cancellationToken);

    /// <summary>Months and districts that something was counted in, for the filters; newest month first.</summary>
    public static async Task<(IReadOnlyList<DateOnly> Months, IReadOnlyList<Area> Districts)> GapChoicesAsync(
        this PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var months = await db.SearchCountsFor(actor).Select(c => c.Month).Distinct().OrderByDescending(m => m).ToListAsync(cancellationToken);
        var codes = await db.SearchCountsFor(actor).Where(c => c.District != "").Select(c => c.District).Distinct().ToListAsync(cancellationToken);
        return (months, await db.Areas.AsNoTracking().Where(a => codes.Contains(a.Code)).OrderBy(a => a.SortKey).ThenBy(a => a.Code).ToListAsync(cancellationToken));
    }
}
