using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class ImportTests(TestDatabases databases) : ImportTest(databases)
{
    [Fact]
    public async Task A_folder_that_is_not_there_is_told() =>
        Assert.Equal("import.no-folder", await Refused(() => Portal.Import(Path.Combine(Portal.Folder, "nowhere"))));

    [Fact]
    public async Task An_empty_folder_is_no_error() => Assert.Equal(0, (await Portal.Import(From)).New);

    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        PutArticle("compost");
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดิน\n---\n");
        Put("areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n");
        Put("README.md", "no front matter");
        Put("notes.txt", "not Markdown");
        Assert.Equal(3, (await ImportCleanly()).New);
        var rows = (await Journal()).Count;

        var again = await ImportCleanly();

        Assert.Equal((0, 0, 3), (again.New, again.Changed, again.Unchanged));
        Assert.Equal(rows, (await Journal()).Count);
    }

    [Fact]
    public async Task A_changed_file_is_a_new_revision_that_readers_see()
    {
        PutArticle("compost");
        await ImportCleanly();
        PutArticle("compost", body: "แก้แล้ว");

        Assert.Equal(1, (await ImportCleanly()).Changed);

        var entry = await SingleAsync();
        Assert.Equal((2, 2, EntryState.Published), (entry.LatestNumber, entry.LiveNumber, entry.State));
        Assert.Equal(["drafted", "published", "revised", "published"], (await Journal()).Select(h => h.Verb));
    }

    [Fact]
    public async Task A_file_that_went_back_to_what_it_was_is_taken_in_again()
    {
        PutArticle("compost");
        await ImportCleanly();
        PutArticle("compost", body: "แก้แล้ว");
        await ImportCleanly();
        PutArticle("compost");

        Assert.Equal(1, (await ImportCleanly()).Changed);
        Assert.Equal(3, (await SingleAsync()).LatestNumber);
    }

    [Fact]
    public async Task What_people_edited_is_left_alone_and_told_each_time()
    {
        PutArticle("compost");
        await ImportCleanly();
        await Portal.ReviseAsync((await SingleAsync()).Id, 1, Samples.Article("ปุ๋ยหมัก", "ของมาลี"), People.FromProvince, "31");
        PutArticle("compost", body: "แก้แล้ว");

        foreach (var report in (List<Portal.Knowledge.Exchange.ImportReport>)[await Portal.Import(From), await Portal.Import(From)])
        {
            Assert.Equal((0, 1, 0), (report.Changed, report.LeftAlone, report.Rejected));
            Assert.Equal("articles/compost.md", Assert.Single(report.Findings).File);
        }

        Assert.Equal("ของมาลี", (await Portal.Read(async db => await db.RevisionAsync((await SingleAsync()).Id, 2, Stop)))!.Content.Body);
    }

    [Fact]
    public async Task What_people_took_away_from_readers_does_not_come_back_by_a_changed_file()
    {
        PutArticle("compost");
        await ImportCleanly();
        await Portal.ActAsync((await SingleAsync()).Id, People.FromProvince, (entry, now) => entry.Archive(People.FromProvince, now));
        PutArticle("compost", body: "แก้แล้ว");

        Assert.Equal(1, (await Portal.Import(From)).LeftAlone);
        Assert.False((await SingleAsync()).IsLive);
    }

    [Fact]
    public async Task A_text_written_in_the_portal_under_the_same_key_is_left_alone()
    {
        await Portal.PublishAsync(Samples.Article("ของพอร์ทัล"), key: "compost");
        PutArticle("compost");

        Assert.Equal(1, (await Portal.Import(From)).LeftAlone);
        Assert.Equal("ของพอร์ทัล", (await SingleAsync()).Title);
    }

    [Fact]
    public async Task A_topic_that_people_edited_is_left_alone_too()
    {
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดิน\n---\n");
        await ImportCleanly();
        await Portal.TopicAsync("soil", "ดินของเรา");
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดินดี\n---\n");

        Assert.Equal(1, (await Portal.Import(From)).LeftAlone);
        Assert.Equal("ดินของเรา", (await Portal.Read(db => db.Topics.SingleAsync(Stop))).Title);
    }

    [Theory]
    [InlineData("draft", EntryState.Draft, false)]
    [InlineData("archived", EntryState.Archived, false)]
    [InlineData("published", EntryState.Published, true)]
    public async Task The_status_of_a_file_is_kept(string status, EntryState state, bool isLive)
    {
        PutArticle("compost", $"title: ปุ๋ยหมัก\nstatus: {status}");

        await ImportCleanly();

        var entry = await SingleAsync();
        Assert.Equal((state, isLive), (entry.State, entry.IsLive));
    }

    [Fact]
    public async Task A_published_file_that_becomes_a_draft_is_taken_away_from_readers()
    {
        PutArticle("compost");
        await ImportCleanly();
        PutArticle("compost", "title: ปุ๋ยหมัก\nstatus: draft");

        await ImportCleanly();

        Assert.False((await SingleAsync()).IsLive);
    }

    [Fact]
    public async Task Version_dates_and_former_addresses_are_kept()
    {
        PutArticle("compost", "title: ปุ๋ยหมัก\npublished: 2026-01-02\nupdated: 2026-03-04T09:30:00+07:00\nversion: 7\naliases:\n  - กองปุ๋ย\n  - compost-heap");

        await ImportCleanly();

        var entry = await SingleAsync();
        Assert.Equal((7, 7), (entry.LatestNumber, entry.LiveNumber));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 17, 0, 0, TimeSpan.Zero), entry.PublishedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 2, 30, 0, TimeSpan.Zero), entry.UpdatedAt);
        Assert.Equal(["compost-heap", "กองปุ๋ย"], (await Portal.Read(db => db.Aliases.Select(a => a.Slug).ToListAsync(Stop))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_stamped_later_than_the_clock_of_the_portal()
    {
        PutArticle("compost", "title: ปุ๋ยหมัก\npublished: 2099-01-01\nupdated: 2099-01-02");

        await ImportCleanly();

        var entry = await SingleAsync();
        Assert.Equal((Now, Now), (entry.PublishedAt, entry.UpdatedAt));
    }

    [Fact]
    public async Task Without_the_network_no_sage_and_no_centre_goes_in_and_with_it_later_they_do()
    {
        Put("network/sages/a.md", "---\nid: a\ntype: sage\ntitle: บุญมี\n---\n");
        Put("network/centres/a.md", "---\nid: a\ntype: centre\ntitle: ศูนย์\n---\n");
        PutArticle("a");

        Assert.Equal(1, (await Portal.Import(From, withNetwork: false)).New);
        Assert.Equal((2, 1), ((await ImportCleanly()) is var later ? (later.New, later.Unchanged) : default));
    }

    [Fact]
    public async Task A_thousand_texts_of_one_title_go_in_by_batches_each_with_an_address_and_journal_rows_of_its_own()
    {
        for (var n = 0; n < 1_000; n++)
        {
            PutArticle($"text-{n:000}", "title: ปุ๋ยหมัก");
        }

        Assert.Equal(1_000, (await ImportCleanly()).New);

        var slugs = await Portal.Read(db => db.Entries.Select(e => e.Slug!).ToListAsync(Stop));
        Assert.Equal(1_000, slugs.Distinct().Count());
        // Counting on would ask half a million times.
        Assert.DoesNotContain("ปุ๋ยหมัก-4", slugs);
        Assert.Equal(2_000, (await Journal()).Count);
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task An_editor_gets_in_between_the_batches_of_an_import()
    {
        for (var n = 0; n < 450; n++)
        {
            PutArticle($"text-{n:000}", $"title: เรื่องที่ {n}");
        }

        var importing = Task.Run(() => Portal.Import(From), Stop);
        var writing = Task.Run(
            async () =>
            {
                while (!importing.IsCompleted)
                {
                    await Portal.DraftAsync(Samples.Article("ของมาลี"), People.Malee);
                }
            },
            Stop);
        await Task.WhenAll(importing, writing);

        Assert.Equal(450, (await importing).New);
        var actors = (await Journal()).ConvertAll(h => h.ActorId);
        var ofImport = actors.FindIndex(id => id == Actor.System.Id);
        Assert.Contains(People.Malee.Id, actors[ofImport..actors.FindLastIndex(id => id == Actor.System.Id)]);
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task Broken_thai_windows_line_ends_and_a_byte_order_mark_are_repaired()
    {
        await File.WriteAllTextAsync(
            PathOf("articles/compost.md"),
            "\uFEFF---\r\nid: compost\r\ntype: article\r\ntitle: เเปลงน\u0e4d\u0e32\u200B\r\n---\r\n\r\nบรรทัดหนึ่ง\r\nสอง\r\n",
            new System.Text.UTF8Encoding(true),
            Stop);

        await ImportCleanly();

        Assert.Equal("แปลงนำ", (await SingleAsync()).Title);
        Assert.Equal("บรรทัดหนึ่ง\nสอง", (await Portal.Read(db => db.Revisions.SingleAsync(Stop))).Content.Body);
    }

    [Fact]
    public async Task A_text_belongs_to_its_area_or_to_the_province()
    {
        await Portal.AreasAsync();
        PutArticle("a", "title: ก\narea: \"310427\"");
        PutArticle("b", "title: ข");

        await ImportCleanly();

        Assert.Equal(["310427", "31"], await Portal.Read(db => db.Entries.OrderBy(e => e.Key).Select(e => e.AreaCode).ToListAsync(Stop)));
        Assert.All(await Journal(), h => Assert.Equal(Actor.System.Id, h.ActorId));
    }

    private Task<Entry> SingleAsync() => Portal.Read(db => db.Entries.AsNoTracking().SingleAsync(Stop));
}
