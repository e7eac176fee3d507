using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>Two wordings of one person held beside each other and made one. Pure: it knows no database.</summary>
public static class MergeFields
{
    private delegate SageRecord Take(SageRecord kept, SageRecord other);

    // Everything but the form's own fields, in no order: the page has the form's.
    private static readonly Dictionary<string, Take> Single = new()
    {
        ["name"] = (k, o) => k with
        {
            Name = o.Name,
            Profile = k.Profile with { Prefix = o.Profile.Prefix, GivenName = o.Profile.GivenName, FamilyName = o.Profile.FamilyName },
        },
        ["nickname"] = (k, o) => k with { Profile = k.Profile with { Nickname = o.Profile.Nickname } },
        ["kind"] = (k, o) => k with { Profile = k.Profile with { Kind = o.Profile.Kind } },
        ["area"] = (k, o) => k with { Area = o.Area },
        ["summary"] = (k, o) => k with { Profile = k.Profile with { Summary = o.Profile.Summary } },
        ["availability"] = (k, o) => k with { Profile = k.Profile with { Availability = o.Profile.Availability } },
        ["story"] = (k, o) => k with { Profile = k.Profile with { Body = o.Profile.Body } },
        ["sex"] = (k, o) => k with { Private = k.Private with { Sex = o.Private.Sex } },
        ["birth-year"] = (k, o) => k with { Private = k.Private with { BirthYear = o.Private.BirthYear } },
        ["village"] = (k, o) => k with { Private = k.Private with { Moo = o.Private.Moo, Village = o.Private.Village } },
        ["house"] = (k, o) => k with { Private = k.Private with { House = o.Private.House } },
        ["position"] = (k, o) => k with { Private = k.Private with { Latitude = o.Private.Latitude, Longitude = o.Private.Longitude } },
        ["nominated-by"] = (k, o) => k with { Private = k.Private with { NominatedBy = o.Private.NominatedBy } },
        ["source"] = (k, o) => k with { Private = k.Private with { Source = o.Private.Source } },
    };

    private static readonly Dictionary<string, IListField> Lists = new()
    {
        ["expertise"] = new ListField<Expertise>(p => p.Expertise, (p, l) => p with { Expertise = l }, SageAnswers.Words),
        ["languages"] = new ListField<Language>(p => p.Languages, (p, l) => p with { Languages = l }, (l, _) => l.Name()),
        ["experience"] = new ListField<string>(p => p.Experience, (p, l) => p with { Experience = l }, (l, _) => l),
        ["awards"] = new ListField<Award>(p => p.Awards, (p, l) => p with { Awards = l }, (a, _) => SageAnswers.Words(a)),
        ["learnt-from"] = new ListField<string>(p => p.LearntFrom, (p, l) => p with { LearntFrom = l }, (k, words) => words.Term(k)),
        ["centres"] = new ListField<string>(p => p.Centres, (p, l) => p with { Centres = l }, (k, words) => words.Term(k)),
        ["bases"] = new ListField<string>(p => p.Bases, (p, l) => p with { Bases = l }, (k, words) => words.Term(k)),
    };

    // Where more words say more.
    private static readonly string[] Prose = ["summary", "story", "availability", "village"];

    private interface IListField
    {
        MergeList Show(string code, SageProfile kept, SageProfile other, AnswerWords words);

        SageProfile Join(SageProfile into, SageProfile kept, SageProfile other, Func<int, bool> stays);
    }

