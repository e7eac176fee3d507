using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The country has 8,457 areas; whoever writes in all of them still chooses from short lists, without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class AreaChoiceTests(Support.Portal portal)
{
    [Fact]
    public async Task The_administrator_goes_by_the_province()
    {
        using var member = await portal.MemberAsync("ธีระ");
        var page = await member.GetAsync("/studio/entries/new?type=article");
        Assert.Equal(77, Options(page, "Province").Length);
        Assert.Equal(("31", 213), (Chosen(page, "AreaCode"), Options(page, "AreaCode").Length));

        var korat = await member.PressAsync(page, "แสดงพื้นที่ของจังหวัดนี้", ("Form.Province", "30"), ("Form.Title", "เรื่องของโคราช"));
        Assert.Equal("30", Chosen(korat, "AreaCode"));
        Assert.All(Options(korat, "AreaCode"), code => Assert.StartsWith("30", code, StringComparison.Ordinal));
        Assert.Equal("เรื่องของโคราช", korat.Document.QuerySelector("#Title")!.GetAttribute("value"));

        var saved = await member.PressAsync(korat, "บันทึกร่าง", ("Form.AreaCode", "300101"), ("Form.Body", "เนื้อความ"));
        Assert.Contains("บันทึกร่างแล้ว", saved.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_chosen_without_its_area_is_asked_about_and_nothing_is_lost()
    {
        using var member = await portal.MemberAsync("ธีระ");
        var page = await member.GetAsync("/studio/entries/new?type=article");

        var asked = await member.PressAsync(page, "บันทึกร่าง", ("Form.Province", "30"), ("Form.Title", "ยังอยู่"), ("Form.Body", "เนื้อความ"));

        Assert.Contains("เลือกจังหวัดใหม่แล้ว", asked.Html, StringComparison.Ordinal);
        Assert.Equal("ยังอยู่", asked.Document.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal("30", Chosen(asked, "AreaCode"));
    }

    [Fact]
    public async Task Who_writes_in_one_province_is_not_asked_for_it()
    {
        using var member = await portal.MemberAsync("อรุณี");

        var page = await member.GetAsync("/studio/entries/new?type=article");

        Assert.Null(page.Document.QuerySelector("#Province"));
        Assert.Equal(213, Options(page, "AreaCode").Length);
    }

    private static string[] Options(Answer page, string id) =>
        [.. page.Document.QuerySelectorAll($"#{id} option").Select(o => o.GetAttribute("value")!)];

    private static string? Chosen(Answer page, string id) => page.Document.QuerySelector($"#{id} option[selected]")?.GetAttribute("value");
}
