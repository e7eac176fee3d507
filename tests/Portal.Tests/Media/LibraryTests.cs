using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Media;

/// <summary>Pictures that many texts use.</summary>
public sealed class LibraryTests(TestDatabases databases) : PictureTest(databases)
{
    private static readonly Actor Author = People.Malee;
    private static readonly Actor Head = People.Somchai;

    [Fact]
    public async Task The_library_is_filled_by_who_writes_there_and_seen_below_and_within_its_area()
    {
        var district = await NextAsync(Photos.Jpeg(), AssetOwner.Library, by: Author);
        var province = await NextAsync(Photos.Jpeg(), AssetOwner.Library, by: People.FromProvince, area: "31");

        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), AssetOwner.Library, by: People.FromKhuMueang)));
        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), AssetOwner.Library, by: Author, area: "31")));
        foreach (var (who, sees) in ((Actor, Guid[])[])[(Author, [district, province]), (People.FromProvince, [district, province]), (People.FromKhuMueang, [province]), (People.InRole(Role.DistrictHead, "3001"), [])])
        {
            Assert.Equal(sees, (await FindAsync(who, new(Sort: PictureSort.Old))).Rows.Select(a => a.Id));
        }

        // What is seen is not yet one's own to change.
        Assert.Equal("picture.none", await Refused(() => Portal.Run(db => db.RemovePictureAsync(Pictures, province, Author, Now, Stop))));
        Assert.Equal("picture.none", await Refused(() => Portal.Run(db => db.ReplacePictureAsync(Pictures, province, new MemoryStream(Photos.Png()), Author, Now, Stop))));
    }

    [Fact]
    public async Task It_is_looked_through_by_words_folder_kind_and_order_a_page_at_a_time()
    {
        var ids = new List<Guid>();
        foreach (var (alt, folder) in ((string, string)[])[("ฟางคลุมดิน", "ดิน"), ("ปลาดุก", "น้ำ"), ("ก้อนจุลินทรีย์", "ดิน")])
        {
            ids.Add(await NextAsync(Photos.Jpeg(100, 100), AssetOwner.Library, alt: alt, by: Author));
            await Portal.Run(db => db.WritePictureAsync(ids[^1], alt, [], Author, Now, Stop, (folder, new(-1, 1))));
        }

        var own = await NextAsync(Photos.Jpeg(2_000, 1_500), new(Subjects.Entry, await DraftAsync()), by: Author, alt: "ของเรื่อง");

        Assert.Equal([ids[0]], await Ids(new("ฟาง")));
        Assert.Equal([ids[2], ids[0]], await Ids(new("ดิน")));
        Assert.Equal([ids[2], ids[0]], await Ids(new(Folder: "ดิน")));
        Assert.Equal([own], await Ids(new(Kind: PictureKind.Text)));
        Assert.Equal([ids[2], own, ids[1], ids[0]], await Ids(new(Sort: PictureSort.Name)));
        Assert.Equal(own, (await Ids(new(Sort: PictureSort.Size)))[0]);
        Assert.Equal(["ดิน", "น้ำ"], await Portal.Read(db => db.PictureFoldersAsync(Author, Stop)));
        Assert.Equal(new Focus(-1, 1), (await AssetAsync(ids[0])).Focus);
        var all = await FindAsync(Author, new(Page: 99));
        Assert.Equal((4, 1, Files.Sum(f => new FileInfo(f).Length)), (all.Total, all.Page, all.Bytes));
        Assert.Equal("picture.folder", await Refused(() => Portal.Run(db => db.WritePictureAsync(own, "ก", [], Author, Now, Stop, (new string('ก', 61), default)))));

        async Task<List<Guid>> Ids(PictureFilter filter) => [.. (await FindAsync(Author, filter)).Rows.Select(a => a.Id)];
    }

    [Fact]
    public async Task Any_text_may_show_it_in_steps_and_body_and_readers_see_it_while_everybody_in_it_agrees()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        var picture = await NextAsync(Photos.Jpeg(900, 600), AssetOwner.Library, by: Author, shows: sage.Id);
        var (inStep, inBody) = (await DraftAsync(step: picture), await DraftAsync(body: picture));

        foreach (var (entry, told) in ((Guid, string)[])[(inStep, "ภาพในขั้นที่ 1 มีแก้ว"), (inBody, "ภาพในเนื้อความมีแก้ว")])
        {
            Assert.StartsWith(told, (await Assert.ThrowsAsync<PortalException>(() => SubmitAsync(entry))).Message, StringComparison.Ordinal);
        }

        Assert.Equal([("เรื่อง", false), ("เรื่อง", false)], (await UsesAsync(picture, Author)).Select(u => (u.Name, u.IsLive)));
        Assert.All(await UsesAsync(picture, People.FromKhuMueang), u => Assert.Equal(("", null), (u.Name, u.Url)));
        await AgreeAsync(sage);
        await SubmitAsync(inBody);
        await Portal.Run(db => db.ActAsync(inBody, Head, entry => db.ApproveAsync(entry, Samples.Ticked, Head, Now, Stop), Stop));
        Assert.Null(await PublicAsync(picture));
        await Portal.PutLiveAsync(inBody, Head);

        Assert.NotNull(await PublicAsync(picture));
        Assert.True((await UsesAsync(picture, Author)).Single(u => u.IsLive).Name == "เรื่อง");
        var slug = (await Portal.EntryAsync(inBody)).Slug!;
        Assert.Contains($"src=\"/pictures/{picture}/640.webp?v=", (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, slug, Stop)))!.Html, StringComparison.Ordinal);
        await Portal.WithdrawAsync(sage.Id, ConsentPurpose.Photo);
        Assert.Null(await PublicAsync(picture));
        Assert.DoesNotContain("<img", (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, slug, Stop)))!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_in_its_place_keeps_the_uses_and_who_is_seen_and_has_an_address_of_its_own()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        var picture = await NextAsync(Photos.Jpeg(900, 600), AssetOwner.Library, by: Author, shows: sage.Id);
        await DraftAsync(step: picture);
        var before = await AssetAsync(picture);
        Portal.Clock.Now += TimeSpan.FromDays(2);

        await Portal.Run(db => db.ReplacePictureAsync(Pictures, picture, new MemoryStream(Photos.Png(500, 700)), Author, Now, Stop));

        var after = await AssetAsync(picture);
        Assert.Equal((500, 700, 0L), (after.Width, after.Height, after.Bytes));
        Assert.NotEqual(Urls.Of(before, 320), Urls.Of(after, 320));
        Assert.Equal((before.Alt, sage.Id), (after.Alt, Assert.Single(after.ShowsSages)));
        Assert.Single(await UsesAsync(picture, Author));
        Assert.All(Files, f => Assert.Contains(after.FileHash, f, StringComparison.Ordinal));
        await Portal.Run(db => db.MakePictureAsync(Pictures, picture, Stop));
        Assert.Equal(["320.webp", "640.webp", "original"], Files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("""{"width":500,"height":700}""", (await Journal()).Single(h => h.Verb == Verbs.AssetReplaced.Name).Data);

        // What is broken changes nothing, and the same file is no other.
        Assert.Equal("picture.broken", await Refused(() => Portal.Run(db => db.ReplacePictureAsync(Pictures, picture, new MemoryStream(Photos.Jpeg()[..900]), Author, Now, Stop))));
        await Portal.Run(db => db.ReplacePictureAsync(Pictures, picture, new MemoryStream(Photos.Png(500, 700)), Author, Now, Stop));
        Assert.Equal(after.FileAt, (await AssetAsync(picture)).FileAt);
        Assert.Equal(3, Files.Count);
    }

    [Fact]
    public async Task What_nothing_shows_is_listed_after_a_day_and_cleaned_up_unless_somebody_began_to_use_it()
    {
        var entry = await DraftAsync();
        var (kept, begun, free) = (await NextAsync(Photos.Jpeg(), AssetOwner.Library, by: Author), await NextAsync(Photos.Jpeg(), AssetOwner.Library, by: Author), await NextAsync(Photos.Jpeg(), new(Subjects.Entry, entry), by: Author));
        var (ofProvince, portrait) = (await NextAsync(Photos.Jpeg(), AssetOwner.Library, by: People.FromProvince, area: "31"), await NextAsync(Photos.Jpeg(), new(Subjects.Plot, Guid.CreateVersion7())));
        await DraftAsync(step: kept);
        Assert.Empty(await UnusedAsync(Author));
        Portal.Clock.Now += TimeSpan.FromDays(1.1);
        Assert.Equal([begun, free], await UnusedAsync(Author));
        Assert.Equal([begun, free, ofProvince], await UnusedAsync(People.FromProvince));

        await DraftAsync(body: begun);
        Assert.Equal(1, await Portal.Read(db => db.RemoveUnusedAsync(Pictures, [kept, begun, free, ofProvince, portrait], Author, Now, Stop)));

        Assert.Equal([free], await Portal.Read(db => db.Assets.Where(a => a.IsRemoved).Select(a => a.Id).ToListAsync(Stop)));
        Assert.DoesNotContain(Files, f => f.Contains(free.ToString(), StringComparison.Ordinal));
        // A former revision alone keeps nothing.
        await Portal.Read(db => db.ReviseAsync(entry, 1, "3104", Content("เรื่อง", "", PictureName.Of(ofProvince)), Author, Now, Stop));
        Assert.Empty(await UnusedAsync(People.FromProvince));
        await Portal.Read(db => db.ReviseAsync(entry, 2, "3104", Content("เรื่อง", "", ""), Author, Now, Stop));
        Assert.Equal([ofProvince], await UnusedAsync(People.FromProvince));
    }

    [Fact]
    public async Task A_form_names_sages_whom_the_member_may_know_and_keeps_those_who_were_named()
    {
        var (known, hidden) = (await Portal.SageAsync("a", "แก้วใจ"), await Portal.SageAsync("b", "แก้วตา"));
        await Portal.WithdrawAsync(hidden.Id);

        Assert.Equal(["แก้วใจ"], (await Portal.Read(db => db.SagesToTickAsync(Author, "แก้ว", [], Stop))).Select(s => s.Name));
        Assert.Empty(await Portal.Read(db => db.SagesToTickAsync(Author, "", [], Stop)));
        Assert.Equal([known.Id], await Portal.Read(db => db.NameableAsync(Author, [known.Id, hidden.Id], [], Stop)));
        Assert.Equal([known.Id, hidden.Id], await Portal.Read(db => db.NameableAsync(Author, [known.Id, hidden.Id], [hidden.Id], Stop)));
    }

    /// <summary>A second after the one before.</summary>
    private Task<Guid> NextAsync(byte[] file, AssetOwner owner, string alt = "ปูฟาง", Actor? by = null, string area = "3104", params Guid[] shows)
    {
        Portal.Clock.Now += TimeSpan.FromSeconds(1);
        return AddAsync(file, owner, alt: alt, by: by, area: area, shows: shows);
    }

    private static EntryContent Content(string title, string body, string image)
    {
        var lesson = Samples.Lesson(title);
        return lesson with { Body = body, Lesson = lesson.Lesson! with { Steps = [new Step("ขั้น", "ทำ", null, image, "")] } };
    }

    private async Task<Guid> DraftAsync(Guid? step = null, Guid? body = null) => (await Portal.Read(db => db.DraftAsync(
        EntryType.Lesson, "3104", Content("เรื่อง", body is { } id ? PictureName.Markdown(id, "ฟาง") : "", step is { } picture ? PictureName.Of(picture) : ""), Author, Now, Stop))).EntryId;

    private Task<FoundPictures> FindAsync(Actor who, PictureFilter filter) => Portal.Read(db => db.FindPicturesAsync(who, filter, Stop));

    private async Task<List<PictureUsage>> UsesAsync(Guid id, Actor who)
    {
        var asset = await AssetAsync(id);
        return [.. (await Portal.Read(db => db.UsesAsync(who, [asset], Stop)))[id]];
    }

    private async Task<List<Guid>> UnusedAsync(Actor who) => [.. (await Portal.Read(db => db.UnusedPicturesAsync(who, Now, 100, Stop))).Select(a => a.Id)];

    private Task SubmitAsync(Guid id) => Portal.Run(db => db.ActAsync(id, Author, entry => db.SubmitAsync(entry, Author, Now, Stop), Stop));

    private Task AgreeAsync(Sage sage) => Portal.Write(async db =>
        db.Consents.Add((await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Consent(Samples.Paper(ConsentPurpose.Photo), Actor.System, Now)));
}
