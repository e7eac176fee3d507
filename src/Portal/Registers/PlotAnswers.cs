using System.Globalization;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Registers;

internal static class PlotAnswers
{
    public static IReadOnlyDictionary<string, string> Of(PlotRecord record, AnswerWords words)
    {
        var (facts, profile) = record;
        return AnswerText.WithOwn(profile.Answers, new Dictionary<string, string>(), new()
        {
            ["name"] = facts.Name,
            ["kind"] = facts.Kind.Name(),
            ["round"] = $"ปีงบประมาณ {(facts.Round + 543).ToString(CultureInfo.InvariantCulture)}",
            ["area"] = facts.Area.Length == 6 ? words.Area(facts.Area) : "",
            ["size"] = facts.Size.InWords(),
            ["household"] = profile.Household,
            ["land-right"] = profile.LandRight,
            ["drawing"] = profile.Drawing,
            ["soils"] = string.Join(" · ", profile.Soils.Select(s => s.Name())),
            ["waters"] = string.Join(" · ", profile.Waters.Select(w => w.Name())),
            ["parts"] = profile.Khok + profile.Nong + profile.Na == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"โคก {profile.Khok}% · หนอง {profile.Nong}% · นา {profile.Na}%"),
            ["growing"] = profile.Growing,
            ["income"] = AnswerText.Money(profile.Income, profile.Saving),
            ["state"] = profile.History[^1].State.Name(),
            ["photo"] = "",
            ["notes"] = profile.Body,
        });
    }
}