    /// <summary>Fields whose values differ or are on one side only, and lists that have anything, by code.</summary>
    /// <param name="otherIsNewer">Whether the other was written later: of two values that are both said its is proposed.</param>
    public static (IReadOnlyDictionary<string, MergeField> Fields, IReadOnlyDictionary<string, MergeList> Lists) Compare(
        SageRecord kept, SageRecord other, bool otherIsNewer, AnswerWords words)
    {
        var (mine, theirs) = (Values(kept, words), Values(other, words));
        return (
            mine.Keys.Union(theirs.Keys)
                .Where(code => !Lists.ContainsKey(code))
                .Select(code => Field(code, mine.GetValueOrDefault(code, ""), theirs.GetValueOrDefault(code, "")))
                .ToDictionary(f => f.Code),
            Lists.Select(l => l.Value.Show(l.Key, kept.Profile, other.Profile, words)).Where(l => l.Items.Count > 0).ToDictionary(l => l.Code));

        MergeField Field(string code, string here, string there) => new(
            code,
            here,
            there,
            here != there && there.Length > 0 && (here.Length == 0 || (Prose.Contains(code) ? there.Length > here.Length : otherIsNewer)));
    }

    /// <summary>The wording that stays.</summary>
    public static SageRecord Merge(SageRecord kept, SageRecord other, MergeChoice choice)
    {
        var merged = choice.FromOther.Aggregate(kept, (record, code) => Single.TryGetValue(code, out var take) ? take(record, other) : Own(record, other, code));
        // What only the other answers stays without asking: a form may not ask for it any more.
        merged = merged with
        {
            Profile = merged.Profile with { Answers = Fill(merged.Profile.Answers, other.Profile.Answers) },
            Private = merged.Private with { Answers = Fill(merged.Private.Answers, other.Private.Answers) },
        };
        var profile = Lists.Aggregate(
            merged.Profile, (into, list) => list.Value.Join(into, kept.Profile, other.Profile, item => !choice.Dropped.Contains((list.Key, item))));
        return merged with { Profile = profile with { Deceased = kept.Profile.Deceased || other.Profile.Deceased } };
    }

    private static Dictionary<string, string> Values(SageRecord record, AnswerWords words) =>
        SageAnswers.Of(record, new([], [], HasPhoto: false, null), words).Where(a => Single.ContainsKey(a.Key) || IsOwn(record, a.Key)).ToDictionary(a => a.Key, a => a.Value);

    private static bool IsOwn(SageRecord record, string code) => record.Profile.Answers.ContainsKey(code) || record.Private.Answers.ContainsKey(code);

    private static SageRecord Own(SageRecord record, SageRecord other, string code) => record with
    {
        Profile = record.Profile with { Answers = With(record.Profile.Answers, other.Profile.Answers, code) },
        Private = record.Private with { Answers = With(record.Private.Answers, other.Private.Answers, code) },
    };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> others, string code)
    {
        var changed = answers.ToDictionary(a => a.Key, a => a.Value);
        if (others.TryGetValue(code, out var answer))
        {
            changed[code] = answer;
        }

        return changed;
    }

    private static Dictionary<string, string> Fill(IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> others) =>
        answers.Concat(others.Where(o => !answers.ContainsKey(o.Key))).ToDictionary(a => a.Key, a => a.Value);

    private sealed class ListField<T>(
        Func<SageProfile, IReadOnlyList<T>> get, Func<SageProfile, IReadOnlyList<T>, SageProfile> set, Func<T, AnswerWords, string> say) : IListField
    {
        public MergeList Show(string code, SageProfile kept, SageProfile other, AnswerWords words)
        {
            var (mine, theirs) = (Keys(kept), Keys(other));
            return new(code, [.. Joined(kept, other).Select(i => (say(i, words), mine.Contains(JsonColumn.Write(i)), theirs.Contains(JsonColumn.Write(i))))]);
        }

        public SageProfile Join(SageProfile into, SageProfile kept, SageProfile other, Func<int, bool> stays) =>
            set(into, [.. Joined(kept, other).Where((_, at) => stays(at))]);

        // Two that say the same are one, whoever said it.
        private IEnumerable<T> Joined(SageProfile kept, SageProfile other) => get(kept).Concat(get(other)).DistinctBy(JsonColumn.Write);

        private HashSet<string> Keys(SageProfile profile) => [.. get(profile).Select(JsonColumn.Write)];
    }
}
