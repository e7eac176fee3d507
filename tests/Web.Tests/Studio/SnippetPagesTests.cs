using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Words that several texts show are changed in one place after a look at where they stand.</summary>
[Collection(WritersPortal.Name)]
public sealed class SnippetPagesTests(Support.Portal portal)
{
    [Fact]
    public async Task Words_are_changed_once_after_a_look_and_every_text_that_shows_them_follows()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var list = await officer.ClickAsync(await officer.GetAsync("/studio"), "ข้อความที่ใช้ซ้ำ");
        Assert.Contains("3 เรื่อง", list.Main, StringComparison.Ordinal);
        var form = await officer.ClickAsync(list, "ข้อควรระวัง น้ำลึกกับเด็ก");
        Assert.Contains("ขุดหนองให้มีน้ำถึงหน้าแล้ง", form.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("ลบข้อความนี้", form.Buttons());
        var kept = form.Value("Form.Body");

        var wrong = await officer.PressAsync(form, "ดูว่าจะกระทบอะไร", ("Form.Body", kept + "\n\n![](/media/x.svg)"));
        Assert.Contains("ยังใส่รูปไม่ได้", wrong.Main, StringComparison.Ordinal);
        Assert.EndsWith("![](/media/x.svg)", wrong.Value("Form.Body"), StringComparison.Ordinal);
        var look = await officer.PressAsync(form, "ดูว่าจะกระทบอะไร", ("Form.Body", kept + "\n\nฝึกซ้อมกับห่วงยางทุกปิดเทอม"));
        Assert.Contains("เปลี่ยนแล้วจะเห็นใน 3 เรื่อง", look.Main, StringComparison.Ordinal);
        Assert.Contains("ยังไม่ได้บันทึก", look.Main, StringComparison.Ordinal);
        list = await officer.PressAsync(look, "บันทึกตามนี้");
        Assert.Contains("เห็นใน 3 เรื่อง", list.Main, StringComparison.Ordinal);

        using var reader = portal.Visitor();
        await Until.Async(async () => (await reader.GetAsync("/lessons/" + Uri.EscapeDataString("ขุดหนองให้มีน้ำถึงหน้าแล้ง"))).Main.Contains("ฝึกซ้อมกับห่วงยางทุกปิดเทอม", StringComparison.Ordinal), "the page follows");
        await Until.Async(async () => (await reader.GetAsync("/search?q=" + Uri.EscapeDataString("ฝึกซ้อมกับห่วงยาง"))).Main.Contains("ขุดหนองให้มีน้ำถึงหน้าแล้ง", StringComparison.Ordinal), "the index follows");

        form = await officer.ClickAsync(list, "ข้อควรระวัง น้ำลึกกับเด็ก");
        await officer.PressAsync(await officer.PressAsync(form, "ดูว่าจะกระทบอะไร", ("Form.Body", kept)), "บันทึกตามนี้");
    }

    [Fact]
    public async Task A_new_one_is_offered_to_writers_a_wrong_code_is_warned_of_and_what_nothing_uses_goes()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var form = await officer.GetAsync("/studio/snippets/new");
        var look = await officer.PressAsync(form, "ดูว่าจะกระทบอะไร", ("Form.Key", "Seed-Bank"), ("Form.Title", "ธนาคารเมล็ดพันธุ์"), ("Form.Body", "ขอเมล็ดได้ที่ศูนย์"));
        await officer.PressAsync(look, "บันทึกตามนี้");

        using var writer = await portal.MemberAsync("สายใจ");
        var text = await writer.GetAsync("/studio/entries/new?type=article");
        Assert.Contains(text.Document.QuerySelectorAll("[data-pieces] option"), o => o.GetAttribute("value") == "seed-bank");
        var preview = await writer.PressAsync(text, "ดูทั้งหน้า", ("Form.Title", "ลอง"), ("Form.Body", "::: piece seed-bank\n:::\n\n::: piece no-such\n:::"));
        Assert.Contains("ขอเมล็ดได้ที่ศูนย์", preview.Main, StringComparison.Ordinal);
        Assert.Contains("ไม่พบข้อความที่ใช้ซ้ำรหัส «no-such»", preview.Main, StringComparison.Ordinal);

        var list = await officer.GetAsync("/studio/snippets");
        var gone = await officer.PressAsync(await officer.ClickAsync(list, "ธนาคารเมล็ดพันธุ์"), "ลบข้อความนี้");
        Assert.Equal("/studio/snippets", gone.Path);
        Assert.DoesNotContain("ธนาคารเมล็ดพันธุ์", gone.Main, StringComparison.Ordinal);
    }
}
