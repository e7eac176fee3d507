using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;

namespace KhokNongNa.Web.Site.Pages;

/// <summary>The ways on from a list of sages, each with the number of those whom it leads to.</summary>
/// <param name="areas">Names of all areas by code.</param>
internal sealed class SageLinks(SageState state, FacetWords words, IReadOnlyDictionary<string, string> areas)
{
    private SageFilter Filter => state.Filter;

    public IReadOnlyList<ChosenFilter> Chosen =>
    [
        .. Filter.Topic.Length > 0 ? [new ChosenFilter("หัวข้อ", words.Topic(Filter.Topic)!, Go(Filter with { Topic = "" }))] : Array.Empty<ChosenFilter>(),
        .. Filter.Area.Length > 0 ? [new ChosenFilter("พื้นที่", areas[Filter.Area], Go(Filter with { Area = "" }))] : Array.Empty<ChosenFilter>(),
        .. Filter.Can is { } can ? [new ChosenFilter("ช่วยอะไรได้", can.Name(), Go(Filter with { Can = null }))] : Array.Empty<ChosenFilter>(),
        .. Filter.Language is { } language ? [new ChosenFilter("ภาษา", language.Name(), Go(Filter with { Language = null }))] : Array.Empty<ChosenFilter>(),
    ];

    public IReadOnlyList<FacetGroup> Groups(Dictionary<string, int> topics, SagePlaces places, SageSkills skills)
    {
        var area = Area(places);
        return
        [
            .. new FacetGroup[]
            {
                new("หัวข้อ", Filter.Topic.Length > 0 ? Go(Filter with { Topic = "" }) : null, Topics(topics)),
                new(area.Title, Filter.Area.Length > 0 ? Go(Filter with { Area = "" }) : null, area.Choices),
                new("ช่วยอะไรได้", Filter.Can is null ? null : Go(Filter with { Can = null }), Words(skills.Can, Filter.Can, a => a.Name(), a => Filter with { Can = a })),
                new("ภาษา", Filter.Language is null ? null : Go(Filter with { Language = null }), Words(skills.Languages, Filter.Language, l => l.Name(), l => Filter with { Language = l })),
            }.Where(g => g.Choices.Count > 0),
        ];
    }

    private List<FacetChoice> Topics(Dictionary<string, int> counts)
    {
        return
        [
            .. from topic in words.Topics
               where counts.ContainsKey(topic.Key) || IsOpen(topic)
               select Choice(topic) with { Below = IsOpen(topic) ? [.. topic.Children.Where(c => counts.ContainsKey(c.Key)).Select(Choice)] : [] },
        ];

        bool IsOpen(TopicCard topic) => topic.Key == Filter.Topic || topic.Children.Any(c => c.Key == Filter.Topic);

        FacetChoice Choice(TopicCard topic)
        {
            var isChosen = topic.Key == Filter.Topic;
            return new(topic.Title, counts.GetValueOrDefault(topic.Key), isChosen, Go(Filter with { Topic = isChosen ? "" : topic.Key }));
        }
    }

    // Districts of the province that is chosen, or is near, or is the only one; else provinces.
    private (string Title, IReadOnlyList<FacetChoice> Choices) Area(SagePlaces places)
    {
        var provinces = places.Codes.Select(c => c[..2]).Where(areas.ContainsKey).Distinct().ToList();
        var province = Filter.Area.Length > 0 ? Filter.Area[..2] : state.Near?.Code[..2] ?? (provinces.Count == 1 ? provinces[0] : null);
        var codes = province is null ? provinces : [.. places.Codes.Select(c => c[..4]).Where(c => c[..2] == province && areas.ContainsKey(c)).Distinct()];
        return (
            province is null ? "จังหวัด" : $"อำเภอ ใน{areas[province]}",
            [.. codes.OrderBy(c => areas[c], Thai.ThaiSort.Comparer).Select(c =>
            {
                var isChosen = Filter.Area.StartsWith(c, StringComparison.Ordinal);
                return new FacetChoice(areas[c], places.In(c), isChosen, Go(Filter with { Area = isChosen ? "" : c }));
            })]);
    }

    private IReadOnlyList<FacetChoice> Words<T>(IReadOnlyDictionary<T, int> counts, T? chosen, Func<T, string> name, Func<T?, SageFilter> choose)
        where T : struct, Enum =>
    [
        .. from value in Enum.GetValues<T>()
           let isChosen = chosen is { } one && one.Equals(value)
           where counts[value] > 0 || isChosen
           select new FacetChoice(name(value), counts[value], isChosen, Go(choose(isChosen ? null : value))),
    ];

    private string Go(SageFilter filter) => state.With(filter).Url();
}
