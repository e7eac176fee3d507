using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Searching;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>A facet as it stands in the address and on the page.</summary>
/// <param name="Name">In the index and in the address.</param>
/// <param name="Values">Its values with their words in the order in which people say them; <c>null</c> when they lie in the database.</param>
internal sealed record SearchFacet(string Name, string Title, IReadOnlyList<(string Value, string Word)>? Values = null)
{
    public static IReadOnlyList<SearchFacet> All { get; } =
    [
        new(Facets.Type, "ชนิด",
        [
            ("lesson", "บทเรียน"),
            ("article", "บทความ"),
            ("sage", "ปราชญ์"),
            ("centre", "ศูนย์เรียนรู้"),
            ("topic", "หัวข้อ"),
            ("base", "ฐานการเรียนรู้"),
            ("directive", "หนังสือสั่งการ"),
            ("page", "หน้าเว็บ"),
        ]),
        new(Facets.Topic, "หัวข้อ"),
        new(Facets.District, "อำเภอ"),
        new(Facets.Base, "ฐานการเรียนรู้"),
        new(Facets.Difficulty, "ความยาก", Words<Difficulty>(d => d.Name())),
        new(Facets.Cost, "ค่าใช้จ่าย", [.. CostBand.All.Select(b => (b.Code, b.Name))]),
        new(Facets.Season, "ฤดู", Words<Season>(s => s.Name())),
        new(Facets.Soil, "ดิน", Words<Soil>(s => s.Name())),
        new(Facets.Part, "ทำตรงไหน", Words<PlotPart>(p => p.Name())),
        new(Facets.Media, "ภาพ", [(Facets.Pictures, "มีภาพประกอบ")]),
    ];

    public static string TypeName(string type) => All[0].Word(type) ?? type;

    /// <summary>The word for a value of a closed list.</summary>
    public string? Word(string value) => Values?.FirstOrDefault(v => v.Value == value).Word;

    private static IReadOnlyList<(string Value, string Word)> Words<T>(Func<T, string> name)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => (v.Code(), name(v)))];
}
