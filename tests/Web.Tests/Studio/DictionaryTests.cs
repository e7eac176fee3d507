using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

[Collection(WritersPortal.Name)]
public sealed class DictionaryTests(Support.Portal portal)
{
    [Fact]
    public async Task A_word_is_looked_at_saved_found_changed_and_taken_out()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var list = await runs.ClickAsync(await runs.GetAsync("/studio"), "คลังคำของการค้นหา");
        var form = await runs.ClickAsync(list, "เพิ่มคำ");
        var preview = await runs.PressAsync(form, "ดูผลก่อนบันทึก", ("Form.Text", "นกฮูกทอดกรอบ"), ("Form.Samples", "เลี้ยงนกฮูกทอดกรอบ"));
        Assert.Contains("เลี้ยงนกฮูกทอดกรอบ", preview.Document.QuerySelector("[aria-labelledby=preview] table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("นกฮูกทอดกรอบ", preview.Value("Form.Text"));
        Assert.Equal("เลี้ยงนกฮูกทอดกรอบ", preview.Value("Form.Samples"));
        Assert.DoesNotContain("นกฮูก", (await runs.GetAsync("/studio/dictionary")).Main, StringComparison.Ordinal);

        var saved = await PostSaveAsync(runs, preview, "/studio/dictionary/words/new", ("Form.Text", "นกฮูกทอดกรอบ"));
        Assert.Contains("กำลังสร้างดัชนีใหม่", saved.Main, StringComparison.Ordinal);
        await Until.Async(async () => (await runs.GetAsync("/studio/index")).Main.Contains("ดัชนีตามทันแล้ว", StringComparison.Ordinal), "the index is level");

        var edit = await runs.ClickAsync(await runs.GetAsync("/studio/dictionary?q=" + Uri.EscapeDataString("ฮูก")), "นกฮูกทอดกรอบ");
        var gone = await runs.PressAsync(edit, "เอาคำนี้ออก");
        Assert.Contains("เอาคำออกแล้ว", gone.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("นกฮูก", gone.Main, StringComparison.Ordinal);
        Assert.Equal(404, (await runs.GetAsync(edit.Path)).Status);
    }

    [Fact]
    public async Task A_pair_of_words_is_found_by_either_as_soon_as_it_is_saved()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var form = await runs.ClickAsync(await runs.GetAsync("/studio/dictionary?list=synonyms"), "เพิ่มคำพ้อง");
        var preview = await runs.PressAsync(form, "ดูผลก่อนบันทึก", ("Form.From", "zzyzx"), ("Form.To", "ห่มดิน"));
        Assert.Contains("0 →", preview.Main, StringComparison.Ordinal);
        Assert.Equal(0, await FoundAsync("zzyzx"));

        var saved = await PostSaveAsync(runs, preview, "/studio/dictionary/synonyms/new", ("Form.From", "zzyzx"), ("Form.To", "ห่มดิน"), ("Form.IsMutual", "true"));
        Assert.Contains("zzyzx ห่มดิน พบด้วย", saved.Main, StringComparison.Ordinal);
        await Until.Async(async () => await FoundAsync("zzyzx") > 0, "the pair works");

        var edit = await runs.ClickAsync(saved, "zzyzx");
        await runs.PressAsync(edit, "เอาคู่นี้ออก");
        await Until.Async(async () => await FoundAsync("zzyzx") == 0, "the pair is gone");
    }

    [Theory]
    [InlineData("words", "Form.Text", "ก = ข", "ใช้เครื่องหมาย")]
    [InlineData("words", "Form.Text", "", "พิมพ์คำก่อน")]
    [InlineData("synonyms", "Form.From", "<script>", "ใช้เครื่องหมาย")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(string list, string field, string typed, string message)
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var path = $"/studio/dictionary/{list}/new";
        var form = await runs.GetAsync(path);
        foreach (var act in (string[])["preview", "save"])
        {
            var refused = await runs.PostAsync(path, [("__RequestVerificationToken", form.Value("__RequestVerificationToken")), (field, typed), ("Form.To", "ปลายทาง"), ("Form.Samples", "ลองคำนี้"), ("act", act)]);
            Assert.Equal(200, refused.Status);
            Assert.Contains(message, refused.Document.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(typed, refused.Value(field));
            Assert.Equal("ลองคำนี้", refused.Value("Form.Samples"));
        }
    }

    [Fact]
    public async Task Two_administrators_at_one_word_are_told_of_each_other()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        await PostSaveAsync(runs, await runs.GetAsync("/studio/dictionary/words/new"), "/studio/dictionary/words/new", ("Form.Text", "นกแก้วดินเผา"));
        var edit = await runs.ClickAsync(await runs.GetAsync("/studio/dictionary"), "นกแก้วดินเผา");
        await PostSaveAsync(runs, edit, edit.Path, ("Form.Text", "นกแก้วดินเหนียว"), ("Form.Version", edit.Value("Form.Version")));

        var late = await runs.PostAsync(edit.Path, Fields(edit, ("Form.Text", "นกแก้วดินทราย"), ("Form.Version", edit.Value("Form.Version"))));
        Assert.Contains("นกแก้วดินเหนียว", late.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("นกแก้วดินทราย", late.Value("Form.Text"));
        Assert.Contains("นกแก้วดินทราย", (await PostSaveAsync(runs, late, edit.Path, ("Form.Text", "นกแก้วดินทราย"), ("Form.Version", late.Value("Form.Version")))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_is_made_anew_on_demand()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var page = await runs.ClickAsync(await runs.GetAsync("/studio"), "ดัชนีค้นหา");
        Assert.Contains("สร้างดัชนีใหม่แล้ว", (await runs.PressAsync(page, "สร้างดัชนีใหม่")).Main, StringComparison.Ordinal);
        await Until.Async(async () => (await runs.GetAsync("/studio/index")).Main is var main && main.Contains("ไม่มีค้าง", StringComparison.Ordinal) && main.Contains("ใช้เวลา", StringComparison.Ordinal), "the index is made");
    }

    private static (string, string)[] Fields(Answer form, params (string Name, string Value)[] fields) =>
        [("__RequestVerificationToken", form.Value("__RequestVerificationToken")), ("act", "save"), .. fields];

    private static async Task<Answer> PostSaveAsync(Visitor visitor, Answer form, string path, params (string Name, string Value)[] fields)
    {
        var saved = await visitor.PostAsync(path, Fields(form, fields));
        Assert.True(saved.Status == 302, saved.Main);
        return await visitor.GetAsync(saved.Location!);
    }

    private async Task<int> FoundAsync(string question)
    {
        using var visitor = portal.Visitor();
        return (await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString(question))).Json.GetProperty("total").GetInt32();
    }
}
