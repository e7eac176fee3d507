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

/// <summary>Journey: somebody is seen in a picture of a lesson.</summary>
public sealed class PictureConsentTests(TestDatabases databases) : PictureTest(databases)
{
    private static readonly Actor Author = People.Malee;
    private static readonly Actor Head = People.Somchai;

    [Fact]
    public async Task A_lesson_that_shows_a_sage_who_did_not_agree_is_not_submitted_and_the_sentence_says_what_to_do()
    {
        var sage = await Portal.SageAsync("boonmee", "นายบุญมี ดีมาก");
        var (entry, _) = await WithPictureAsync(sage.Id);

        var refusal = await Assert.ThrowsAsync<PortalException>(() => SubmitAsync(entry));

        Assert.Equal(("picture.consent", "Steps"), (refusal.Code, refusal.Field));
        Assert.Equal("ภาพในขั้นที่ 2 มีนายบุญมี ดีมาก ซึ่งยังไม่ได้ยินยอมให้ใช้ภาพถ่าย โปรดขอความยินยอมและบันทึกไว้ก่อน หรือเปลี่ยนภาพในขั้นนั้น", refusal.Message);
        Assert.Equal(EntryState.Draft, (await Portal.EntryAsync(entry)).State);
        await AgreeAsync(sage);
        await SubmitAsync(entry);
    }

    [Fact]
    public async Task Consent_taken_back_meanwhile_stops_approval_and_publication()
    {
        var sage = await Portal.SageAsync("boonmee", "นายบุญมี");
        var (entry, _) = await WithPictureAsync(sage.Id);
        await AgreeAsync(sage);
        await SubmitAsync(entry);

        await Portal.WithdrawAsync(sage.Id, ConsentPurpose.Photo);
        Assert.Equal("picture.consent", await Refused(() => ApproveAsync(entry)));
        await AgreeAsync(sage);
        await ApproveAsync(entry);
        await Portal.WithdrawAsync(sage.Id, ConsentPurpose.Photo);
        Assert.Equal("picture.consent", await Refused(() => Portal.PutLiveAsync(entry, Head)));
        Assert.False((await Portal.EntryAsync(entry)).IsLive);
    }

