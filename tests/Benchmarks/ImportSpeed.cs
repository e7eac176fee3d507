using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// A sheet of sages as an officer brings it, through the pages of the Studio: how long the look and the acceptance take, and how long readers and
/// officers wait for a page meanwhile, beside how long they wait without it.
/// </summary>
internal static partial class ImportSpeed
{
    private const string Officer = "ประเสริฐ";
    private const string District = "3102";

    private static readonly string[] Tambons = ["คูเมือง", "ปะเคียบ", "บ้านแพ", "พรสำราญ", "หินเหล็กไฟ", "ตูมใหญ่", "หนองขมาร"];
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);

    /// <param name="program">Path of a built or published <c>KhokNongNa.Web.dll</c>.</param>
    public static async Task RunAsync(string program, int rows, TextWriter output)
    {
        var data = Directory.CreateTempSubdirectory("import-");
        try
        {
            using var portal = await ServedPortal.StartAsync(program, data.FullName, "Development");
            using var officer = new Officers(portal.Address);
            await officer.SignInAsync(Officer);
            using var readers = new Readers(portal.Address);
            await readers.AskAsync(_ => false, TimeSpan.FromSeconds(3));
            var quiet = await readers.AskAsync(_ => false, Quiet);
            var table = Table(rows);
            output.WriteLine(Text($"{rows:N0} rows, {Encoding.UTF8.GetByteCount(table) / 1024.0:F0} KB"));

            using var done = new CancellationTokenSource();
            var busy = readers.AskAsync(_ => done.IsCancellationRequested, TimeSpan.FromMinutes(10));
            var start = Stopwatch.GetTimestamp();
            var sheet = await officer.SendAsync(table);
            var sent = Stopwatch.GetElapsedTime(start);
            var sums = await officer.WaitAsync(sheet);
            var judged = Stopwatch.GetElapsedTime(start);
            await officer.AcceptAsync(sheet);
            var after = await officer.WaitAsync(sheet);
            var written = Stopwatch.GetElapsedTime(start);
            await done.CancelAsync();
            var met = await busy;

            output.WriteLine(Text($"taken in after {sent.TotalSeconds:F1} s, looked at after {judged.TotalSeconds:F1} s: {sums}"));
            output.WriteLine(Text($"written after {written.TotalSeconds:F1} s ({rows / written.TotalSeconds:F0} rows a second): {after}"));
            output.WriteLine("page                 p50 ms quiet  busy  ratio   p99 ms quiet  busy  ratio");
            foreach (var (name, before, now) in quiet.Zip(met, (q, m) => (q.Name, q.Times, m.Times)))
            {
                output.WriteLine(Text($"{name,-20} {At(before, .5),12:F1}  {At(now, .5),4:F1}  {At(now, .5) / At(before, .5),5:F2}   {At(before, .99),12:F1}  {At(now, .99),4:F1}  {At(now, .99) / At(before, .99),5:F2}"));
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)((times.Count - 1) * share));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Invented names, of which some are alike, as in a district.
    private static string Table(int rows)
    {
        var random = new Random(2021);
        var text = new StringBuilder("ชื่อ-นามสกุล\tชื่อเล่น\tปีเกิด\tตำบล\tหมู่ที่\tความเชี่ยวชาญ\tเบอร์โทร\n");
        for (var at = 0; at < rows; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"นาย{Name(random, 3)} {Name(random, 4)}\t{(at % 3 == 0 ? "ลุง" + Name(random, 1) : "")}\t{random.Next(2470, 2530)}\t{Tambons[random.Next(Tambons.Length)]}\t{random.Next(1, 15)}\tทำปุ๋ยหมักและห่มดิน\t08{random.Next(10_000_000, 99_999_999)}\n");
        }

        return text.ToString();
    }

    private static string Name(Random random, int syllables)
    {
        string[] all = ["บุญ", "สม", "ประ", "วิ", "สุ", "ทอง", "คำ", "จัน", "อุ", "มะ", "พร", "ศรี", "นิ", "ธน", "กิต", "ชัย", "ละ", "รัต", "ใจ", "แสง", "วงศ์", "แก้ว", "สาย", "คง", "เพชร", "มณี", "ราช", "นาค", "โพธิ์", "หาญ"];
        return string.Concat(Enumerable.Range(0, syllables).Select(_ => all[random.Next(all.Length)]));
    }

    /// <summary>Somebody who asks for the same pages again and again, one after the other, with a moment between.</summary>
    private sealed class Readers(Uri address) : IDisposable
    {
        private static readonly (string Name, string Path)[] Pages = [("home", "/"), ("lesson list, made new", "/lessons?page="), ("search", "/search?q=ปุ๋ยหมัก&page=")];

        private readonly HttpClient _http = new() { BaseAddress = address };
        private int _number = 1_000;

        public async Task<List<(string Name, List<double> Times)>> AskAsync(Func<int, bool> enough, TimeSpan most)
        {
            var found = Pages.Select(p => (p.Name, Times: new List<double>())).ToList();
            var start = Stopwatch.GetTimestamp();
            for (var asked = 0; !enough(asked) && Stopwatch.GetElapsedTime(start) < most; asked++)
            {
                var page = Pages[asked % Pages.Length];
                var began = Stopwatch.GetTimestamp();
                using var answer = await _http.GetAsync(page.Path.EndsWith('=') ? page.Path + _number++ : page.Path);
                await answer.Content.ReadAsByteArrayAsync();
                found[asked % Pages.Length].Times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                await Task.Delay(20);
            }

            return found;
        }

        public void Dispose() => _http.Dispose();
    }

    /// <summary>An officer with a browser.</summary>
    private sealed partial class Officers : IDisposable
    {
        private readonly HttpClient _http;

        public Officers(Uri address)
        {
#pragma warning disable CA2000, CA5399 // The client owns its handler; nothing is encrypted here that could be revoked.
            _http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
#pragma warning restore CA2000, CA5399
            _http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
            _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        }

        public async Task SignInAsync(string name)
        {
            var page = await _http.GetStringAsync("/sign-in/development");
            var member = Regex.Match(page, $"value=\"([0-9a-f-]{{36}})\"[^>]*>[^<]*{name}").Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page)), new("member", member)]);
            using var answer = await _http.PostAsync("/sign-in/development", form);
            answer.EnsureSuccessStatusCode();
        }

        /// <returns>Address of the sheet.</returns>
        public async Task<string> SendAsync(string table)
        {
            var page = await _http.GetStringAsync("/studio/sages/import");
            using var form = new MultipartFormDataContent
            {
                { new StringContent(Token(page)), "__RequestVerificationToken" },
                { new StringContent(NewId().Match(page).Groups[1].Value), "NewId" },
                { new StringContent(District), "Area" },
                { new StringContent(""), "Text" },
            };
            using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
            file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(file, "File", "sages.csv");
            using var answer = await _http.PostAsync("/studio/sages/import", form);
            answer.EnsureSuccessStatusCode();
            return answer.RequestMessage!.RequestUri!.AbsolutePath;
        }

        public async Task AcceptAsync(string sheet)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(await _http.GetStringAsync(sheet)))]);
            using var answer = await _http.PostAsync($"{sheet}/acts/acceptance", form);
            answer.EnsureSuccessStatusCode();
        }

        /// <returns>The sums of the verdicts once nothing is under way.</returns>
        public async Task<string> WaitAsync(string sheet)
        {
            while (true)
            {
                var page = await _http.GetStringAsync(sheet);
                if (!page.Contains("intake-progress", StringComparison.Ordinal))
                {
                    return string.Join(" · ", Sums().Matches(page).Select(m => m.Groups[1].Value));
                }

                await Task.Delay(250);
            }
        }

        public void Dispose() => _http.Dispose();

        private static string Token(string page) => TokenField().Match(page).Groups[1].Value;

        [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
        private static partial Regex TokenField();

        [GeneratedRegex("name=\"NewId\" value=\"([^\"]+)\"")]
        private static partial Regex NewId();

        [GeneratedRegex("<span class=\"chip row-[a-z]+\">([^<]+)</span></a>")]
        private static partial Regex Sums();
    }
}
