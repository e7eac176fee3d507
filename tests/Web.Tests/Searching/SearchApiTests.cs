using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Searching;

/// <summary><c>GET /api/search</c>, which others rely on.</summary>
[Collection(ReadersPortal.Name)]
public sealed class SearchApiTests(Support.Portal portal)
{
    [Fact]
    public async Task The_answer_has_the_agreed_shape()
    {
        var answer = await AskAsync("ปุ๋ยหมัก", "5");
        Assert.Equal("application/json; charset=utf-8", answer.ContentHeaders.ContentType!.ToString());
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Equal(["total", "results"], answer.Json.EnumerateObject().Select(p => p.Name));
        var results = answer.Json.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(5, results.Count);
        Assert.True(answer.Json.GetProperty("total").GetInt32() > 5);
        Assert.All(results, r => Assert.Equal(["id", "type", "title", "url", "score"], r.EnumerateObject().Select(p => p.Name)));
        var scores = results.Select(r => r.GetProperty("score").GetDouble()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, s => Assert.True(s > 0));
    }

    [Fact]
    public async Task Ids_and_types_are_those_of_the_files()
    {
        var files = Files();
        Assert.True(files.Count > 100);
        foreach (var question in (string[])["ดิน", "น้ำ", "โคก หนอง นา", "ปราชญ์", "ศูนย์เรียนรู้", "เกี่ยวกับ"])
        {
            foreach (var result in (await AskAsync(question, "100")).Json.GetProperty("results").EnumerateArray())
            {
                Assert.Contains((result.GetProperty("type").GetString()!, result.GetProperty("id").GetString()!), files.Keys);
            }
        }
    }

    [Fact]
    public async Task Every_file_that_readers_may_see_is_found_first_by_its_own_title()
    {
        var hidden = await portal.AskAsync(db => db.Sages.Where(s => !db.PublicSages().Any(p => p.Id == s.Id)).Select(s => s.Key).ToListAsync());
        foreach (var ((type, id), title) in Files().Where(f => f.Key.Type is not ("plot" or "form" or "snippet") && !hidden.Contains(f.Key.Id)))
        {
            var results = (await AskAsync(title, "3")).Json.GetProperty("results").EnumerateArray().ToList();
            Assert.True(
                results.Any(r => r.GetProperty("id").GetString() == id && r.GetProperty("type").GetString() == type),
                $"{type} {id} «{title}»: {string.Join(", ", results.Select(r => r.GetProperty("id")))}");
        }
    }

    [Fact]
    public async Task Addresses_of_results_are_pages()
    {
        using var visitor = portal.Visitor();
        foreach (var result in (await AskAsync("ดิน", "100")).Json.GetProperty("results").EnumerateArray())
        {
            var url = result.GetProperty("url").GetString()!;
            Assert.All(url, c => Assert.True(char.IsAscii(c)));
            var page = await visitor.OnceAsync(url);
            Assert.Equal((200, Answer.Squeeze(result.GetProperty("title").GetString()!)), (page.Status, page.Heading));
        }
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("1", 1)]
    [InlineData("๑๐", 10)]
    [InlineData("12", 12)]
    [InlineData("999", 100)]
    [InlineData("99999999999999999999", 10)]
    [InlineData("abc", 10)]
    [InlineData("", 10)]
    public async Task The_size_is_brought_between_1_and_100(string? size, int expected)
    {
        var answer = await AskAsync("ดิน น้ำ", size);
        Assert.Equal(200, answer.Status);
        var total = answer.Json.GetProperty("total").GetInt32();
        Assert.True(total > 12);
        Assert.Equal(Math.Min(expected, total), answer.Json.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=%20%20")]
    [InlineData("q=%FF%FE%E0%B8")]
    [InlineData("q=%00%01%1b")]
    [InlineData("q=%3Cscript%3E")]
    [InlineData("q=%22*%3A*%22+AND+%28")]
    [InlineData("q=a&q=b")]
    [InlineData("size=5&size=6")]
    [InlineData("q=%F0%9F%8C%BE")]
    public async Task Nothing_that_is_asked_can_break_it(string query)
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.GetAsync("/api/search?" + query);
        Assert.Equal(200, answer.Status);
        Assert.Equal(answer.Json.GetProperty("total").GetInt32() == 0, answer.Json.GetProperty("results").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_question_of_ten_thousand_letters_is_answered()
    {
        Assert.Equal(200, (await AskAsync(new string('ก', 10_000), "1")).Status);
        Assert.Equal(200, (await AskAsync(string.Concat(Enumerable.Repeat("ดินน้ำป่า ", 1_000)), "1")).Status);
    }

    private async Task<Answer> AskAsync(string question, string? size)
    {
        using var visitor = portal.Visitor();
        return await visitor.GetAsync($"/api/search?q={Uri.EscapeDataString(question)}" + (size is null ? "" : $"&size={Uri.EscapeDataString(size)}"));
    }

    /// <summary>Type, id and title of everything in content/, read by eye rather than by the portal.</summary>
    private static Dictionary<(string Type, string Id), string> Files() => Directory
        .EnumerateFiles(Path.Combine(Support.Portal.Repository, "content"), "*.md", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) != "README.md")
        .Select(f => File.ReadLines(f).Skip(1).TakeWhile(l => l != "---").Where(l => !l.StartsWith(' ') && l.Contains(": ", StringComparison.Ordinal)).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1].Trim('"', '\'')))
        .ToDictionary(f => (f["type"], f["id"]), f => f["title"]);
}
