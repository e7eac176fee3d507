using System.Globalization;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers;

internal static class ActivityAnswers
{
    public static IReadOnlyDictionary<string, string> Of(ActivityRecord record, AnswerWords words)
    {
        var profile = record.Profile;
        return AnswerText.WithOwn(profile.Answers, new Dictionary<string, string>(), new()
        {
            ["name"] = record.Name,
            ["kick-off"] = profile.IsKickOff ? "ใช่ เป็นจุดเริ่มของอำเภอ" : "ไม่ใช่",
            ["area"] = record.Area.Length == 6 ? words.Area(record.Area) : "",
            ["on"] = profile.On is { } day ? BuddhistDate.Long(day) : "",
            ["hours"] = profile.Hours,
            ["plot"] = profile.Plot.Length > 0 ? words.Term(profile.Plot) : "",
            ["sages"] = string.Join(" · ", profile.Sages.Select(words.Term)),
            ["purpose"] = profile.Purpose,
            ["tasks"] = string.Join('\n', profile.Tasks),
            ["people"] = profile.People is { } people ? string.Create(CultureInfo.InvariantCulture, $"{people:N0} คน") : "",
            ["materials"] = string.Join('\n', profile.Materials),
            ["partners"] = string.Join('\n', profile.Partners),
            ["budget"] = profile.Budget is { } budget ? string.Create(CultureInfo.InvariantCulture, $"{budget:N0} บาท") : "",
            ["safety"] = profile.Safety,
        });
    }
}