    [Fact]
    public async Task Another_purpose_does_not_stand_in_and_others_in_the_picture_are_named()
    {
        var (one, two, three) = (await Portal.SageAsync("a", "แก้ว"), await Portal.SageAsync("b", "ทองดี"), await Portal.SageAsync("c", "วิชัย"));
        var (entry, _) = await WithPictureAsync(one.Id, two.Id, three.Id);
        await AgreeAsync(two);

        Assert.Contains("มีแก้ว และวิชัย ซึ่ง", (await Assert.ThrowsAsync<PortalException>(() => SubmitAsync(entry))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_picture_that_the_live_text_uses_is_public_and_only_while_everybody_in_it_agrees()
    {
        var (sage, other) = (await Portal.SageAsync("a", "แก้ว"), await Portal.SageAsync("b", "ทองดี"));
        await AgreeAsync(sage);
        await AgreeAsync(other);
        var (entry, picture) = await WithPictureAsync(sage.Id, other.Id);
        var unused = await AddAsync(Photos.Jpeg(), new(Subjects.Entry, entry));
        Assert.Null(await PublicAsync(picture));
        await SubmitAsync(entry);
        await ApproveAsync(entry);
        await Portal.PutLiveAsync(entry, Head);
        var slug = (await Portal.EntryAsync(entry)).Slug!;

        Assert.NotNull(await PublicAsync(picture));
        Assert.Null(await PublicAsync(unused));
        var shown = await ShownAsync(slug);
        var v = (await AssetAsync(picture)).FileHash;
        Assert.Equal(12, v.Length);
        Assert.Equal(($"/pictures/{picture}/640.webp?v={v}", 1_500, 1_000, "ปูฟางรอบโคนต้น"), (shown!.Url, shown.Width, shown.Height, shown.Alt));
        Assert.Equal(string.Join(", ", ((string[])["320.webp?v={v} 320w", "640.webp?v={v} 640w", "960.webp?v={v} 960w", "1600.webp?v={v} 1500w"]).Select(f => $"/pictures/{picture}/{f.Replace("{v}", v, StringComparison.Ordinal)}")), shown.SourceSet);

        await Portal.WithdrawAsync(other.Id, ConsentPurpose.Photo);
        Assert.Null(await PublicAsync(picture));
        Assert.Null(await ShownAsync(slug));
        Assert.Equal(2, (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, slug, Stop)))!.Content.Lesson!.Steps.Count);

        await AgreeAsync(other);
        Assert.NotNull(await PublicAsync(picture));
        await Portal.ActAsync(entry, Head, (e, now) => e.Archive(Head, now));
        Assert.Null(await PublicAsync(picture));
    }

    [Fact]
    public async Task A_picture_of_another_text_is_not_shown_nor_a_removed_or_unknown_one()
    {
        var (_, theirs) = await WithPictureAsync();
        var mine = await Portal.PublishAsync(WithSteps("ของฉัน", PictureName.Of(theirs), PictureName.Of(Guid.CreateVersion7()), "picture:ไม่มี", "a/b.svg"), EntryType.Lesson);
        var view = (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ของฉัน", Stop)))!;

        Assert.Equal([null, null, null, "/media/a/b.svg"], view.Content.Lesson!.Steps.Select(s => view.PictureOf(s)?.Url));
        Assert.Null(await PublicAsync(theirs));
        Assert.True((await Portal.EntryAsync(mine)).IsLive);
    }

    [Fact]
    public async Task A_portrait_is_public_with_its_sage_and_the_consent_to_photos()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        var portrait = await AddAsync(Photos.Jpeg(), new(Subjects.Sage, sage.Id), area: sage.AreaCode);

        Assert.Equal([sage.Id], (await AssetAsync(portrait)).ShowsSages);
        Assert.Null(await PublicAsync(portrait));
        await AgreeAsync(sage);
        Assert.NotNull(await PublicAsync(portrait));
        await Portal.WithdrawAsync(sage.Id);
        Assert.Null(await PublicAsync(portrait));
    }

    [Fact]
    public async Task A_new_portrait_takes_the_place_of_the_one_before_and_always_shows_its_sage()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        var owner = new AssetOwner(Subjects.Sage, sage.Id);
        var first = await AddAsync(Photos.Jpeg(), owner, area: sage.AreaCode);
        var second = await AddAsync(Photos.Jpeg(), owner, area: sage.AreaCode);

        Assert.True((await AssetAsync(first)).IsRemoved);
        Assert.Single(Files.Select(Path.GetDirectoryName).Distinct());
        Assert.Equal(second, (await Portal.Read(db => db.RecordPictureAsync(owner, Stop)))!.Id);
        await Portal.Run(db => db.WritePictureAsync(second, "ยิ้ม", [], Head, Now, Stop));
        Assert.Equal([sage.Id], (await AssetAsync(second)).ShowsSages);
        await Portal.Run(db => db.RemoveRecordPictureAsync(Pictures, owner, Head, Now, Stop));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task A_portrait_is_put_and_seen_by_who_works_on_the_record_alone()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        var owner = new AssetOwner(Subjects.Sage, sage.Id);

        // Who writes texts in the area, and did not enter the record.
        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), owner, by: People.Malee, area: sage.AreaCode)));
        var id = await AddAsync(Photos.Jpeg(), owner, area: sage.AreaCode);
        Assert.Empty(await Portal.Read(db => db.PicturesFor(People.Malee).ToListAsync(Stop)));
        Assert.Equal([id], await Portal.Read(db => db.PicturesFor(Head).Select(a => a.Id).ToListAsync(Stop)));
        Assert.Equal("picture.none", await Refused(() => Portal.Run(db => db.RemovePictureAsync(Pictures, id, People.Malee, Now, Stop))));
    }

    [Fact]
    public async Task A_picture_of_a_centre_is_public_with_the_centre_and_the_consent_of_who_is_seen()
    {
        var sage = await Portal.SageAsync("a", "แก้ว");
        await Portal.CentreAsync("c", "ศูนย์", "310427");
        var centre = await Portal.Read(db => db.Centres.AsNoTracking().SingleAsync(c => c.Key == "c", Stop));
        var picture = await AddAsync(Photos.Jpeg(), new(Subjects.Centre, centre.Id), area: "310427", shows: [sage.Id]);

        Assert.Null(await PublicAsync(picture));
        await AgreeAsync(sage);
        Assert.NotNull(await PublicAsync(picture));
        await Portal.Write(async db => (await db.Centres.SingleAsync(c => c.Id == centre.Id, Stop)).Move(new(CentreStage.Suspended, ThaiTime.Day(Now), "ซ่อม"), Head, Now));
        Assert.Null(await PublicAsync(picture));
    }

    [Fact]
    public async Task Nothing_of_plots_and_no_evidence_is_public()
    {
        Assert.Null(await PublicAsync(await AddAsync(Photos.Jpeg())));
        var sage = await Portal.SageAsync("a", "แก้ว");
        await AgreeAsync(sage);
        Assert.Null(await PublicAsync(await AddAsync(Photos.Jpeg(), new(Subjects.Sage, sage.Id), AssetUse.Evidence, "", area: sage.AreaCode)));
    }

    [Fact]
    public async Task Who_may_be_seen_are_the_sages_of_the_text_and_its_teller()
    {
        await Portal.AreasAsync();
        await Portal.SageAsync("a", "แก้ว");
        var teller = await Portal.SageAsync("b", "ทองดี");
        await AgreeAsync(teller);
        await Portal.SageAsync("c", "วิชัย");
        var slip = await Portal.Read(db => db.EnrolAsync(new("ทองดี", "b", ""), Role.Sage, "310427", "", null, Actor.System, Now, Stop));
        var by = new Actor(slip.MemberId, []) { Tellers = [new(slip.MemberId, "ทองดี", "310427", "b")] };
        var content = Samples.Lesson("ปูฟาง") with { Sages = ["a"] };
        var entry = Entry.Draft(EntryType.Lesson, null, "310427", content, by, Now, teller: slip.MemberId);

        Assert.Equal([("แก้ว", false), ("ทองดี", true)], (await Portal.Read(db => db.SagesSeenInAsync(entry, content, Stop))).Select(s => (s.Name, s.Agrees)));
    }

    private static EntryContent WithSteps(string title, params string[] images)
    {
        var lesson = Samples.Lesson(title);
        return lesson with { Lesson = lesson.Lesson! with { Steps = [.. images.Select((image, i) => new Step($"ขั้น {i}", "ทำ", null, image, ""))] } };
    }

    /// <summary>A draft whose second step uses a picture.</summary>
    private async Task<(Guid Entry, Guid Picture)> WithPictureAsync(params Guid[] shows)
    {
        var content = WithSteps("ห่มดิน", "", "");
        var entry = (await Portal.Read(db => db.DraftAsync(EntryType.Lesson, "3104", content, Author, Now, Stop))).EntryId;
        var picture = await AddAsync(Photos.Jpeg(1_500, 1_000), new(Subjects.Entry, entry), by: Author, shows: shows);
        await Portal.Read(db => db.ReviseAsync(entry, 1, "3104", WithSteps("ห่มดิน", "", PictureName.Of(picture)), Author, Now, Stop));
        return (entry, picture);
    }

    private Task SubmitAsync(Guid id) => Portal.Run(db => db.ActAsync(id, Author, entry => db.SubmitAsync(entry, Author, Now, Stop), Stop));

    private Task ApproveAsync(Guid id) => Portal.Run(db => db.ActAsync(id, Head, entry => db.ApproveAsync(entry, Samples.Ticked, Head, Now, Stop), Stop));

    private Task AgreeAsync(Sage sage) => Portal.Write(async db =>
        db.Consents.Add((await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Consent(Samples.Paper(ConsentPurpose.Photo), Actor.System, Now)));

    private async Task<PictureView?> ShownAsync(string slug)
    {
        var view = (await Portal.Read(db => db.EntryAsync(EntryType.Lesson, slug, Stop)))!;
        return view.PictureOf(view.Content.Lesson!.Steps[1]);
    }
}
