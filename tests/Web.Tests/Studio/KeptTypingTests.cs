using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>What is typed and not saved, texts thrown away, several at once.</summary>
[Collection(WritersPortal.Name)]
public sealed class KeptTypingTests(Support.Portal portal)
{
    [Fact]
    public async Task What_was_typed_and_not_saved_is_offered_to_who_typed_it_until_it_is_saved()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        using var other = await portal.MemberAsync("มานพ");
        var entry = await writer.DraftAsync("เรื่องที่เครื่องดับกลางคัน");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        Assert.DoesNotContain("พิมพ์ค้างไว้", edit.Main, StringComparison.Ordinal);

        var kept = await writer.PostAsync(entry.Path + "/edit", [("act", "keep"), ("__RequestVerificationToken", edit.Value("__RequestVerificationToken")), ("Form.Base", "1"), ("Form.Title", "ชื่อใหม่ <i>"), ("Form.Tips", "เคล็ดที่ยังไม่ได้บันทึก"), ("Form.Materials[0].Name", "ฟาง")]);
        Assert.Contains("เก็บสิ่งที่พิมพ์ให้แล้ว", System.Text.RegularExpressions.Regex.Unescape(kept.Html), StringComparison.Ordinal);
        Assert.Equal(1, await RevisionsAsync(entry));

        var theirs = await other.GetAsync(entry.Path + "/edit");
        Assert.DoesNotContain("พิมพ์ค้างไว้", theirs.Main, StringComparison.Ordinal);
        Assert.Contains("สายใจ (สมมติ) กำลังแก้เรื่องนี้อยู่", theirs.Main, StringComparison.Ordinal);
        Assert.Contains("กำลังแก้เรื่องนี้อยู่", (await other.GetAsync(entry.Path)).Main, StringComparison.Ordinal);

        var offered = await writer.GetAsync(entry.Path + "/edit");
        Assert.Contains("ท่านพิมพ์ค้างไว้เมื่อ", offered.Main, StringComparison.Ordinal);
        Assert.NotEqual("ชื่อใหม่ <i>", offered.Value("Form.Title"));
        var resumed = await writer.ClickAsync(offered, "พิมพ์ต่อจากที่ค้าง");
        Assert.Equal(("ชื่อใหม่ <i>", "เคล็ดที่ยังไม่ได้บันทึก", "ฟาง"), (resumed.Value("Form.Title"), resumed.Value("Form.Tips"), resumed.Value("Form.Materials[0].Name")));
        await writer.PressAsync(resumed, "บันทึกร่าง", ("Form.Body", "เนื้อความ"));

        Assert.Equal(2, await RevisionsAsync(entry));
        Assert.DoesNotContain("พิมพ์ค้างไว้", (await writer.GetAsync(entry.Path + "/edit")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_on_an_older_wording_meets_the_newer_one_when_it_is_saved_and_can_be_dropped()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        using var other = await portal.MemberAsync("มานพ");
        var entry = await writer.DraftAsync("เรื่องที่พิมพ์ค้างข้ามวัน");
        var edit = await writer.GetAsync(entry.Path + "/edit");
        await writer.PostAsync(entry.Path + "/edit", [("act", "keep"), ("__RequestVerificationToken", edit.Value("__RequestVerificationToken")), ("Form.Base", "1"), ("Form.Title", "ของคนที่ค้าง")]);
        await other.PressAsync(await other.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Tips", "ของอีกคน"));

        var conflict = await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit?typed=true"), "บันทึกร่าง");
        Assert.Contains("มานพ (สมมติ) บันทึกเรื่องนี้ก่อนท่าน", conflict.Main, StringComparison.Ordinal);
        var dropped = await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "ทิ้งสิ่งที่ค้าง");
        Assert.DoesNotContain("พิมพ์ค้างไว้", dropped.Main, StringComparison.Ordinal);
        Assert.Contains("ของอีกคน", dropped.Value("Form.Tips"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_its_own_and_several_are_thrown_away_after_a_look()
    {
        using var head = await portal.MemberAsync("มานพ");
        var entry = await head.DraftAsync("เรื่องที่จะทำซ้ำ");

        var copy = await head.PressAsync(entry, "ทำสำเนา");
        Assert.Equal("เรื่องที่จะทำซ้ำ (สำเนา)", copy.Value("Form.Title"));

        var list = await head.GetAsync("/studio/entries?q=" + Uri.EscapeDataString("เรื่องที่จะทำซ้ำ"));
        var ids = list.Document.QuerySelectorAll("input[name=Ids]").Select(i => i.GetAttribute("value")).ToList();
        Assert.Equal(2, ids.Count);
        var preview = await head.GetAsync($"/studio/entries/bulk?Act=Throw&Ids={ids[0]}&Ids={ids[1]}");
        Assert.Equal("ทิ้งลงถังขยะ 2 เรื่อง", preview.Heading);
        await head.PressAsync(preview, "ทิ้งลงถังขยะ 2 เรื่อง");

        var trash = await head.GetAsync("/studio/entries/trash");
        Assert.Contains("เรื่องที่จะทำซ้ำ (สำเนา)", trash.Main, StringComparison.Ordinal);
        Assert.Contains("อีก 30 วัน", trash.Main, StringComparison.Ordinal);
        Assert.Equal(404, (await head.GetAsync(entry.Path)).Status);
        var back = await head.PressAsync(trash, "นำกลับ เรื่องที่จะทำซ้ำ (สำเนา)");
        Assert.Equal("เรื่องที่จะทำซ้ำ (สำเนา)", back.Heading);
    }

    private Task<int> RevisionsAsync(Answer entry)
    {
        var id = Guid.ParseExact(entry.Path.Split('/')[^1], "D");
        return portal.AskAsync(db => db.Revisions.CountAsync(r => r.EntryId == id));
    }
}
