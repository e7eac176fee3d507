using System.Diagnostics;
using System.Globalization;
using System.Text;
using ICU4N.Text;
using KhokNongNa.Benchmarks.Judged;
using KhokNongNa.Thai;

namespace KhokNongNa.Benchmarks;

/// <summary>MB of Thai UTF-8 a second through each step of the analysis, beside ICU4N's own break iterator on the same text, in one run.</summary>
internal static class AnalysisSpeed
{
    private const int Rounds = 25;

    public static void Run(string content, TextWriter output)
    {
        var texts = Passages.In(content).Select(passage => ThaiText.Fold(ThaiText.Normalize(passage.Text))).ToList();
        var megabytes = texts.Sum(Encoding.UTF8.GetByteCount) / 1e6;
        var iterator = BreakIterator.GetWordInstance(CultureInfo.GetCultureInfo("th-TH"));
        var icu = Measure("ICU4N break iterator", text =>
        {
            iterator.SetText(text);
            var words = 0;
            while (iterator.Next() != BreakIterator.Done)
            {
                words++;
            }

            return words;
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{megabytes:F2} MB of text, best of {Rounds} rounds"));
        Print(icu);
        Print(Measure("normalise and fold", text => ThaiText.Fold(ThaiText.Normalize(text)).Length));
        Print(Measure("clusters", Clusters));
        Print(Measure("words", text => ThaiWords.Segment(text).Count));
        Print(Measure("words with lexicon", text => ThaiWords.Segment(text, ThaiLexicon.Domain).Count));
        Print(Measure("everything", text => Clusters(ThaiText.Fold(ThaiText.Normalize(text))) + ThaiWords.Segment(text, ThaiLexicon.Domain).Count));

        (string Name, double Speed) Measure(string name, Func<string, int> step)
        {
            var best = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var text in texts)
                {
                    _ = step(text);
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            return (name, megabytes / best);
        }

        void Print((string Name, double Speed) step) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Name,-22} {step.Speed,7:F1} MB/s  {step.Speed / icu.Speed,5:F2} × ICU4N"));
    }

    private static int Clusters(string text)
    {
        var clusters = 0;
        foreach (var _ in ThaiClusters.Enumerate(text))
        {
            clusters++;
        }

        return clusters;
    }
}
