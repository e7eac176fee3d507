using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>The state of a search as addresses: every filter is a link, so that searching works without script.</summary>
internal sealed class SearchLinks(string text, string[] types, string[] topics, string[] districts)
{
    public const int PageSize = 10;

    /// <summary>Values of one filter that are looked at.</summary>
    private const int MaxChosen = 10;

    private const int MaxChoices = 12;

    private static readonly (string Type, string Name)[] TypeNames =
    [
        ("lesson", "บทเรียน"),
        ("article", "บทความ"),
        ("sage", "ปราชญ์"),
        ("centre", "ศูนย์เรียนรู้"),
        ("topic", "หัวข้อ"),
        ("base", "ฐานการเรียนรู้"),
        ("directive", "หนังสือสั่งการ"),
        ("page", "หน้าเว็บ"),
    ];

    private readonly string[] _types = Known(types);

    private readonly string[] _topics = Known(topics);

    private readonly string[] _districts = Known(districts);

    public bool IsEmpty => text.Length == 0 && _types.Length + _topics.Length + _districts.Length == 0;

    public static string TypeName(string type) => TypeNames.FirstOrDefault(t => t.Type == type).Name ?? type;

    public SearchRequest Request(int page) => new()
    {
        Text = text,
        Types = _types,
        Topics = _topics,
        Districts = _districts,
        Page = page,
        Size = PageSize,
    };

    public string PageUrl(int page) => Url(_types, _topics, _districts, page);

    public async Task<IReadOnlyList<FacetGroup>> FacetsAsync(
        PortalDb db, SearchResults results, IReadOnlyList<TopicCard> tree, CancellationToken cancellationToken)
    {
        var topicNames = tree.Concat(tree.SelectMany(t => t.Children)).ToDictionary(t => t.Key, t => t.Title);
        var places = await db.PlacesAsync(results.Districts.Select(d => d.Value).Concat(_districts), cancellationToken);
        return
        [
            Group("ชนิด", results.Types, _types, TypeName, chosen => Url(chosen, _topics, _districts)),
            Group("หัวข้อ", results.Topics, _topics, key => topicNames.GetValueOrDefault(key, ""), chosen => Url(_types, chosen, _districts)),
            Group("อำเภอ", results.Districts, _districts, code => places.Chain(code).FirstOrDefault()?.ShortName ?? "", chosen => Url(_types, _topics, chosen)),
        ];
    }

    private static FacetGroup Group(
        string title, IReadOnlyList<FacetCount> counts, string[] chosen, Func<string, string> name, Func<string[], string> url)
    {
        // A chosen value stays in sight when nothing has it any more: it must be possible to take it back.
        var values = counts.Concat(chosen.Except(counts.Select(c => c.Value)).Select(c => new FacetCount(c, 0)));
        return new(
            title,
            chosen.Length > 0 ? url([]) : null,
            [.. values
                .Select(v => (v.Value, Name: name(v.Value), v.Count, IsChosen: chosen.Contains(v.Value)))
                .Where(v => v.Name.Length > 0)
                .OrderByDescending(v => v.IsChosen)
                .ThenByDescending(v => v.Count)
                .ThenBy(v => v.Name, Thai.ThaiSort.Comparer)
                .Take(MaxChoices)
                .Select(v => new FacetChoice(v.Name, v.Count, v.IsChosen, url(v.IsChosen ? [.. chosen.Where(c => c != v.Value)] : [v.Value])))]);
    }

    private string Url(string[] types, string[] topics, string[] districts, int page = 1)
    {
        List<KeyValuePair<string, string?>> query = [];
        query.AddRange(text.Length > 0 ? [new("q", text)] : []);
        query.AddRange(types.Select(t => new KeyValuePair<string, string?>("type", t)));
        query.AddRange(topics.Select(t => new KeyValuePair<string, string?>("topic", t)));
        query.AddRange(districts.Select(d => new KeyValuePair<string, string?>("district", d)));
        query.AddRange(page > 1 ? [new("page", page.ToString(CultureInfo.InvariantCulture))] : []);
        return QueryHelpers.AddQueryString("/search", query);
    }

    private static string[] Known(string[] values) => [.. values.Where(v => v is { Length: > 0 and <= 100 }).Distinct().Take(MaxChosen)];
}
