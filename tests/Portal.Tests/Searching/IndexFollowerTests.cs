using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Searching;

public sealed class IndexFollowerTests(TestDatabases databases) : PortalTest(databases)
{
    private SearchIndex Index => Portal.Get<SearchIndex>();

    private IndexFollower Follower => Portal.Get<IndexFollower>();

    [Fact]
    public async Task The_first_start_builds_the_index_from_what_is_there()
    {
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ยหมัก"), EntryType.Lesson);
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.DraftAsync(Samples.Article("ปุ๋ยลับ"), People.Malee);

        Assert.Equal((await Journal()).Count, await StartAsync());

        Assert.Equal(["ปุ๋ยหมัก"], Find("ปุ๋ย"));
        Assert.Equal(2, Index.Stats.Documents);
        Assert.Equal(Index.Cursor.Mark, Convert.ToHexStringLower((await Journal())[^1].Hash));
    }

    [Fact]
    public async Task An_empty_portal_has_an_empty_index()
    {
        Assert.Equal(0, await StartAsync());
        Assert.Equal(0, Index.Stats.Documents);
    }

    [Fact]
    public async Task What_is_published_changed_and_archived_is_followed()
    {
        await StartAsync();
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await FollowAsync();
        Assert.Equal(["ปุ๋ยหมัก"], Find("ปุ๋ยหมัก"));

        await Portal.ReviseAsync(id, 1, Samples.Article("น้ำส้มควันไม้"), People.Malee);
        await FollowAsync();
        Assert.Empty(Find("ควันไม้"));

        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));
        await Portal.PutLiveAsync(id, People.Somchai);
        await FollowAsync();
        Assert.Equal(["น้ำส้มควันไม้"], Find("ควันไม้"));
        Assert.Empty(Find("ปุ๋ยหมัก"));

        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));
        await FollowAsync();
        Assert.Equal(0, Index.Stats.Documents);
    }

    [Fact]
    public async Task Following_the_same_rows_again_changes_nothing()
    {
        await StartAsync();
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await Portal.PublishAsync(Samples.Article("ปุ๋ยพืชสด"));
        var rows = await Journal();

        await Portal.Run(db => Follower.FollowAsync(db, rows, Stop));
        await Portal.Run(db => Follower.FollowAsync(db, rows[..2], Stop));
        await Portal.Run(db => Follower.FollowAsync(db, rows, Stop));

        Assert.Equal(2, Index.Stats.Documents);
        Assert.Equal(rows.Count, Index.Cursor.Seq);
    }

    [Fact]
    public async Task A_renamed_topic_is_found_in_its_texts_too()
    {
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Topics = ["soil"] });
        await StartAsync();

        await Portal.TopicAsync("soil", "ปฐพีวิทยา");
        await FollowAsync();

        Assert.Equal(["ปฐพีวิทยา", "ปุ๋ยหมัก"], Find("ปฐพีวิทยา").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_topic_that_moves_below_another_takes_its_texts_and_sages_there()
    {
        await Portal.TopicAsync("earth", "แผ่นดิน");
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Topics = ["soil"] });
        await Portal.SageAsync("a", "บุญมี", Samples.Profile("soil"));
        await StartAsync();

        await Portal.TopicAsync("soil", "ดิน", "earth");
        await FollowAsync();

        Assert.Equal(
            ["article", "sage", "topic", "topic"],
            Index.Search(new SearchRequest { Facets = [new("topic", "earth")] }).Hits.Select(h => h.Type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_text_that_moves_to_another_district_is_found_there()
    {
        await Portal.AreasAsync();
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await StartAsync();

        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก"), People.FromProvince, "3102");
        await FollowAsync();

        Assert.Equal("3102", Assert.Single(Index.Search(new SearchRequest { Text = "ปุ๋ยหมัก" }).Hits).Area);
        Assert.Equal(1, Index.Search(new SearchRequest { Facets = [new(Facets.District, "3102")] }).Total);
    }

    [Fact]
    public async Task Who_was_wiped_is_found_neither_as_a_person_nor_by_name_in_texts()
    {
        await Portal.SageAsync("a", "บุญมีดินร่มเย็น", Samples.Profile() with { Synthetic = true });
        await Portal.CentreAsync("c", "ศูนย์บุญมีดินร่มเย็น", synthetic: true);
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Sages = ["a"] });
        await StartAsync();
        Assert.Equal(3, Find("บุญมีดินร่มเย็น").Count);

        await Portal.Run(db => db.WipeSyntheticAsync(Actor.System, Portal.Clock, Stop));
        await FollowAsync();

        Assert.Empty(Find("บุญมีดินร่มเย็น"));
        Assert.Equal(1, Index.Stats.Documents);
    }

    [Fact]
    public async Task A_renamed_area_is_found_by_its_new_name()
    {
        var from = NewFolder("from");
        await RenameAsync("นางรอง");
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await StartAsync();

        await RenameAsync("เมืองแปะใหม่");
        await FollowAsync();

        Assert.Equal("อ.เมืองแปะใหม่ จ.บุรีรัมย์", Assert.Single(Index.Search(new SearchRequest { Text = "ปุ๋ยหมัก" }).Hits).Place);

        async Task RenameAsync(string name)
        {
            Directory.CreateDirectory(Path.Combine(from, "areas"));
            await File.WriteAllTextAsync(
                Path.Combine(from, "areas", "areas.csv"), $"code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n3104,{name},X,,,\n", Stop);
            await Portal.Import(from);
        }
    }

    [Fact]
    public async Task A_sage_who_takes_consent_back_is_found_neither_as_a_person_nor_by_name_in_texts()
    {
        var sage = await Portal.SageAsync("a", "บุญมีดินร่มเย็น");
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Sages = ["a"] });
        await StartAsync();
        Assert.Equal(2, Find("บุญมีดินร่มเย็น").Count);

        await Portal.WithdrawAsync(sage.Id);
        await FollowAsync();

        Assert.Empty(Find("บุญมีดินร่มเย็น"));
        Assert.Equal(1, Index.Stats.Documents);
    }

    [Fact]
    public async Task A_consent_for_another_purpose_taken_back_leaves_the_sage_to_be_found()
    {
        var sage = await Portal.SageAsync("a", "บุญมีดินร่มเย็น");
        await Portal.Write(async db => db.Consents.Add((await db.Sages.SingleAsync(Stop))
            .Consent(Samples.Paper(ConsentPurpose.Photo), Actor.System, Now)));
        await StartAsync();

        await Portal.WithdrawAsync(sage.Id, ConsentPurpose.Photo);
        await FollowAsync();

        Assert.Equal(["บุญมีดินร่มเย็น"], Find("บุญมีดินร่มเย็น"));
    }

    [Fact]
    public async Task An_index_that_followed_another_journal_is_rebuilt()
    {
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Index.Apply([new SearchDocument { Key = "entry:old", Id = "old", Type = "article", Title = "ของเก่า", Url = "/" }], [], new IndexCursor(1, "another journal"));

        await StartAsync();

        Assert.Empty(Find("ของเก่า"));
        Assert.Equal(["ปุ๋ยหมัก"], Find("ปุ๋ยหมัก"));
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_a_restored_database_is_rebuilt()
    {
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Index.Apply([new SearchDocument { Key = "entry:old", Id = "old", Type = "article", Title = "ของเก่า", Url = "/" }], [], new IndexCursor(99, "ff"));

        Assert.Equal(2, await StartAsync());
        Assert.Empty(Find("ของเก่า"));
    }

    [Fact]
    public async Task An_index_whose_cursor_fits_goes_on_and_is_not_rebuilt()
    {
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await StartAsync();
        var generation = Index.Stats.Generation;
        await Portal.PublishAsync(Samples.Article("น้ำหมัก"));

        Assert.Equal(2, await StartAsync());
        await FollowAsync();

        Assert.Equal(generation, Index.Stats.Generation);
        Assert.Equal(2, Index.Stats.Documents);
    }

    [Fact]
    public async Task A_request_to_rebuild_is_followed_once_and_nothing_written_around_it_is_lost()
    {
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await StartAsync();
        Index.Apply([new SearchDocument { Key = "entry:stray", Id = "stray", Type = "article", Title = "หลงมา", Url = "/" }], [], Index.Cursor);
        var generation = Index.Stats.Generation;

        await Portal.PublishAsync(Samples.Article("น้ำหมัก"));
        await Portal.Run(db => db.RequestReindexAsync(People.FromProvince, Now, Stop));
        await Portal.PublishAsync(Samples.Article("เสวียน"));
        await FollowAsync();

        Assert.NotEqual(generation, Index.Stats.Generation);
        Assert.Empty(Find("หลงมา"));
        Assert.Equal(3, Index.Stats.Documents);
        Assert.Equal((await Journal()).Count, Index.Cursor.Seq);
        Assert.Equal("portal", (await Journal())[4].SubjectType);
    }

    [Fact]
    public async Task The_index_and_its_cursor_are_on_disk_together_after_a_rest()
    {
        await StartAsync();
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await FollowAsync();
        await Follower.RestAsync(Stop);
        Portal.Clock.Now = Now.AddSeconds(2);
        await Follower.RestAsync(Stop);

        // What a killed process leaves: the folder as it lies there.
        var copy = Path.Combine(Portal.Folder, "copy");
        CopyFolder(Path.Combine(Portal.Folder, "index"), copy);
        using var reopened = SearchIndex.Open(copy);
        Assert.Equal(2, reopened.Cursor.Seq);
        Assert.Single(reopened.Search(new SearchRequest { Text = "ปุ๋ยหมัก" }).Hits);
    }

    [Fact]
    public async Task A_document_says_what_a_result_shows_and_is_found_by_every_word_people_have()
    {
        await Portal.AreasAsync();
        await Portal.TopicAsync("earth", "แผ่นดิน");
        await Portal.Write(db =>
        {
            var topic = Topic.Create("soil");
            topic.Write(new TermText { Title = "ดิน", Parent = "earth", Synonyms = ["ขี้ดิน"] }, Actor.System, Now);
            db.Topics.Add(topic);
        });
        await Portal.SageAsync("a", "บุญมี");
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ยหมัก") with { Topics = ["soil", "none"], Sages = ["a", "none"] }, EntryType.Lesson, "310427", "compost");
        await Portal.CentreAsync("centre", "ศูนย์โคก");
        await Portal.BaseAsync("base", "ฐานดิน");

        var documents = await Portal.Read(new Sources(Portal).AllAsync);

        var lesson = documents.Single(d => d.Type == "lesson");
        Assert.Equal(("compost", "/lessons/ปุ๋ยหมัก", "310427", "ต.หนองโสน อ.นางรอง"), (lesson.Id, lesson.Url, lesson.Area, lesson.Place));
        Assert.Equal(["soil", "earth"], lesson.Facets.Where(f => f.Facet == Facets.Topic).Select(f => f.Value));
        Assert.Equal(["3104"], lesson.Facets.Where(f => f.Facet == Facets.District).Select(f => f.Value));
        Assert.Equal(["ต.หนองโสน อ.นางรอง", "อ.นางรอง จ.บุรีรัมย์", "จ.บุรีรัมย์"], lesson.AlsoSuggested.Select(s => s.Title));
        Assert.Superset(new HashSet<string> { "ดิน", "ขี้ดิน", "บุญมี", "ต.หนองโสน อ.นางรอง" }, lesson.Names.ToHashSet());
        Assert.Contains("หนาหนึ่งคืบ", lesson.Body, StringComparison.Ordinal);
        Assert.Contains("ลงมือ ทีละขั้น", lesson.Body, StringComparison.Ordinal);
        Assert.Equal(["base", "centre", "lesson", "sage", "topic", "topic"], documents.Select(d => d.Type).Order(StringComparer.Ordinal));
        Assert.Equal(documents.Count, documents.Select(d => d.Key).Distinct().Count());
    }

    private Task<long> StartAsync() => Portal.Read(db => Follower.StartAsync(db, Stop));

    /// <summary>Hands the follower what came after its cursor, as the loop does.</summary>
    private Task FollowAsync() => Portal.Run(async db =>
    {
        while (await db.HappeningsAfterAsync(Index.Cursor.Seq, 3, Stop) is { Count: > 0 } batch)
        {
            await Follower.FollowAsync(db, batch, Stop);
        }
    });

    private List<string> Find(string text) => [.. Index.Search(new SearchRequest { Text = text }).Hits.Select(h => h.Title)];

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
