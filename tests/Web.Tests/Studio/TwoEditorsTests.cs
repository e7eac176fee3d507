using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

[Collection(WritersPortal.Name)]
public sealed class TwoEditorsTests(Support.Portal portal)
{
    [Fact]
    public async Task The_second_of_two_editors_sees_both_texts_and_loses_nothing()
    {
        using var first = await portal.MemberAsync("สายใจ");
        using var second = await portal.MemberAsync("มานพ");
        var entry = await first.DraftAsync("เรื่องที่สองคนเปิดพร้อมกัน");
        var atFirst = await first.GetAsync(entry.Path + "/edit");
        var atSecond = await second.GetAsync(entry.Path + "/edit");
        await first.PressAsync(atFirst, "บันทึกร่าง", ("Form.Body", "ของคนแรก"), ("Form.Tips", "เคล็ดของคนแรก"));

        var conflict = await second.PressAsync(atSecond, "บันทึกร่าง", ("Form.Body", "ของคนที่สอง <i>"), ("Form.CostBaht", "๗๗"));
        Assert.Contains("สายใจ (สมมติ) บันทึกเรื่องนี้ก่อนท่าน", conflict.Main, StringComparison.Ordinal);
        var compared = conflict.Document.QuerySelector("[role=alert]")!.TextContent;
        foreach (var words in (string[])["ของคนแรก", "ของคนที่สอง <i>", "เคล็ดของคนแรก", "ต้นทุน (บาท)", "77", "1250.5"])
        {
            Assert.Contains(words, compared, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("ชื่อเรื่อง", compared, StringComparison.Ordinal);
        Assert.Equal("ของคนที่สอง <i>", conflict.Value("Form.Body"));
        Assert.Equal("๗๗", conflict.Value("Form.CostBaht"));

        // Nothing was written yet; saving again puts the second text on top of the first, which stays.
        Assert.Equal(2, await RevisionsAsync(entry));
        var saved = await second.PressAsync(conflict, "บันทึกร่าง");
        Assert.Contains("บันทึกร่างแล้ว ฉบับที่ 3", saved.Main, StringComparison.Ordinal);
        Assert.Contains("ของคนแรก", (await second.GetAsync(entry.Path + "/revisions/2")).Main, StringComparison.Ordinal);
        Assert.Contains("ของคนที่สอง <i>", (await second.GetAsync(entry.Path + "/revisions/3")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_the_same_again_makes_no_revision()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่บันทึกซ้ำ");
        await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง");
        Assert.Equal(1, await RevisionsAsync(entry));
    }

    [Fact]
    public async Task Opening_any_text_of_the_seed_and_saving_it_changes_nothing()
    {
        using var officer = await portal.MemberAsync("อรุณี");
        var entries = await portal.AskAsync(db => db.Entries.Where(e => e.LatestNumber == 1 && e.PublishedAt != null && !e.Key.Contains("-7")).Select(e => new { e.Id, e.Title }).ToListAsync());
        Assert.True(entries.Count >= 20);
        var differ = new List<string>();
        foreach (var entry in entries)
        {
            var saved = await officer.PressAsync(await officer.GetAsync($"/studio/entries/{entry.Id}/edit"), "บันทึกร่าง");
            Assert.True(saved.Heading == entry.Title, $"{entry.Title}: {saved.Main}");
            var changed = await portal.AskAsync(db => db.Revisions.Where(r => r.EntryId == entry.Id).OrderBy(r => r.Number).Select(r => r.Content).ToListAsync());
            if (changed.Count > 1)
            {
                differ.Add($"{entry.Title}: {string.Join(", ", KhokNongNa.Portal.Knowledge.EntryDifference.Fields(changed[0], changed[1]))}");
            }
        }

        Assert.Empty(differ);
    }

    [Fact]
    public async Task A_base_from_the_future_or_none_is_answered_with_both_texts()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่เลขฉบับเพี้ยน");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        foreach (var number in (string[])["99", "0", "-1"])
        {
            var answer = await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Base", number), ("Form.Body", "พิมพ์ใหม่"));
            Assert.Contains("บันทึกเรื่องนี้ก่อนท่าน", answer.Main, StringComparison.Ordinal);
            Assert.Equal("พิมพ์ใหม่", answer.Value("Form.Body"));
        }

        var strange = await writer.PressAsync(edit, "บันทึกร่าง", ("Form.Base", "abc"), ("Form.Body", "พิมพ์ใหม่"));
        Assert.Equal("พิมพ์ใหม่", strange.Value("Form.Body"));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_is_first_and_the_others_are_told()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var entry = await writer.DraftAsync("เรื่องที่หลายคนกดพร้อมกัน");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => writer.PressAsync(edit, "บันทึกร่าง", ("Form.Body", $"ข้อความที่ {i}"))));
        Assert.Single(answers, a => a.Heading == "เรื่องที่หลายคนกดพร้อมกัน");
        Assert.Equal(7, answers.Count(a => a.Main.Contains("บันทึกเรื่องนี้ก่อนท่าน", StringComparison.Ordinal)));
        Assert.Equal(2, await RevisionsAsync(entry));
    }

    private Task<int> RevisionsAsync(Answer entry)
    {
        var id = Guid.ParseExact(entry.Path.Split('/')[^1], "D");
        return portal.AskAsync(db => db.Revisions.CountAsync(r => r.EntryId == id));
    }
}
