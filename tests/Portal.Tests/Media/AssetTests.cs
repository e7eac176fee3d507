using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Media;

public sealed class AssetTests(TestDatabases databases) : PictureTest(databases)
{
    private static readonly Actor Recorder = People.Malee;

    [Fact]
    public async Task Evidence_is_seen_by_who_keeps_the_register_and_each_look_is_recorded()
    {
        var id = await AddAsync(Photos.Jpeg(), use: AssetUse.Evidence, alt: "");

        foreach (var stranger in (Actor[])[Recorder, People.FromKhuMueang, new(Guid.CreateVersion7(), [])])
        {
            Assert.False(await LookAsync(id, stranger));
        }

        Assert.Equal(["asset added"], await VerbsInJournal());
        Assert.True(await LookAsync(id, People.Somchai));
        Assert.Equal(["asset added", "asset evidence-seen"], await VerbsInJournal());
        Assert.Equal(People.Somchai.Id, (await Journal())[^1].ActorId);
        Assert.False(await LookAsync(await AddAsync(Photos.Jpeg()), People.Somchai));
    }

    [Fact]
    public async Task Who_may_not_write_there_adds_changes_and_removes_nothing()
    {
        var id = await AddAsync(Photos.Jpeg(), by: Recorder);

        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), by: People.FromKhuMueang)));
        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), use: AssetUse.Evidence, alt: "", by: Recorder)));
        Assert.Equal("picture.none", await Refused(() => WriteAsync(id, People.FromKhuMueang)));
        Assert.Equal("picture.none", await Refused(() => RemoveAsync(id, People.FromKhuMueang)));
        Assert.Single(Files.Select(Path.GetDirectoryName).Distinct());
        Assert.Equal(["asset added"], await VerbsInJournal());
        Assert.Empty(await Portal.Read(db => db.PicturesFor(People.FromKhuMueang).ToListAsync(Stop)));
        Assert.Single(await Portal.Read(db => db.PicturesFor(Recorder).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Pictures_of_a_text_are_those_of_who_writes_the_text()
    {
        var teller = new Actor(Guid.CreateVersion7(), []);
        teller = teller with { Tellers = [new(teller.Id, "คำปัน", "310427", "")] };
        var entry = Entry.Draft(EntryType.Lesson, null, "310427", Samples.Lesson("ของผู้เล่า"), teller, Now, teller: teller.Id);
        await Portal.Write(db => db.Entries.Add(entry));
        var owner = new AssetOwner(Subjects.Entry, entry.Id);

        var id = await AddAsync(Photos.Jpeg(), owner, by: teller, area: "310427");
        await WriteAsync(id, teller);

        Assert.Equal("picture.forbidden", await Refused(() => AddAsync(Photos.Jpeg(), owner, by: Recorder, area: "310427")));
        Assert.Equal("picture.none", await Refused(() => RemoveAsync(id, Recorder)));
        Assert.Empty(await Portal.Read(db => db.PicturesFor(Recorder).ToListAsync(Stop)));
        Assert.Single(await Portal.Read(db => db.PicturesFor(teller).ToListAsync(Stop)));
        Assert.Single(await Portal.Read(db => db.PicturesFor(People.Somchai).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_removed_picture_leaves_neither_files_nor_words()
    {
        var id = await AddAsync(Photos.Jpeg());
        await RemoveAsync(id, People.Somchai);

        Assert.Empty(Files);
        Assert.Equal(("", true), ((await AssetAsync(id)).Alt, (await AssetAsync(id)).IsRemoved));
        Assert.Equal("picture.none", await Refused(() => WriteAsync(id, People.Somchai)));
        Assert.Empty(await Portal.Read(db => db.PicturesFor(People.Somchai).ToListAsync(Stop)));
    }

    [Fact]
    public async Task There_is_an_end_to_the_pictures_of_one_thing()
    {
        var owner = new AssetOwner(Subjects.Plot, Guid.CreateVersion7());
        await Portal.Write(db =>
        {
            for (var i = 0; i < AssetWriting.Most; i++)
            {
                db.Assets.Add(Asset.Add(Guid.CreateVersion7(), owner, "3104", AssetUse.Picture, new(1, 1, "0"), "รูป", [], People.Somchai, Now));
            }
        });

        Assert.Equal("picture.count", await Refused(() => AddAsync(Photos.Jpeg(), owner)));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Files_without_a_row_go_after_a_day_and_no_others()
    {
        var kept = await AddAsync(Photos.Jpeg(100, 100));
        var removed = await AddAsync(Photos.Jpeg(100, 100));
        await Portal.Write(async db => (await db.Assets.SingleAsync(a => a.Id == removed, Stop)).Remove(People.Somchai, Now));
        await TakeAsync(Now);
        var young = await TakeAsync(Now.AddHours(1));
        var other = Directory.CreateDirectory(Path.Combine(NewFolder("pictures"), "ab", "of-somebody-else")).FullName;

        Assert.Equal(0, await SweepAsync(Now.AddHours(23)));
        Assert.Equal(2, await SweepAsync(Now.AddHours(24.5)));
        Assert.Equal(0, await SweepAsync(Now.AddHours(24.5)));

        Assert.Equal([kept.ToString(), young.ToString()], Files.Select(f => f.Split(Path.DirectorySeparatorChar)[^3]).Distinct().OrderBy(f => f != kept.ToString()));
        Assert.True(Directory.Exists(other));
        Assert.Equal(0, await Portal.Read(db => db.SweepPicturesAsync(new PictureStore(new MediaFolder(Path.Combine(Portal.Folder, "none"))), Now, Stop)));

        async Task<Guid> TakeAsync(DateTimeOffset at)
        {
            var id = Guid.CreateVersion7(at);
            await Pictures.TakeAsync(id, new MemoryStream(Photos.Jpeg(100, 100)), AssetUse.Picture, Stop);
            return id;
        }
    }

    private Task<int> SweepAsync(DateTimeOffset now) => Portal.Read(db => db.SweepPicturesAsync(Store, now, Stop));

    private Task<bool> LookAsync(Guid id, Actor by) => Portal.Read(db => db.LookAtEvidenceAsync(id, by, Now, Stop));

    private Task WriteAsync(Guid id, Actor by) => Portal.Run(db => db.WritePictureAsync(id, "ใหม่", [], by, Now, Stop));

    private Task RemoveAsync(Guid id, Actor by) => Portal.Run(db => db.RemovePictureAsync(Pictures, id, by, Now, Stop));
}
