using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Areas in lists and forms of the Studio. Which routes open for whom is in <c>Security/Specs/authority.md</c>.</summary>
[Collection(WritersPortal.Name)]
public sealed class AreaTests(Support.Portal portal)
{
    [Fact]
    public async Task A_member_sees_only_texts_of_own_areas_in_lists()
    {
        await SentAsync();
        using var other = await portal.MemberAsync("ประเสริฐ");
        Assert.DoesNotContain("เรื่องในตาราง", (await other.GetAsync("/studio")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("เรื่องในตาราง", (await other.GetAsync("/studio/entries?q=" + Uri.EscapeDataString("เรื่องในตาราง"))).Document.QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        using var province = await portal.MemberAsync("อรุณี");
        Assert.Contains("เรื่องในตาราง", (await province.GetAsync("/studio/entries")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_cannot_be_put_into_an_area_that_is_not_ones_own()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var form = await writer.GetAsync(Lesson.New);
        Assert.DoesNotContain("3102", form.Document.QuerySelectorAll("select[name='Form.AreaCode'] option").Select(o => o.GetAttribute("value")));
        foreach (var area in (string[])["3102", "", "31", "99", "310", "x"])
        {
            var refused = await writer.PressAsync(form, "บันทึกร่าง", Lesson.Fields("เรื่องผิดเขต", ("Form.AreaCode", area)));
            var message = refused.Document.QuerySelector("[role=alert] a[href='#AreaCode']")?.TextContent;
            Assert.Matches("ท่านยังไม่มีสิทธิ์|โปรดเลือกพื้นที่", message ?? $"«{area}» was taken: {refused.Main}");
            Assert.Equal("เรื่องผิดเขต", refused.Value("Form.Title"));
        }
    }

    private async Task SentAsync()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        await writer.PressAsync(await writer.DraftAsync("เรื่องในตาราง"), "ส่งให้ตรวจ");
    }
}
