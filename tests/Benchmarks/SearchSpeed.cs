using System.Diagnostics;
using System.Globalization;
using System.Text;
using KhokNongNa.Benchmarks.Judged;
using KhokNongNa.Search;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// Indexing and searching in process over the portal's passages, repeated with their clauses in other orders up to the number asked for,
/// then the questions of villagers over its whole lessons.
/// </summary>
internal static class SearchSpeed
{
    private const int Queries = 400;
    private const int Batch = 500;

    public static void Run(string content, int documents, TextWriter output)
    {
        var set = DevelopmentSet.From(content).First();
        WithIndex(index =>
        {
            var bytes = 0L;
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            using var rebuild = index.BeginRebuild();
            foreach (var batch in Varied(set.Documents, documents).Chunk(Batch))
            {
                bytes += batch.Sum(document => Encoding.UTF8.GetByteCount(document.Title) + Encoding.UTF8.GetByteCount(document.Body));
                rebuild.Add(batch);
            }

            rebuild.Complete(new IndexCursor(1, ""));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            // A shared machine stretches the time, and the processor's less.
            var spent = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
            Write($"{documents} documents, {bytes / 1e6:F1} MB: indexed at {bytes / 1e6 / seconds:F2} MB/s, {bytes / 1e6 / spent:F2} MB a second of processor time, {(double)index.Stats.Bytes / bytes:F2} bytes of index a byte of text, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
            foreach (var (list, queries) in set.Queries.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(4))
            {
                Search(index, list, queries);
            }

            Print("suggest", set.Queries["2 keyword"].Take(Queries).SelectMany(query => new[] { query.Text[..1], query.Text[..3], query.Text }), text => index.Suggest(text, 8).Count);
        });
        Write($"  peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");

        var lessons = VillageSet.Over(content).First();
        Write($"{lessons.Documents.Count} whole lessons and articles");
        WithIndex(index =>
        {
            index.Apply(lessons.Documents.Select(document => Document(document.Id, document, document.Title, document.Text)), [], new IndexCursor(1, ""));
            foreach (var (list, queries) in lessons.Queries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Search(index, list, queries);
            }
        });

        void Search(SearchIndex index, string list, IEnumerable<JudgedQuery> queries) =>
            Print(list, queries.Take(Queries).Select(query => query.Text), text => index.Search(new SearchRequest { Text = text }).Total);

        void Print(string list, IEnumerable<string> texts, Func<string, int> ask)
        {
            var all = texts.ToList();
            var asked = Enumerable.Range(0, (Queries + all.Count - 1) / all.Count).SelectMany(_ => all).ToList();
            asked.ForEach(text => ask(text));
            var cpu = Environment.CpuUsage.TotalTime;
            var times = asked.Select(text =>
            {
                var start = Stopwatch.GetTimestamp();
                _ = ask(text);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }).Order().ToList();
            Write($"  {list,-12} p50 {times[times.Count / 2]:F2} ms  p99 {times[times.Count * 99 / 100]:F2} ms  {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times.Count:F2} ms CPU");
        }

        void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static void WithIndex(Action<SearchIndex> use)
    {
        var place = Directory.CreateTempSubdirectory("speed-");
        try
        {
            using var index = SearchIndex.Open(place.FullName);
            use(index);
        }
        finally
        {
            place.Delete(recursive: true);
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

            yield return Document(
                number.ToString(CultureInfo.InvariantCulture),
                passage,
                number < passages.Count ? passage.Title : $"{passage.Title} {number}",
                string.Join(' ', clauses));
        }
    }

    private static SearchDocument Document(string key, JudgedDocument source, string title, string body) =>
        new() { Key = key, Id = source.Id, Type = "lesson", Title = title, Url = "/", Body = body };
}
