using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// A portal under load: a static file, a kept lesson, a lesson made anew each time, and a search, in turn and from the same server, so that each
/// figure stands beside the static file's of the same run.
/// </summary>
internal static partial class Requests
{
    private const int Clients = 8;
    private const int Rounds = 5;

    // The runtime compiles a method better after it ran often; until then a request costs three times as much.
    private const int WarmUp = 6_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private static readonly string[] Questions = ["ห่มดินด้วยฟาง", "เลี้ยงไก่ไข่", "ปุ๋ยหมัก", "คลองไส้ไก่", "ขุดสระ", "บัญชีครัวเรือน", "มะนาววงบ่อ", "ทำน้ำหมัก"];

    /// <param name="program">Path of a built or published <c>KhokNongNa.Web.dll</c>.</param>
    public static async Task RunAsync(string program, TextWriter output)
    {
        var data = Directory.CreateTempSubdirectory("requests-");
        try
        {
            using (var first = await ServedPortal.StartAsync(program, data.FullName))
            {
                output.WriteLine(Text($"first start   {first.Ready.TotalSeconds,6:F2} s  {first.StartCpu.TotalSeconds,6:F2} s CPU"));
            }

            using var portal = await ServedPortal.StartAsync(program, data.FullName);
            output.WriteLine(Text($"second start  {portal.Ready.TotalSeconds,6:F2} s  {portal.StartCpu.TotalSeconds,6:F2} s CPU"));
            output.WriteLine(Text($"memory at rest {portal.Memory,5:F0} MB"));
            await CompareAsync(portal, output);
            output.WriteLine(Text($"memory after  {portal.Memory,6:F0} MB"));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(ServedPortal portal, TextWriter output)
    {
        var (sheet, lesson) = (await FirstAsync(portal.Address, "/", Sheet()), await FirstAsync(portal.Address, "/lessons", Lesson()));
        var number = 1_000;
        (string Name, Func<string> Path)[] targets =
        [
            ("static file", () => sheet),
            ("kept lesson", () => lesson),
            // A page number that nobody asked for before: made, compressed and kept, each time.
            ("new lesson", () => $"{lesson}?page={Interlocked.Increment(ref number)}"),
            ("search", () => $"/search?q={Uri.EscapeDataString(Questions[Interlocked.Increment(ref number) % Questions.Length])}"),
            ("search API", () => $"/api/search?q={Uri.EscapeDataString(Questions[Interlocked.Increment(ref number) % Questions.Length])}"),
        ];
        var figures = targets.Select(_ => new List<Figures>()).ToList();
        foreach (var target in targets)
        {
            await LoadAsync(portal, target.Path, (asked, _) => asked >= WarmUp);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < targets.Length; i++)
            {
                figures[i].Add(await LoadAsync(portal, targets[i].Path, (_, passed) => passed >= Round));
            }
        }

        output.WriteLine("target        requests/s  of static  CPU ms/request  bytes");
        var still = Median(figures[0], f => f.PerSecond);
        foreach (var (target, f) in targets.Zip(figures))
        {
            output.WriteLine(Text(
                $"{target.Name,-12}  {Median(f, x => x.PerSecond),10:F0}  {Median(f, x => x.PerSecond) / still,9:F2}  {Median(f, x => x.Cpu),14:F3}  {Median(f, x => x.Bytes),5:F0}"));
        }
    }

    /// <param name="enough">Told how many were asked in all and for how long.</param>
    private static async Task<Figures> LoadAsync(ServedPortal portal, Func<string> path, Func<int, TimeSpan, bool> enough)
    {
        var (cpu, start, asked) = (portal.Cpu, Stopwatch.GetTimestamp(), 0);
        var bytes = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var client = await Client.ConnectAsync(portal.Address);
            var read = 0L;
            while (!enough(Interlocked.Increment(ref asked), Stopwatch.GetElapsedTime(start)))
            {
                read += await client.AskAsync(Client.Request(portal.Address, path()));
            }

            return read;
        })));
        // Each client counted one that it did not ask.
        var (spent, passed, answered) = (portal.Cpu - cpu, Stopwatch.GetElapsedTime(start), asked - Clients);
        return new Figures(answered / passed.TotalSeconds, spent.TotalMilliseconds / answered, (double)bytes.Sum() / answered);
    }

    // An address as the portal's own page names it, percent-encoded.
    private static async Task<string> FirstAsync(Uri address, string page, Regex link)
    {
        using var http = new HttpClient { BaseAddress = address };
        return new Uri(address, link.Match(await http.GetStringAsync(page)).Groups[1].Value).AbsolutePath;
    }

    private static double Median(List<Figures> figures, Func<Figures, double> of) => figures.Select(of).Order().ElementAt(figures.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("href=\"(/[^\"]*site\\.[^\"]*css)\"")]
    private static partial Regex Sheet();

    [GeneratedRegex("href=\"(/lessons/[^\"?]+)\"")]
    private static partial Regex Lesson();

    private sealed record Figures(double PerSecond, double Cpu, double Bytes);
}
