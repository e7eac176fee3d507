using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Searching;

/// <summary>Journey J2: what people type is not what the books write.</summary>
[Collection(ReadersPortal.Name)]
public sealed class VillageWordTests(Support.Portal portal)
{
    [Theory]
    [InlineData("น้ำหมัก", "น\u0e49\u0e4d\u0e32หมัก")]
    [InlineData("น้ำหมัก", "น\u0e4d\u0e49\u0e32หมัก")]
    [InlineData("แปลง", "เเปลง")]
    [InlineData("ห่มดิน", "ห่\u200bมดิน")]
    [InlineData("ห่มดิน", "ห่่มดิน")]
    [InlineData("ปุ๋ย 15-15-15", "ปุ๋ย ๑๕-๑๕-๑๕")]
    [InlineData("พื้นที่ 3 ไร่", "พื้นที่ ๓ ไร่")]
    public async Task Other_spellings_of_the_same_letters_find_the_same(string written, string typed)
    {
        var expected = await FoundAsync(written);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await FoundAsync(typed));
    }

    [Theory]
    [InlineData("มะนาวว", "lime-in-ring")]
    [InlineData("คลองไส้ไก", "khlong-sai-kai")]
    [InlineData("ปุยหมัก", "compost-heap-no-turn")]
    [InlineData("เลี้ยงไกไข่", "hens-free-range")]
    [InlineData("ถ่านไบโอชา", "charcoal")]
    public async Task A_slip_of_the_finger_still_finds_it(string typed, string id) =>
        Assert.Contains(id, (await FoundAsync(typed)).Take(5));

    [Fact]
    public async Task What_has_only_the_other_tone_does_not_stand_above_true_hits()
    {
        var site = await portal.SiteAsync();
        using var visitor = portal.Visitor();
        var results = (await visitor.GetAsync("/api/search?size=100&q=" + Uri.EscapeDataString("ขาว"))).Json.GetProperty("results").EnumerateArray();
        var hits = results.Select(r => site[Uri.UnescapeDataString(r.GetProperty("url").GetString()!)].Main.Contains("ขาว", StringComparison.Ordinal)).ToList();
        Assert.Contains(true, hits);
        Assert.Equal(hits.OrderDescending(), hits);
    }

    [Fact]
    public async Task The_page_says_what_it_understood()
    {
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString("น\u0e49\u0e4d\u0e32หมัก"));
        Assert.Contains("→ น้ำหมัก", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("→", (await visitor.GetAsync("/search?q=" + Uri.EscapeDataString("น้ำหมัก"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_word_leads_to_its_topic() =>
        Assert.Contains("vegetables-fruit", (await FoundAsync("บักพร้าว")).Take(3));

    private async Task<List<string>> FoundAsync(string question)
    {
        using var visitor = portal.Visitor();
        var answer = await visitor.GetAsync("/api/search?size=100&q=" + Uri.EscapeDataString(question));
        return [.. answer.Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
    }
}
