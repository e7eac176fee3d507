using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>From a plot to a centre with bases, and new versions of forms. Who may is in <c>Security/Specs/authority.md</c>.</summary>
[Collection(WritersPortal.Name)]
public sealed class CentreTests(Support.Portal portal)
{
    [Fact]
    public async Task A_step_of_a_plot_is_asked_for_until_it_is_right_and_nothing_typed_is_lost()
    {
        var plot = await PlotAsync("แปลงบ้านขั้นบันได", PlotState.Selected);
        using var head = await portal.MemberAsync("มานพ");
        var page = await head.ClickAsync(await head.GetAsync($"/studio/plots/{plot}"), "บันทึกขั้นต่อไป");
        Assert.Equal(["ขุดแล้ว", "ถอนตัว"], page.Document.QuerySelectorAll("#state label").Select(l => Answer.Squeeze(l.TextContent)));

        foreach (var (typed, said) in ((string, string)[])[
            ("", "โปรดใส่วันที่"), ("8/7/1478", "2564"), ("8 ก.ค. 3107", "2564"), ("เมื่อวาน", "เขียนแบบ"), ("1/1/2620", "ยังมาไม่ถึง"), ("1/1/2560", "ก่อนขั้นก่อนหน้า")])
        {
            page = await head.PressAsync(page, "บันทึกขั้นนี้", ("f.state", "Withdrawn"), ("f.on", typed), ("f.reason", "ย้ายไปอยู่กับลูก"));
            var field = page.Document.QuerySelector("#on")!.ParentElement!;
            Assert.Contains(said, field.QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal((typed, "ย้ายไปอยู่กับลูก"), (page.Value("f.on"), page.Value("f.reason")));
            Assert.Equal("Withdrawn", page.Document.QuerySelector("#state input[checked]")!.GetAttribute("value"));
        }

        page = await head.PressAsync(page, "บันทึกขั้นนี้", ("f.on", "8 ก.ค. 2564"), ("f.reason", ""));
        Assert.Contains("ต้องบอกเหตุผล", page.Main, StringComparison.Ordinal);
        var done = await head.PressAsync(page, "บันทึกขั้นนี้", ("f.reason", "ย้ายไปอยู่กับลูก"));
        Assert.Contains("ถอนตัว · 8 ก.ค. 2564", done.Main, StringComparison.Ordinal);

        var again = await head.PressAsync(page, "บันทึกขั้นนี้", ("f.reason", "ย้ายไปอยู่กับลูก"));
        Assert.Contains("ถอนตัว · 8 ก.ค. 2564", again.Main, StringComparison.Ordinal);
        var replaced = await head.PressAsync(again, "บันทึกขั้นนี้", ("f.state", "Replaced"), ("f.on", "9 ก.ค. 2564"), ("f.reason", "มีแปลงสำรอง"), ("f.by", "3102-L-0001"));
        Assert.Contains("อยู่ต่างอำเภอ", replaced.Main, StringComparison.Ordinal);
        Assert.Contains("ไม่มีขั้นต่อไป", (await head.PressAsync(replaced, "บันทึกขั้นนี้", ("f.by", "๓๑๐๔-l-๐๐๐๑"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_the_contact_person_of_a_centre_is_in_the_journal()
    {
        var centre = Centre.Create(null);
        var known = new CentrePrivate { ContactName = "นางสมใจ", ContactPhone = "0812345678" };
        await portal.AskAsync(async db =>
        {
            await db.EnterAsync(centre, new CentreRecord("ศูนย์มีผู้ประสานงาน", "", "310401", new(), new()), Actor.System, TimeProvider.System.GetUtcNow(), default);
            return true;
        });
        using var head = await portal.MemberAsync("มานพ");
        await head.GetAsync($"/studio/centres/{centre.Id}/edit");
        Assert.Equal(0, await LooksAsync());

        await portal.AskAsync(db => db.WriteRecordAsync<Centre, CentreRecord>(centre.Id, 1, r => r with { Private = known }, Actor.System, TimeProvider.System.GetUtcNow(), default));
        await head.GetAsync($"/studio/centres/{centre.Id}");
        Assert.Equal(0, await LooksAsync());
        Assert.Contains("นางสมใจ", (await head.GetAsync($"/studio/centres/{centre.Id}/edit")).Value("f.contact.name"), StringComparison.Ordinal);
        Assert.Equal(1, await LooksAsync());

        Task<int> LooksAsync() => portal.AskAsync(db => db.Journal.CountAsync(h => h.SubjectId == centre.Id && h.Verb == "contact-seen"));
    }

    [Fact]
    public async Task A_plot_is_proposed_judged_and_chosen_and_its_bases_are_written()
    {
        var plot = await PlotAsync("แปลงบ้านลานเรียน", PlotState.Operating);
        using var head = await portal.MemberAsync("มานพ");
        var form = await head.ClickAsync(await head.GetAsync($"/studio/plots/{plot}"), "เสนอเป็นศูนย์เรียนรู้");
        Assert.Equal(plot.ToString(), form.Document.QuerySelector("[name='f.plot'][checked]")!.GetAttribute("value"));
        form = await head.PressAsync(form, "เสนอเป็นศูนย์เรียนรู้", ("f.name", "ศูนย์ลานเรียน"));
        Assert.Contains("เสนอเพราะอะไร", form.Main, StringComparison.Ordinal);
        Assert.Equal("ศูนย์ลานเรียน", form.Value("f.name"));
        var centre = await head.PressAsync(form, "เสนอเป็นศูนย์เรียนรู้", ("f.reason", "ทำจริงมาสองปี"));
        Assert.Equal(("ศูนย์ลานเรียน", centre.Path), (centre.Heading, (await head.PressAsync(form, "เสนอเป็นศูนย์เรียนรู้", ("f.reason", "ทำจริงมาสองปี"))).Path));
        Assert.Equal(404, await AnonymousAsync("/centres/" + Uri.EscapeDataString("ศูนย์ลานเรียน")));
        Assert.Equal(centre.Path, (await head.GetAsync($"/studio/plots/{plot}")).Link("ศูนย์ลานเรียน"));

        var page = await head.ClickAsync(centre, "ให้คะแนนและคัดเลือก");
        page = await head.PressAsync(page, "คัดเลือกเป็นศูนย์", ("f.willing", "yes"), ("f.safe", "no"), ("f.Reason", "ไปดูแปลงแล้ว"));
        Assert.Contains("ปลอดภัยสำหรับเด็กและผู้สูงอายุ", page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ไปดูแปลงแล้ว", page.Value("f.Reason"));
        page = await head.PressAsync(page, "บันทึกผลประเมิน");
        Assert.Contains("คะแนนล่าสุด 20 จาก 100", page.Main, StringComparison.Ordinal);
        page = await head.PressAsync(page, "คัดเลือกเป็นศูนย์", ("f.safe", "yes"), ("f.Reason", "ทำราวกันตกแล้ว"));
        Assert.Contains("คัดเลือกแล้ว", page.Main, StringComparison.Ordinal);
        Assert.Contains("30 คะแนน", page.Main, StringComparison.Ordinal);
        Assert.Contains("มานพ", page.Document.QuerySelector("[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
        var compared = await head.ClickAsync(page, "เทียบกับที่อื่นในอำเภอ");
        Assert.Contains("ศูนย์ลานเรียน", compared.Main, StringComparison.Ordinal);

        await WriteBaseAsync(head, centre.Path);
    }

    [Fact]
    public async Task A_new_version_of_a_form_is_made_of_the_one_before()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var list = await runs.ClickAsync(await runs.GetAsync("/studio"), "แบบฟอร์มของทะเบียน");
        var shown = await runs.ClickAsync(list, "เกณฑ์คัดเลือกแปลงเป็นศูนย์เรียนรู้");
        var form = await runs.GetAsync(shown.Link("ทำรุ่นใหม่จากรุ่นนี้") + "?area=33");
        var rows = form.Document.QuerySelectorAll("details.check-row").Length;
        form = await runs.PressAsync(form, "เพิ่มช่องอีก", ("f.fields.0.weight", "มาก"));
        Assert.Equal((rows + 2, "มาก"), (form.Document.QuerySelectorAll("details.check-row").Length, form.Value("f.fields.0.weight")));
        form = await runs.PressAsync(form, "บันทึกเป็นรุ่นที่ 1", ("f.fields.1.use", null), ($"f.fields.{rows - 1}.label", "มีน้ำดื่ม"), ($"f.fields.{rows - 1}.weight", "5"), ($"f.fields.{rows - 1}.type", "YesNo"));
        Assert.Contains("ไม่ใช่ «มาก»", form.Main, StringComparison.Ordinal);
        Assert.Equal("มีน้ำดื่ม", form.Value($"f.fields.{rows - 1}.label"));

        var made = await runs.PressAsync(form, "บันทึกเป็นรุ่นที่ 1", ("f.fields.0.weight", "40"));
        Assert.Contains("รุ่นที่ 1", made.Heading, StringComparison.Ordinal);
        Assert.Contains("มีน้ำดื่ม", made.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("มีครูพาทำอย่างน้อยหนึ่งคน", made.Main, StringComparison.Ordinal);
        Assert.Equal("selection-33-1", await portal.AskAsync(async db => (await db.FormForAsync(FormKind.Selection, "330101", default))!.Key));
        Assert.Equal("selection-1", await portal.AskAsync(async db => (await db.FormForAsync(FormKind.Selection, "310401", default))!.Key));
    }

    [Fact]
    public async Task A_shared_base_is_added_and_changed()
    {
        using var runs = await portal.MemberAsync("ธีระ");
        var form = await runs.ClickAsync(await runs.ClickAsync(await runs.GetAsync("/studio"), "ฐานการเรียนรู้กลาง"), "เพิ่มฐานกลาง");
        form = await runs.PressAsync(form, "บันทึก", ("Form.Title", "คนเลี้ยงชันโรง"), ("Form.Order", "สิบ"));
        Assert.Contains("ลำดับเป็นตัวเลข", form.Main, StringComparison.Ordinal);
        var list = await runs.PressAsync(form, "บันทึก", ("Form.Order", "๑๐"), ("Form.Synonyms", "ขี้สูด\nชันโรง"));
        Assert.Contains("ขี้สูด · ชันโรง", list.Main, StringComparison.Ordinal);
        var edit = await runs.ClickAsync(list, "คนเลี้ยงชันโรง");
        Assert.Contains("คนรักชันโรง", (await runs.PressAsync(edit, "บันทึก", ("Form.Title", "คนรักชันโรง"))).Main, StringComparison.Ordinal);
        Assert.Contains("มีคนแก้ฐานนี้ก่อนท่าน", (await runs.PressAsync(edit, "บันทึก", ("Form.Title", "คนชอบชันโรง"))).Main, StringComparison.Ordinal);
    }

    private static async Task WriteBaseAsync(Visitor head, string centre)
    {
        var form = await head.ClickAsync(await head.GetAsync(centre + "/bases"), "เพิ่มฐาน");
        form = await head.PressAsync(form, "เพิ่มแถว", ("f.materials.0.name", "ฟาง"), ("f.materials.0.amount", "5"));
        Assert.Equal(("ฟาง", ""), (form.Value("f.materials.0.name"), form.Value("f.materials.1.name")));
        form = await head.PressAsync(form, "บันทึกฐาน");
        Assert.Contains("โปรดใส่ชื่อฐาน", form.Main, StringComparison.Ordinal);
        var lesson = form.Document.QuerySelectorAll("[name='f.lessons.0.key'] option")[1];
        (string, string?)[] typed =
        [
            ("f.name", "ห่มดินบ้านเรา"), ("f.people", "๒๐"), ("f.materials.0.unit", "ก้อน"), ("f.steps.0.text", "ปูฟาง"), ("f.steps.0.minutes", "15"),
            ("f.questions", "ดินที่บ้านสีอะไร"), ("f.lessons.0.key", lesson.GetAttribute("value")), ("f.lessons.0.order", "1"),
        ];
        var list = await head.PressAsync(form, "บันทึกฐาน", typed);
        Assert.Contains("1 ขั้น 15 นาที · วัสดุ 1 · บทเรียน 1", list.Main, StringComparison.Ordinal);

        // Two at once: the second is told and sees both.
        var (mine, theirs) = (await head.ClickAsync(list, "ห่มดินบ้านเรา"), await head.ClickAsync(list, "ห่มดินบ้านเรา"));
        list = await head.PressAsync(theirs, "บันทึกฐาน", ("f.goal", "ห่มดินเป็น"));
        var conflict = await head.PressAsync(mine, "บันทึกฐาน", ("f.goal", "รู้จักดิน"));
        Assert.Contains("มีคนบันทึกศูนย์นี้ก่อนท่าน", conflict.Main, StringComparison.Ordinal);
        Assert.Equal(["ห่มดินเป็น", "รู้จักดิน"], conflict.Document.QuerySelectorAll(".compare pre").Select(p => Answer.Squeeze(p.TextContent)));
        await head.PressAsync(conflict, "บันทึกฐาน");

        var scaled = await head.GetAsync(mine.Path + "?people=30");
        Assert.Contains("ฟาง 7.5 ก้อน", Answer.Squeeze(scaled.Document.QuerySelector("[aria-labelledby=group]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("รู้จักดิน", scaled.Value("f.goal"));
        var second = await head.PressAsync(await head.GetAsync(centre + "/bases/new"), "บันทึกฐาน", ("f.name", "ปุ๋ยหมัก"));
        var ordered = await head.PressAsync(second, "บันทึกลำดับ", ("f.order.1", "2"), ("f.order.2", "1"));
        Assert.Equal(["ปุ๋ยหมัก", "ห่มดินบ้านเรา"], ordered.Document.QuerySelectorAll("tbody td:first-child").Select(c => Answer.Squeeze(c.TextContent)));
        var one = await head.PressAsync(ordered, "บันทึกลำดับ", ("f.gone.2", "yes"));
        Assert.Equal(["ห่มดินบ้านเรา"], one.Document.QuerySelectorAll("tbody td:first-child").Select(c => Answer.Squeeze(c.TextContent)));
        Assert.Contains("มีคนบันทึกศูนย์นี้ก่อนท่าน", (await head.PressAsync(ordered, "บันทึกลำดับ")).Main, StringComparison.Ordinal);
    }

    private async Task<int> AnonymousAsync(string path)
    {
        using var visitor = portal.Visitor();
        return (await visitor.GetAsync(path)).Status;
    }

    private Task<Guid> PlotAsync(string name, PlotState stage) => portal.AskAsync(async db =>
    {
        var plot = Plot.Create(null);
        var record = new PlotRecord(
            new(name, PlotKind.Clm, 2021, "310406", new LandSize(600), "", Synthetic: true),
            new() { History = [.. Enum.GetValues<PlotState>().Where(s => s <= stage).Select((s, at) => new PlotStep(s, new DateOnly(2021, 1, 1 + at)))] });
        await db.EnterAsync(plot, record, Actor.System, TimeProvider.System.GetUtcNow(), default);
        return plot.Id;
    });
}
