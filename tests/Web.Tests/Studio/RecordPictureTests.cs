using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The portrait of a sage and the picture of a centre: put there, replaced, taken away, and before readers with everybody's consent. Without script.</summary>
[Collection(WritersPortal.Name)]
public sealed class RecordPictureTests(Support.Portal portal)
{
    private const string Save = "บันทึกรูป";

    [Fact]
    public async Task A_portrait_counts_in_the_record_and_is_shown_while_the_sage_agrees()
    {
        var sage = await portal.AddSageAsync("นางรูปงาม ตามจริง", [ConsentPurpose.Profile]);
        await GiveAsync(sage.Id, ConsentPurpose.Province);
        using var worker = await portal.MemberAsync("สายใจ");
        using var reader = portal.Visitor();
        var page = await worker.ClickAsync(await worker.GetAsync($"/studio/sages/{sage.Id}"), "รูปถ่าย");
        Assert.Contains("โปรดเลือกรูปก่อน", (await worker.PressAsync(page, Save, ("Picture.Alt", "ยิ้ม"))).Main, StringComparison.Ordinal);
        Assert.Contains("โปรดบอกว่ารูปนี้แสดงอะไร", (await worker.UploadAsync(page, Save, Photos.Png(), "a.png")).Main, StringComparison.Ordinal);

        var (before, lacked) = await StateAsync(sage.Id);
        page = await worker.UploadAsync(page, Save, Photos.Jpeg(700, 900), "a.jpg", ("Picture.Alt", "ป้ายิ้มหน้าบ้าน"));
        var (after, lacks) = await StateAsync(sage.Id);
        Assert.True(after > before);
        Assert.Equal((true, false), (lacked.Contains("photo"), lacks.Contains("photo")));
        var first = page.Document.QuerySelector("main img")!.GetAttribute("src")!;
        Assert.Contains("ยังไม่ได้ยินยอมให้ใช้ภาพถ่าย", page.Main, StringComparison.Ordinal);
        Assert.Equal(404, (await reader.GetAsync(first.Replace("/studio", "", StringComparison.Ordinal))).Status);

        // A new one takes its place; the words alone can be written anew.
        page = await worker.UploadAsync(page, Save, Photos.Jpeg(900, 700), "b.jpg", ("Picture.Alt", "ป้ากับกล้า"));
        page = await worker.PressAsync(page, Save, ("Picture.Alt", "ป้ากับถาดกล้า"));
        Assert.Equal(404, (await worker.OnceAsync(first)).Status);
        var picture = page.Document.QuerySelector("main img")!.GetAttribute("src")!.Replace("/studio", "", StringComparison.Ordinal);

        await GiveAsync(sage.Id, ConsentPurpose.Photo);
        var url = $"/sages/{sage.Code}";
        await Until.Async(async () => (await reader.GetAsync(url)).Document.QuerySelector("img.portrait")?.GetAttribute("alt") == "ป้ากับถาดกล้า", "the portrait is there");
        Assert.Equal(200, (await reader.GetAsync(picture)).Status);
        Assert.Contains("/studio/pictures/", (await worker.GetAsync($"/studio/sages/{sage.Id}/preview")).Document.QuerySelector("img.portrait")!.GetAttribute("src"), StringComparison.Ordinal);

        await portal.AskAsync(async db =>
        {
            await db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Photo, Actor.System, Now, default);
            return true;
        });
        Assert.Equal(404, (await reader.GetAsync(picture)).Status);
        await Until.Async(async () => (await reader.GetAsync(url)).Document.QuerySelector("main img") is null, "the kept page is gone");

        await worker.PressAsync(await worker.GetAsync($"/studio/sages/{sage.Id}/picture"), "เอารูปออก");
        Assert.Equal(before, (await StateAsync(sage.Id)).Percent);
    }

    [Fact]
    public async Task A_picture_of_a_centre_waits_for_everybody_who_is_seen_in_it()
    {
        var centre = await portal.AskAsync(db => db.PublicCentres().OrderBy(c => c.Key).FirstAsync(c => db.Sages.Any(s => s.CentreKeys.Contains(c.Key))));
        var sage = await portal.AskAsync(db => db.Sages.AsNoTracking().Where(s => s.CentreKeys.Contains(centre.Key)).OrderBy(s => s.Key).FirstAsync());
        var agrees = await portal.AskAsync(db => db.HasConsentAsync(sage.Id, ConsentPurpose.Photo, default));
        using var head = await portal.MemberAsync("อรุณี");
        using var reader = portal.Visitor();
        var page = await head.ClickAsync(await head.GetAsync($"/studio/centres/{centre.Id}"), "รูปของศูนย์");
        page = await head.UploadAsync(page, Save, Photos.Jpeg(800, 500), "a.jpg", ("Picture.Alt", "ลานเรียนใต้ต้นจามจุรี"), ("Picture.Shows", sage.Id.ToString()));
        Assert.Equal(!agrees, page.Main.Contains("ยังไม่ได้ยินยอมให้ใช้ภาพถ่าย", StringComparison.Ordinal));
        var url = $"/centres/{Uri.EscapeDataString(centre.Slug)}";
        if (!agrees)
        {
            Assert.Null((await reader.GetAsync(url)).Document.QuerySelector("img.view"));
            await GiveAsync(sage.Id, ConsentPurpose.Photo);
        }

        await Until.Async(async () => (await reader.GetAsync(url)).Document.QuerySelector("img.view")?.GetAttribute("alt") == "ลานเรียนใต้ต้นจามจุรี", "the picture is there");
        Assert.Equal(404, (await head.GetAsync($"/studio/plots/{centre.Id}/picture")).Status);
        await head.PressAsync(page, "เอารูปออก");
        await Until.Async(async () => (await reader.GetAsync(url)).Document.QuerySelector("img.view") is null, "the picture is gone");
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<(int Percent, IReadOnlyList<string> Missing)> StateAsync(Guid sage)
    {
        var found = await portal.AskAsync(db => db.Sages.AsNoTracking().SingleAsync(s => s.Id == sage));
        return (found.Percent, found.Missing);
    }

    private Task<bool> GiveAsync(Guid sage, ConsentPurpose purpose) => portal.AskAsync(async db =>
    {
        await db.GiveConsentsAsync(sage, [new(purpose, new DateOnly(2021, 7, 8), ConsentMethod.Spoken)], Actor.System, Now, default);
        return true;
    });
}
