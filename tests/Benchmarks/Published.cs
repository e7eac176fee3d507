using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace KhokNongNa.Benchmarks;

/// <summary>From the answer to who publishes a text until search finds it, one text after the other, while others search.</summary>
internal static class Published
{
    private const int Searching = 8;
    private const int Texts = 100;

    private static readonly string[] Questions = ["ห่มดินด้วยฟาง", "เลี้ยงไก่ไข่", "ปุ๋ยหมัก", "คลองไส้ไก่", "ขุดสระ", "บัญชีครัวเรือน", "มะนาววงบ่อ", "ทำน้ำหมัก"];

    /// <param name="program">Path of a built or published <c>KhokNongNa.Web.dll</c>.</param>
    public static async Task RunAsync(string program, TextWriter output)
    {
        var data = Directory.CreateTempSubdirectory("published-");
        try
        {
            using var portal = await ServedPortal.StartAsync(program, data.FullName, "Development");
            using var writer = await Editor.SignInAsync(portal.Address, "สายใจ");
            using var reviewer = await Editor.SignInAsync(portal.Address, "มานพ");
            var drafts = new List<(string Word, string Place)>();
            for (var number = 0; number < Texts; number++)
            {
                var word = string.Create(CultureInfo.InvariantCulture, $"xq{number:0000}z");
                var draft = await writer.DraftAsync($"กองปุ๋ยใต้ร่มไม้ {word}", string.Concat(Enumerable.Repeat("เก็บฟางหลังเกี่ยวข้าว กองสลับกับใบไม้และมูลวัว รดน้ำพอชื้น ", 40)));
                await writer.ActAsync(draft, "submission");
                await reviewer.ApproveAsync(draft);
                drafts.Add((word, draft));
            }

            using var stop = new CancellationTokenSource();
            var searches = 0;
            var others = Enumerable.Range(0, Searching).Select(first => Task.Run(async () =>
            {
                using var client = await Client.ConnectAsync(portal.Address);
                for (var i = first; !stop.IsCancellationRequested; i++)
                {
                    _ = await client.AskAsync(Client.Request(portal.Address, "/api/search?q=" + Uri.EscapeDataString(Questions[i % Questions.Length])));
                    Interlocked.Increment(ref searches);
                }
            })).ToList();

            var began = Stopwatch.GetTimestamp();
            using var http = new HttpClient { BaseAddress = portal.Address };
            var times = new List<double>();
            foreach (var (word, draft) in drafts)
            {
                await reviewer.ActAsync(draft, "publication");
                var published = Stopwatch.GetTimestamp();
                while (!await IsFoundAsync(http, word))
                {
                }

                times.Add(Stopwatch.GetElapsedTime(published).TotalMilliseconds);
            }

            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await stop.CancelAsync();
            await Task.WhenAll(others);
            times.Sort();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"published → found: p50 {times[Texts / 2]:F0} ms  p99 {times[Texts * 99 / 100]:F0} ms, {Texts} texts beside {searches / seconds:F0} searches a second of {Searching} clients"));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<bool> IsFoundAsync(HttpClient http, string word)
    {
        var found = await http.GetFromJsonAsync<JsonElement>($"/api/search?size=1&q={word}");
        return found.GetProperty("results").EnumerateArray().Any(hit => hit.GetProperty("title").GetString()!.Contains(word, StringComparison.Ordinal));
    }
}
