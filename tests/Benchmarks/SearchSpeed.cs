using System.Diagnostics;
using System.Globalization;
using System.Text;
using KhokNongNa.Benchmarks.Judged;
using KhokNongNa.Search;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// Indexing and searching in process over the portal's passages, repeated with their clauses in other orders up to the number asked for.
/// </summary>
internal static class SearchSpeed
{
    private const int Queries = 400;
    private const int Batch = 500;

    public static void Run(string content, int documents, TextWriter output)
    {
        var set = DevelopmentSet.From(content).First();
        var place = Directory.CreateTempSubdirectory("speed-");
        try
        {
            using var index = SearchIndex.Open(place.FullName);
            var bytes = 0L;
            var start = Stopwatch.GetTimestamp();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            using var rebuild = index.BeginRebuild();
            foreach (var batch in Varied(set.Documents, documents).Chunk(Batch))
            {
                bytes += batch.Sum(document => Encoding.UTF8.GetByteCount(document.Title) + Encoding.UTF8.GetByteCount(document.Body));
                rebuild.Add(batch);
            }

            rebuild.Complete(new IndexCursor(1, ""));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            // A shared machine stretches the time, and the processor's less.
            var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents, {bytes / 1e6:F1} MB: indexed at {bytes / 1e6 / seconds:F2} MB/s, {bytes / 1e6 / spent:F2} MB a second of processor time, {(double)index.Stats.Bytes / bytes:F2} bytes of index a byte of text, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
            foreach (var (list, queries) in set.Queries.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(4))
            {
                Print(list, queries.Take(Queries).Select(query => query.Text), text => index.Search(new SearchRequest { Text = text }).Total);
            }

            Print("suggest", set.Queries["2 keyword"].Take(Queries).SelectMany(query => new[] { query.Text[..1], query.Text[..3], query.Text }), text => index.Suggest(text, 8).Count);
        }
        finally
        {
            place.Delete(recursive: true);
        }

        void Print(string list, IEnumerable<string> texts, Func<string, int> ask)
        {
            var all = texts.ToList();
            foreach (var text in all.Take(50))
            {
                _ = ask(text);
            }

            var times = all.Select(text =>
            {
                var start = Stopwatch.GetTimestamp();
                _ = ask(text);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }).Order().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {list,-12} p50 {times[times.Count / 2]:F2} ms  p99 {times[times.Count * 99 / 100]:F2} ms"));
        }
    }

    private static IEnumerable<SearchDocument> Varied(IReadOnlyList<JudgedDocument> passages, int count)
    {
        var random = new Random(2564);
        for (var number = 0; number < count; number++)
        {
            var passage = passages[number % passages.Count];
            var clauses = passage.Text.Split(' ');
            if (number >= passages.Count)
            {
                random.Shuffle(clauses);
            }

            yield return new SearchDocument
            {
                Key = number.ToString(CultureInfo.InvariantCulture),
                Id = passage.Id,
                Type = "lesson",
                Title = number < passages.Count ? passage.Title : $"{passage.Title} {number}",
                Url = "/",
                Body = string.Join(' ', clauses),
            };
        }
    }
}
