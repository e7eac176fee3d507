using System.Globalization;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Search;

namespace KhokNongNa.Portal.Searching;

/// <summary>What is shown beside a result without asking the database: time and money of a lesson.</summary>
public static class Facts
{
    private const string WorkMinutes = "minutes";
    private const string CostBaht = "cost";

    internal static IReadOnlyDictionary<string, string> Of(LessonFields? lesson)
    {
        var facts = new Dictionary<string, string>();
        if (lesson?.WorkMinutes is { } minutes)
        {
            facts[WorkMinutes] = minutes.ToString(CultureInfo.InvariantCulture);
        }

        if (lesson?.CostBaht is { } cost)
        {
            facts[CostBaht] = cost.ToString(CultureInfo.InvariantCulture);
        }

        return facts;
    }

    public static int? Minutes(this SearchHit hit) =>
        hit.Facts.TryGetValue(WorkMinutes, out var fact) ? int.Parse(fact, CultureInfo.InvariantCulture) : null;

    public static decimal? Baht(this SearchHit hit) =>
        hit.Facts.TryGetValue(CostBaht, out var fact) ? decimal.Parse(fact, CultureInfo.InvariantCulture) : null;
}
