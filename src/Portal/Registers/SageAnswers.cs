using System.Globalization;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers;

internal static class SageAnswers
{
    public static IReadOnlyDictionary<string, string> Of(SageRecord record, SageBeside beside, AnswerWords words)
    {
        var (profile, hidden) = (record.Profile, record.Private);
        return AnswerText.WithOwn(profile.Answers, hidden.Answers, new()
        {
            ["name"] = record.Name,
            ["nickname"] = profile.Nickname,
            ["sex"] = hidden.Sex?.Name() ?? "",
            ["birth-year"] = hidden.BirthYear is { } year ? $"พ.ศ. {(year + 543).ToString(CultureInfo.InvariantCulture)}" : "",
            ["kind"] = profile.Kind.Name(),
            ["area"] = record.Area.Length == 6 ? words.Area(record.Area) : "",
            ["village"] = AnswerText.Village(hidden.Moo, hidden.Village),
            ["house"] = hidden.House,
            ["position"] = AnswerText.Position(hidden.Latitude, hidden.Longitude),
            ["summary"] = profile.Summary,
            ["expertise"] = AnswerText.Lines(profile.Expertise.Select(e => Words(e, words))),
            ["languages"] = string.Join(" · ", profile.Languages.Select(l => l.Name())),
            ["experience"] = AnswerText.Lines(profile.Experience),
            ["awards"] = AnswerText.Lines(profile.Awards.Select(Words)),
            ["learnt-from"] = string.Join(" · ", profile.LearntFrom.Select(words.Term)),
            ["centres"] = string.Join(" · ", profile.Centres.Select(words.Term)),
            ["bases"] = string.Join(" · ", profile.Bases.Select(words.Term)),
            ["availability"] = Availability(profile.Availability),
            ["contact"] = string.Join(" · ", beside.Contacts.Select(c => $"{c.Channel.Name()} ({c.Visibility.Name()})")),
            ["photo"] = beside.HasPhoto ? "มี" : "",
            ["consent"] = beside.Consents.Contains(ConsentPurpose.Profile) ? "มี" : "",
            ["nominated-by"] = hidden.NominatedBy,
            ["source"] = hidden.Source,
            ["confirmed"] = beside.ConfirmedOn is { } day ? BuddhistDate.Short(day) : "",
            ["story"] = profile.Body,
        });
    }

    /// <summary>One line of a list.</summary>
    public static string Words(Expertise one, AnswerWords words) => string.Join(
        " — ",
        new[]
        {
            one.Topic.Length > 0 ? words.Term(one.Topic) : "",
            one.What,
            one.Years is { } years ? string.Create(CultureInfo.InvariantCulture, $"{years} ปี") : "",
            string.Join(" ", one.Can.Select(c => c.Name())),
        }.Where(part => part.Length > 0));

    public static string Words(Award award) =>
        $"{award.Name}{(award.Giver.Length > 0 ? $" · {award.Giver}" : "")}{(award.Year is { } year ? $" · {(year + 543).ToString(CultureInfo.InvariantCulture)}" : "")}";

    private static string Availability(Availability when) => string.Join(
        " · ",
        new[] { when.Days, when.Fee, when.Group is { } group ? string.Create(CultureInfo.InvariantCulture, $"ครั้งละไม่เกิน {group} คน") : "", when.Travel }.Where(part => part.Length > 0));
}
