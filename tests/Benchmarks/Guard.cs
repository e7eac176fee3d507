using System.Globalization;
using KhokNongNa.Benchmarks.Judged;

namespace KhokNongNa.Benchmarks;

/// <summary>Fails when search answers worse than it did: .003 of nDCG@10 below the figures reached.</summary>
internal static class Guard
{
    private const double Slack = .003;

    public static bool Run(string content, string? given, TextWriter output)
    {
        var sets = DevelopmentSet.From(content);
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
        ["content-tune/1 question"] = .9455,
        ["content-tune/2 keyword"] = .9983,
        ["content-tune/3 q+typo"] = .9199,
        ["content-tune/4 kw+typo"] = .8817,
        ["content-tune/5 broken"] = .9455,
        ["content-check/1 question"] = .9354,
        ["content-check/2 keyword"] = .9958,
        ["content-check/3 q+typo"] = .9083,
        ["content-check/4 kw+typo"] = .9105,
        ["content-check/5 broken"] = .9354,
        ["xquad/q_enc"] = .9808,
        ["xquad/q_kw"] = .9983,
        ["xquad/q_kwtypo"] = .9605,
        ["xquad/q_typo"] = .9739,
        ["xquad/q_typo3"] = .9606,
        ["xquad/queries"] = .9808,
    };
}
