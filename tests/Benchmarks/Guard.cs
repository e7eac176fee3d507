using System.Globalization;
using KhokNongNa.Benchmarks.Judged;

namespace KhokNongNa.Benchmarks;

/// <summary>Fails when search answers worse than it did: .003 of nDCG@10 below the figures reached.</summary>
internal static class Guard
{
    private const double Slack = .003;

    public static bool Run(string content, string? given, TextWriter output)
    {
        var sets = DevelopmentSet.From(content).Concat(VillageSet.Over(content));
        if (given is not null && Directory.Exists(given))
        {
            sets = sets.Concat(JudgedSet.In(given));
        }
        else
        {
            output.WriteLine("skipped: the given judged set is not beside the repository");
        }

        var passed = true;
        foreach (var ((set, list), figure) in Relevance.Gains(sets))
        {
            if (Reached.TryGetValue($"{set}/{list}", out var reached))
            {
                var isGood = figure >= reached - Slack;
                passed &= isGood;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isGood ? "ok  " : "LOW ")} {set}/{list}: {figure:F4}, reached {reached:F4}"));
            }
        }

        return passed;
    }

    private static readonly Dictionary<string, double> Reached = new(StringComparer.Ordinal)
    {
        ["content-tune/1 question"] = .9243,
        ["content-tune/2 keyword"] = .9964,
        ["content-tune/3 q+typo"] = .9101,
        ["content-tune/4 kw+typo"] = .9637,
        ["content-tune/5 broken"] = .9243,
        ["content-check/1 question"] = .9400,
        ["content-check/2 keyword"] = .9958,
        ["content-check/3 q+typo"] = .9212,
        ["content-check/4 kw+typo"] = .9662,
        ["content-check/5 broken"] = .9400,
        ["village-seen/nothing"] = .5000,
        ["village-seen/q_isan"] = .8685,
        ["village-seen/q_kw"] = .9364,
        ["village-seen/q_mixed"] = .8739,
        ["village-seen/q_symptom"] = .9652,
        ["village-seen/q_typo"] = .9142,
        ["village-seen/queries"] = .9078,
        ["village-check/nothing"] = .1000,
        ["village-check/q_isan"] = .8076,
        ["village-check/q_kw"] = .9055,
        ["village-check/q_mixed"] = .9000,
        ["village-check/q_symptom"] = .9106,
        ["village-check/q_typo"] = .9867,
        ["village-check/queries"] = .9477,
        ["xquad/q_enc"] = .9811,
        ["xquad/q_kw"] = .9983,
        ["xquad/q_kwtypo"] = .9721,
        ["xquad/q_typo"] = .9789,
        ["xquad/q_typo3"] = .9667,
        ["xquad/queries"] = .9811,
    };
}
