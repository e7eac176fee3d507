using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The picture library, without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class LibraryTests(Support.Portal portal)
{
    private const string Add = "เพิ่มรูปนี้";

    [Fact]
    public async Task A_picture_of_the_library_is_added_used_by_two_texts_replaced_and_taken_away()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var page = await writer.ClickAsync(await writer.GetAsync("/studio/pictures"), "เพิ่มรูปเข้าคลัง");
        var refused = await writer.PressAsync(page, Add, ("Picture.Alt", "ฟางในคลัง"), ("Picture.Folder", "ดินดี"), ("Picture.Focus", "1,-1"));
        Assert.Contains("โปรดเลือกรูปก่อน", refused.Main, StringComparison.Ordinal);
        Assert.Equal(("ฟางในคลัง", "ดินดี", "1,-1"), (refused.Value("Picture.Alt"), refused.Value("Picture.Folder"), refused.Document.QuerySelector("[name='Picture.Focus'][checked]")!.GetAttribute("value")));
        var shown = await writer.UploadAsync(refused, Add, Photos.Jpeg(900, 600), "a.jpg");
        Assert.Contains("เพิ่มรูปเข้าคลังแล้ว", shown.Main, StringComparison.Ordinal);
        var id = shown.Path.Split('/')[^1];

        // The list: by folder, in the address; the part that stays in sight is a class.
        var list = await writer.GetAsync("/studio/pictures?folder=ดินดี&q=ฟาง&sort=name");
        var image = Assert.Single(list.Document.QuerySelectorAll(".picture-shelf img"));
        Assert.Equal(("focus-r focus-t", "ฟางในคลัง"), (image.ClassName, image.GetAttribute("alt")));
        Assert.Contains("ยังไม่มีใครใช้", list.Main, StringComparison.Ordinal);
        Assert.Contains("ไม่มีรูปที่ตรงกับตัวกรอง", (await writer.GetAsync("/studio/pictures?q=ไม่มีรูปเช่นนี้")).Main, StringComparison.Ordinal);

        // A step chooses it, a body names it.
        var entry = await writer.DraftAsync("ใช้รูปคลังในขั้น");
        entry = await writer.PressAsync(await writer.GetAsync(entry.Path + "/edit"), "บันทึกร่าง", ("Form.Steps[0].Picture", id));
        var other = await writer.DraftAsync("ใช้รูปคลังในเนื้อความ", ("Form.Body", $"ดูรูป\n\n![](picture:{id})"));
        var body = (await writer.ClickAsync(other, "อ่านฉบับล่าสุด")).Document.QuerySelector(".prose img")!;
        Assert.StartsWith($"/studio/pictures/{id}/640.webp?v=", body.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("ฟางในคลัง", "900", "600", "lazy"), (body.GetAttribute("alt"), body.GetAttribute("width"), body.GetAttribute("height"), body.GetAttribute("loading")));
        shown = await writer.GetAsync($"/studio/pictures/{id}");
        Assert.Contains("ใช้รูปคลังในขั้น ยังไม่เผยแพร่", shown.Main, StringComparison.Ordinal);
        Assert.Contains("ใช้รูปคลังในเนื้อความ ยังไม่เผยแพร่", shown.Main, StringComparison.Ordinal);

        // Another file: the same picture by another address.
        var former = shown.Document.QuerySelector(".picture-large")!.GetAttribute("src")!;
        Assert.Contains("ขาดหรือเสีย", (await writer.UploadAsync(shown, "บันทึก", Photos.Jpeg()[..2_000], "b.jpg")).Main, StringComparison.Ordinal);
        shown = await writer.UploadAsync(shown, "บันทึก", Photos.Png(500, 800), "b.png");
        Assert.NotEqual(former, shown.Document.QuerySelector(".picture-large")!.GetAttribute("src"));
        Assert.Contains("500 × 800 จุด", shown.Main, StringComparison.Ordinal);
        Assert.StartsWith($"/studio/pictures/{id}/", (await writer.ClickAsync(entry, "อ่านฉบับล่าสุด")).Document.QuerySelector(".steps img")!.GetAttribute("src"), StringComparison.Ordinal);

        // Whoever compares reads what the picture is called.
        var compared = await writer.ClickAsync(entry, "เทียบฉบับ");
        Assert.Contains("รูป «ฟางในคลัง»", compared.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(id, compared.Main, StringComparison.Ordinal);

        // Where it is used is said before it goes.
        var removal = await writer.ClickAsync(shown, "เอารูปนี้ออก");
        Assert.Contains("ใช้รูปคลังในขั้น", removal.Main, StringComparison.Ordinal);
        Assert.Contains("เอารูปออกแล้ว", (await writer.PressAsync(removal, "เอารูปออก")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (await writer.GetAsync($"/studio/pictures/{id}")).Status);
    }

    [Fact]
    public async Task Who_is_seen_is_looked_for_by_name_and_stays_when_the_file_changes()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var sage = await portal.AskAsync(db => db.Sages.Where(s => s.Key == "sage-boonmee").Select(s => new { s.Id, s.Name }).SingleAsync());
        Assert.Contains("ไม่พบปราชญ์ชื่อนี้", (await writer.GetAsync("/studio/pictures/new?sage=ไม่มีคนนี้")).Main, StringComparison.Ordinal);
        var page = await writer.GetAsync("/studio/pictures/new?sage=บุญมี");
        var shown = await writer.UploadAsync(page, Add, Photos.Jpeg(), "a.jpg", ("Picture.Alt", "ลุงบุญมี"), ("Picture.Shows", sage.Id.ToString()));
        shown = await writer.UploadAsync(shown, "บันทึก", Photos.WebP(300, 300), "b.webp", ("Picture.Shows", sage.Id.ToString()));

        Assert.Equal(sage.Id.ToString(), Assert.Single(shown.Document.QuerySelectorAll("[name='Picture.Shows'][checked]")).GetAttribute("value"));
        var id = Guid.Parse(shown.Path.Split('/')[^1]);
        Assert.Equal([sage.Id], await portal.AskAsync(db => db.Assets.Where(a => a.Id == id).Select(a => a.ShowsSages).SingleAsync()));
    }

    [Fact]
    public async Task Unused_pictures_are_looked_at_before_they_go_and_those_without_a_tick_stay()
    {
        using var head = await portal.MemberAsync("มานพ");
        var old = TimeProvider.System.GetUtcNow().AddDays(-3);
        var ids = new List<Guid>();
        foreach (var alt in (string[])["เก่าจะลบ", "เก่าจะเก็บ"])
        {
            ids.Add(await portal.AskAsync(async db =>
            {
                using var upload = new MemoryStream(Photos.Jpeg());
                return await db.AddPictureAsync(portal.Services.GetRequiredService<Pictures>(), new(upload, AssetOwner.Library, "3104", AssetUse.Picture, alt, []), Actor.System, old, default);
            }));
        }

        var page = await head.ClickAsync(await head.GetAsync("/studio/pictures"), "รูปที่ไม่มีใครใช้");
        Assert.Contains("เก่าจะเก็บ", page.Main, StringComparison.Ordinal);
        var after = await head.PressAsync(page, "ลบรูปที่ทำเครื่องหมาย", ("ids", ids[0].ToString()));
        Assert.Contains("ลบแล้ว 1 รูป", after.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("เก่าจะลบ", after.Main, StringComparison.Ordinal);
        Assert.Contains("เก่าจะเก็บ", after.Main, StringComparison.Ordinal);
    }
}
