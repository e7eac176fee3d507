using System.Diagnostics;
using System.Globalization;
using KhokNongNa.Benchmarks.Judged;
using KhokNongNa.Search;

namespace KhokNongNa.Benchmarks;

/// <summary>Recall@1, @3, @10, MRR@10, nDCG@10 (each relevant document counts one), and the share of queries that found nothing.</summary>
internal static class Relevance
{
    private const int Depth = 10;

    public static void Run(IEnumerable<JudgedSet> sets, TextWriter output)
    {
        output.WriteLine("set           queries          n    R@1    R@3   R@10 MRR@10  nDCG@10  no hit  mean total  p50 ms  p99 ms");
        foreach (var (list, figures) in Measured(sets))
        {
            output.WriteLine(Line(list.Set, list.Queries, figures));
        }
    }

    /// <summary>nDCG@10 of every list of queries.</summary>
    public static IEnumerable<((string Set, string Queries) List, double Gain)> Gains(IEnumerable<JudgedSet> sets) =>
        Measured(sets).Select(measured => (measured.List, measured.Figures.Means[4]));

    private static IEnumerable<((string Set, string Queries) List, Figures Figures)> Measured(IEnumerable<JudgedSet> sets)
    {
        foreach (var set in sets)
        {
            var place = Directory.CreateTempSubdirectory("relevance-");
            try
            {
                using var index = SearchIndex.Open(place.FullName);
                index.Apply(set.Documents.Select(ToDocument), [], new IndexCursor(1, ""));
                foreach (var (name, queries) in set.Queries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    yield return ((set.Name, name), Measure(index, queries));
                }
            }
            finally
            {
                place.Delete(recursive: true);
            }
        }
    }

    private static SearchDocument ToDocument(JudgedDocument document) => new()
    {
        Key = document.Id,
        Id = document.Id,
        Type = "article",
        Title = document.Title,
        Url = "/" + document.Id,
        Body = document.Text,
    };

    private static Figures Measure(SearchIndex index, IReadOnlyList<JudgedQuery> queries)
    {
        var sum = new double[7];
        var times = new List<double>(queries.Count);
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            var results = index.Search(new SearchRequest { Text = query.Text, Size = Depth });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            sum[5] += results.Total == 0 ? 1 : 0;
            sum[6] += results.Total;
            var relevant = query.Rel.ToHashSet(StringComparer.Ordinal);
            if (relevant.Count == 0)
            {
                // What nothing answers is answered well by nothing.
                for (var figure = 0; figure < 5; figure++)
                {
                    sum[figure] += results.Total == 0 ? 1 : 0;
                }

                continue;
            }

            var hits = results.Hits.Select(hit => relevant.Contains(hit.Id)).ToList();
            sum[0] += Recall(hits, relevant.Count, 1);
            sum[1] += Recall(hits, relevant.Count, 3);
            sum[2] += Recall(hits, relevant.Count, Depth);
            var first = hits.IndexOf(true);
            sum[3] += first < 0 ? 0 : 1.0 / (first + 1);
            sum[4] += Gain(hits) / Gain(Enumerable.Repeat(true, Math.Min(relevant.Count, Depth)));
        }


        times.Sort();
        return new Figures(queries.Count, [.. sum.Select(value => value / queries.Count)], times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private static double Recall(List<bool> hits, int relevant, int depth) => (double)hits.Take(depth).Count(hit => hit) / relevant;

    private static double Gain(IEnumerable<bool> hits) => hits.Select((hit, rank) => hit ? 1 / Math.Log2(rank + 2) : 0).Sum();

    private static string Line(string set, string queries, Figures f) => string.Create(
        CultureInfo.InvariantCulture,
        $"{set,-13} {queries,-12} {f.Queries,5}  {f.Means[0],5:F3}  {f.Means[1],5:F3}  {f.Means[2],5:F3}  {f.Means[3],5:F3}    {f.Means[4],5:F4}  {f.Means[5],6:F4}  {f.Means[6],10:F1}  {f.Median,6:F2}  {f.Slowest,6:F2}");

    private sealed record Figures(int Queries, double[] Means, double Median, double Slowest);
}
