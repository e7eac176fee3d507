using System.Globalization;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Registers;

internal static class CentreAnswers
{
    public static IReadOnlyDictionary<string, string> Of(CentreRecord record, CentreBeside beside, AnswerWords words)
    {
        var (profile, hidden) = (record.Profile, record.Private);
        return AnswerText.WithOwn(profile.Answers, hidden.Answers, new()
        {
            ["name"] = record.Name,
            ["kind"] = profile.Kind.Name(),
            ["area"] = record.Area.Length == 6 ? words.Area(record.Area) : "",
            ["village"] = AnswerText.Village(hidden.Moo, profile.Village),
            ["house"] = hidden.House,
            ["position"] = AnswerText.Position(hidden.Latitude, hidden.Longitude),
            ["plot"] = string.Join(" · ", beside.Plots),
            ["host"] = profile.Host,
            ["summary"] = profile.Summary,
            ["open"] = profile.Open,
            ["capacity"] = profile.Capacity is { } people ? string.Create(CultureInfo.InvariantCulture, $"{people:N0} คน") : "",
            ["bases"] = AnswerText.Lines(profile.Bases.Select(b => b.Name.Length > 0 ? b.Name : words.Term(b.Base))),
            ["sages"] = beside.Sages > 0 ? string.Create(CultureInfo.InvariantCulture, $"{beside.Sages} คน") : "",
            ["curriculum"] = AnswerText.Lines(profile.Curriculum),
            ["facilities"] = AnswerText.Lines(profile.Facilities),
            ["contact"] = hidden.ContactName.Length + hidden.ContactPhone.Length > 0 ? "มี" : "",
            ["booking"] = profile.Booking,
            ["network"] = profile.Network,
            ["selection"] = beside.Selection is { } step ? string.Create(CultureInfo.InvariantCulture, $"{step.Stage.Name()} {step.Score} คะแนน") : "",
            ["photo"] = beside.HasPhoto ? "มี" : "",
            ["story"] = profile.Body,
        });
    }
}
