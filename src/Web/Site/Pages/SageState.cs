using System.Globalization;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Searching;
using Microsoft.AspNetCore.WebUtilities;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>The directory of sages as its address holds it: every choice and page is a link. What the portal does not know is passed over.</summary>
/// <param name="Near">The chosen place.</param>
internal sealed record SageState(SageFilter Filter, Neighbourhood? Near)
{
    public const string Path = "/sages";

    /// <summary>Names of the choices in the address, beside <c>near</c> and <c>page</c>.</summary>
    public const string Topic = "topic", Area = "area", Can = "can", Language = "language";

    public static SageState Parse(IQueryCollection query, FacetWords words, IReadOnlyDictionary<string, string> areas, Neighbourhood? near) => new(
        new(
            (string?)query[Topic] is { } topic && words.Topic(topic) is not null ? topic : "",
            (string?)query[Area] is { } area && areas.ContainsKey(area) ? area : "",
            Value<Ability>(query[Can]),
            Value<Language>(query[Language])),
        near);

    public SageState With(SageFilter filter) => this with { Filter = filter };

    public string Url(int page = 1)
    {
        List<KeyValuePair<string, string?>> query = [];
        query.AddRange(Filter.Topic.Length > 0 ? [new(Topic, Filter.Topic)] : []);
        query.AddRange(Filter.Area.Length > 0 ? [new(Area, Filter.Area)] : []);
        query.AddRange(Filter.Can is { } can ? [new(Can, can.Code())] : []);
        query.AddRange(Filter.Language is { } language ? [new(Language, language.Code())] : []);
        query.AddRange(Near is { } near ? [new("near", near.Code)] : []);
        query.AddRange(page > 1 ? [new("page", page.ToString(CultureInfo.InvariantCulture))] : []);
        return QueryHelpers.AddQueryString(Path, query);
    }

    private static T? Value<T>(string? code)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.Code() == code).Select(v => (T?)v).FirstOrDefault();
}
