using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Security;

[Collection(WritersPortal.Name)]
public sealed class PictureServingTests(Support.Portal portal)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_picture_of_nobody_is_kept_for_ever_and_does_nothing_when_opened_by_itself()
    {
        using var visitor = portal.Visitor();
        var id = await ShownAsync([]);
        foreach (var width in (int[])[320, 640])
        {
            var address = $"/pictures/{id}/{width}.webp?v={await HashAsync(id)}";
            var picture = await visitor.OnceAsync(address);
            Assert.Equal((200, "image/webp"), (picture.Status, picture.ContentHeaders.ContentType!.MediaType));
            Assert.Equal("public, max-age=31536000, immutable", picture.Header("Cache-Control"));
            Assert.Equal(("nosniff", "default-src 'none'; sandbox", "same-origin"), (picture.Header("X-Content-Type-Options"), picture.Header("Content-Security-Policy"), picture.Header("Cross-Origin-Resource-Policy")));
            Assert.Null(picture.Header("Set-Cookie"));
            Assert.Equal("RIFF"u8.ToArray(), picture.Body[..4]);
            Assert.Equal(304, (await visitor.OnceAsync(address, ("If-None-Match", picture.Header("ETag")!))).Status);
        }
    }

    [Fact]
    public async Task Another_file_in_its_place_has_another_address_and_no_one_keeps_the_former_for_it()
    {
        using var visitor = portal.Visitor();
        var id = await ShownAsync([]);
        var former = $"/pictures/{id}/320.webp?v={await HashAsync(id)}";
        var before = await visitor.OnceAsync(former);
        Assert.Equal("max-age=60, private", (await visitor.OnceAsync($"/pictures/{id}/320.webp")).Header("Cache-Control"));

        await portal.AskAsync(async db =>
        {
            using var upload = new MemoryStream(Photos.Png(300, 600));
            await db.ReplacePictureAsync(portal.Services.GetRequiredService<Pictures>(), id, upload, Actor.System, Now, Stop);
            return true;
        });

        var now = await visitor.OnceAsync($"/pictures/{id}/320.webp?v={await HashAsync(id)}");
        Assert.Equal((200, "public, max-age=31536000, immutable"), (now.Status, now.Header("Cache-Control")));
        Assert.NotEqual(before.Body, now.Body);
        var stale = await visitor.OnceAsync(former, ("If-None-Match", before.Header("ETag")!));
        Assert.Equal((200, "max-age=60, private"), (stale.Status, stale.Header("Cache-Control")));
        Assert.Equal(now.Body, stale.Body);
    }

    [Fact]
    public async Task A_picture_of_somebody_is_kept_for_a_minute_and_gone_with_the_consent()
    {
        using var visitor = portal.Visitor();
        var sage = await portal.AskAsync(db => db.Sages.Where(s => s.Key == "sage-khwan").Select(s => s.Id).SingleAsync(Stop));
        var address = $"/pictures/{await ShownAsync([sage])}/320.webp";
        var picture = await visitor.OnceAsync(address);
        Assert.Equal((200, "max-age=60, private"), (picture.Status, picture.Header("Cache-Control")));

        await WriteAsync(async db => (await db.Sages.SingleAsync(s => s.Id == sage, Stop)).Withdraw(
            await db.Consents.SingleAsync(c => c.SageId == sage && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null, Stop), Actor.System, Now));
        var gone = await visitor.OnceAsync(address, ("If-None-Match", picture.Header("ETag")!));
        Assert.Equal((404, "no-store"), (gone.Status, gone.Header("Cache-Control")));
    }

    [Theory]
    [InlineData("/pictures/{id}/321.webp")]
    [InlineData("/pictures/{id}/1600.webp")]
    [InlineData("/pictures/{id}/original")]
    [InlineData("/pictures/{id}/original.webp")]
    [InlineData("/pictures/{id}/-320.webp")]
    [InlineData("/pictures/{id}/320.jpg")]
    [InlineData("/pictures/{id}/320")]
    [InlineData("/pictures/{id}/evidence.jpg")]
    [InlineData("/pictures/{id}/../../portal.db")]
    [InlineData("/pictures/019ab000-0000-7000-8000-000000000000/320.webp")]
    [InlineData("/pictures/x/320.webp")]
    public async Task There_is_no_other_file(string path)
    {
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.OnceAsync(path.Replace("{id}", (await ShownAsync([])).ToString(), StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Evidence_is_never_kept_and_each_look_is_in_the_journal()
    {
        var id = await AddAsync(new(Subjects.Plot, Guid.CreateVersion7()), AssetUse.Evidence, []);
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.OnceAsync($"/pictures/{id}/320.webp")).Status);
        using var worker = await portal.MemberAsync("สายใจ");
        Assert.Equal(404, (await worker.OnceAsync($"/studio/pictures/{id}/320.webp")).Status);
        Assert.Equal(0, await LooksAsync());

        for (var look = 1; look <= 2; look++)
        {
            var evidence = await worker.OnceAsync($"/studio/evidence/{id}");
            Assert.Equal((200, "image/jpeg", "no-store", "nosniff"), (evidence.Status, evidence.ContentHeaders.ContentType!.MediaType, evidence.Header("Cache-Control"), evidence.Header("X-Content-Type-Options")));
            Assert.Equal("inline", evidence.Header("Content-Disposition"));
            Assert.Equal(look, await LooksAsync());
        }

        using var stranger = await portal.MemberAsync("ประเสริฐ");
        var refused = await stranger.OnceAsync($"/studio/evidence/{id}");
        Assert.Equal((404, null), (refused.Status, refused.Header("Content-Disposition")));
        using var headers = new HttpRequestMessage(HttpMethod.Head, $"/studio/evidence/{id}");
        Assert.NotEqual(200, (await worker.SendAsync(headers)).Status);
        Assert.Equal(2, await LooksAsync());

        using var admin = await portal.MemberAsync("ธีระ");
        Assert.Contains("เปิดดูรูป “หลักฐาน”", (await admin.GetAsync("/studio/audit?group=contacts")).Main, StringComparison.Ordinal);

        Task<int> LooksAsync() => portal.AskAsync(db => db.Journal.CountAsync(h => h.SubjectId == id && h.Verb == Verbs.AssetEvidenceSeen.Name, Stop));
    }

    /// <summary>A picture that a live lesson uses.</summary>
    private async Task<Guid> ShownAsync(Guid[] shows)
    {
        var content = new EntryContent { Title = $"รูปที่เผยแพร่ {Guid.CreateVersion7()}", Lesson = new() };
        var entry = Entry.Draft(EntryType.Lesson, null, "3104", content, Actor.System, Now);
        await WriteAsync(db => Task.FromResult(db.Entries.Add(entry)));
        var id = await AddAsync(new(Subjects.Entry, entry.Id), AssetUse.Picture, shows);
        await WriteAsync(async db =>
        {
            var again = await db.Entries.SingleAsync(e => e.Id == entry.Id, Stop);
            var withPicture = content with { Lesson = new() { Steps = [new Step("ขั้น", "ทำ", null, PictureName.Of(id), "")] } };
            again.Revise(withPicture, content, Actor.System, Now);
            await db.PublishAsync(again, withPicture, Actor.System, Now, Stop);
        });
        return id;
    }

    private Task<Guid> AddAsync(AssetOwner owner, AssetUse use, Guid[] shows) => portal.AskAsync(async db =>
    {
        using var upload = new MemoryStream(Photos.Jpeg(500, 400));
        return await db.AddPictureAsync(portal.Services.GetRequiredService<Pictures>(), new(upload, owner, "3104", use, "ปูฟาง", shows), Actor.System, Now, Stop);
    });

    private Task<string> HashAsync(Guid id) => portal.AskAsync(db => db.Assets.Where(a => a.Id == id).Select(a => a.FileHash).SingleAsync(Stop));

    private Task<bool> WriteAsync(Func<KhokNongNa.Portal.Data.PortalDb, Task> work) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            await work(db);
            await db.SaveChangesAsync(Stop);
            return true;
        },
        Stop));
}
