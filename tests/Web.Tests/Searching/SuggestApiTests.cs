using System.Text;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Searching;

/// <summary><c>GET /api/suggest</c>, which others rely on.</summary>
[Collection(ReadersPortal.Name)]
public sealed class SuggestApiTests(Support.Portal portal)
{
    [Fact]
    public async Task The_answer_has_the_agreed_shape_and_its_addresses_are_pages()
    {
        var answer = await AskAsync("q=" + Uri.EscapeDataString("ปลา") + "&size=5");
        Assert.Equal("application/json; charset=utf-8", answer.ContentHeaders.ContentType!.ToString());
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Equal(["suggestions"], answer.Json.EnumerateObject().Select(p => p.Name));
        var suggestions = answer.Json.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.Equal(5, suggestions.Count);
        using var visitor = portal.Visitor();
        foreach (var suggestion in suggestions)
        {
            Assert.Equal(["text", "type", "url"], suggestion.EnumerateObject().Select(p => p.Name));
            Assert.All(suggestion.GetProperty("url").GetString()!, c => Assert.True(char.IsAscii(c)));
            Assert.Equal(200, (await visitor.OnceAsync(suggestion.GetProperty("url").GetString()!)).Status);
        }
    }

    [Theory]
    [InlineData("ห", "topic")]
    [InlineData("เลี้ยงปลาดุก", "lesson")]
    [InlineData("ศูนย์", "centre")]
    [InlineData("หนองโสน", "area")]
    [InlineData("นางรอง", "area")]
    [InlineData("เเปลง", "centre")]
    public async Task From_the_first_letter_on_there_is_something_of_the_kind(string typed, string type) =>
        Assert.Contains((await AskAsync("size=20&q=" + Uri.EscapeDataString(typed))).Json.GetProperty("suggestions").EnumerateArray(), s => s.GetProperty("type").GetString() == type);

    [Theory]
    [InlineData("", 0)]
    [InlineData("q=", 0)]
    [InlineData("q=%20", 0)]
    [InlineData("q=%00%01%1b", 0)]
    [InlineData("q=%F0%9F%8C%BE", 0)]
    [InlineData("q=%3Cscript%3E", 0)]
    [InlineData("q=%FF%FE%E0%B8", null)]
    [InlineData("q=a&q=b", null)]
    [InlineData("q=%E0%B8%81&size=0", 1)]
    [InlineData("q=%E0%B8%81&size=-9", 1)]
    [InlineData("q=%E0%B8%81&size=%E0%B9%93", 3)]
    [InlineData("q=%E0%B8%81&size=x", 8)]
    [InlineData("q=%E0%B8%81&size=9999", 20)]
    public async Task Nothing_that_is_asked_can_break_it(string query, int? count)
    {
        var answer = await AskAsync(query);
        Assert.Equal(200, answer.Status);
        Assert.InRange(answer.Json.GetProperty("suggestions").GetArrayLength(), count ?? 0, count ?? 20);
    }

    [Fact]
    public async Task Ten_thousand_letters_are_answered() =>
        Assert.Equal(200, (await AskAsync("q=" + Uri.EscapeDataString(new string('ก', 10_000)))).Status);

    [Theory]
    [InlineData("แก้ว")]
    [InlineData("แก้ว ไข่")]
    [InlineData("ไข่เต็ม")]
    [InlineData("นางแก้ว")]
    [InlineData("แม่แก้ว")]
    public async Task A_sage_without_consent_is_not_offered(string typed) =>
        Assert.DoesNotContain("ไข่เต็มรัง", Encoding.UTF8.GetString((await AskAsync("size=20&q=" + Uri.EscapeDataString(typed))).Body), StringComparison.Ordinal);

    private async Task<Answer> AskAsync(string query)
    {
        using var visitor = portal.Visitor();
        return await visitor.GetAsync("/api/suggest?" + query);
    }
}
