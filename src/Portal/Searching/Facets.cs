using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Search;

namespace KhokNongNa.Portal.Searching;

/// <summary>What results are filtered by: the names of the facets, and the values that a thing has.</summary>
public static class Facets
{
    public const string Type = SearchDocument.TypeFacet;
    public const string Topic = "topic";
    public const string District = "district";
    public const string Base = "base";
    public const string Difficulty = "difficulty";
    public const string Cost = "cost";
    public const string Season = "season";
    public const string Soil = "soil";
    public const string Part = "part";
    public const string Media = "media";

    /// <summary>The only value of <see cref="Media"/> yet: pictures among the steps.</summary>
    public const string Pictures = "pictures";

    public static IEnumerable<FacetValue> Of(string facet, IEnumerable<string> values) => values.Distinct().Select(v => new FacetValue(facet, v));

    internal static IReadOnlyList<FacetValue> Of(string areaCode) =>
        Area.District(areaCode) is { } district ? [new(District, district)] : [];

    /// <summary>Topics with what they lie in.</summary>
    internal static IReadOnlyList<FacetValue> Of(IEnumerable<Topic> topics) =>
        [.. Of(Topic, topics.SelectMany(t => new[] { t.Key, t.ParentKey }).OfType<string>())];

    internal static IReadOnlyList<FacetValue> Of(LessonFields? lesson) => lesson is null ? [] :
    [
        .. Of(Difficulty, lesson.Difficulty is { } difficulty ? [difficulty.Code()] : []),
        .. Of(Cost, lesson.CostBaht is { } cost ? CostBand.Of(cost).Select(b => b.Code) : []),
        .. Of(Season, lesson.Seasons.Select(s => s.Code())),
        // What goes with any soil is among what goes with sand.
        .. Of(Soil, (lesson.Soils.Contains(Knowledge.Soil.Any) ? Enum.GetValues<Soil>() : lesson.Soils).Where(s => s != Knowledge.Soil.Any).Select(s => s.Code())),
        .. Of(Part, lesson.Parts.Select(p => p.Code())),
        .. Of(Media, lesson.Steps.Any(s => s.Image.Length > 0) ? [Pictures] : []),
    ];

    /// <summary>A value as it stands in an address.</summary>
    public static string Code<T>(this T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();
}

/// <summary>How much money something takes, as people sort it.</summary>
/// <param name="From">The least that belongs here, in baht.</param>
/// <param name="To">The most.</param>
public sealed record CostBand(string Code, string Name, decimal From, decimal To)
{
    public static IReadOnlyList<CostBand> All { get; } =
    [
        new("free", "ไม่เสียเงิน", 0, 0),
        new("500", "ไม่เกิน 500 บาท", 0, 500),
        new("2000", "501–2,000 บาท", 500.01m, 2_000),
        new("more", "มากกว่า 2,000 บาท", 2_000.01m, decimal.MaxValue),
    ];

    /// <summary>What costs nothing is also among what costs little.</summary>
    public static IEnumerable<CostBand> Of(decimal baht) => All.Where(band => baht >= band.From && baht <= band.To);
}
