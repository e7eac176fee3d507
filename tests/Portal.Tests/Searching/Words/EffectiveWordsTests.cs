using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Search;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Searching.Words;

public sealed class EffectiveWordsTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    private SearchIndex Index => Portal.Get<SearchIndex>();

    private IndexFollower Follower => Portal.Get<IndexFollower>();

    [Fact]
    public async Task A_pair_works_as_soon_as_it_is_followed_and_after_a_start()
    {
        await Portal.PublishAsync(Samples.Article("ปลูกมะพร้าวน้ำหอม"));
        await StartAsync();
        Assert.Empty(Find("zzyzx"));

        await AddAsync("zzyzx", "มะพร้าว");
        await FollowAsync();
        Assert.Equal(["ปลูกมะพร้าวน้ำหอม"], Find("zzyzx"));

        await using var restarted = Portal.OtherNode("restarted");
        await Portal.Read(db => restarted.GetRequiredService<IndexFollower>().StartAsync(db, Stop));
        Assert.Equal(1, restarted.GetRequiredService<SearchIndex>().Search(new SearchRequest { Text = "zzyzx" }).Total);
    }

    [Fact]
    public async Task A_word_reaches_the_index_with_the_rebuild_it_asked_for_and_a_start_does_not_rebuild_again()
    {
        await Portal.PublishAsync(Samples.Article("มาตากแดดกัน"));
        await StartAsync();
        var generation = Index.Stats.Generation;

        await Portal.Run(db => db.AddWordAsync("มาตากแดด", Administrator, Now, Stop));
        await FollowAsync();
        Assert.NotEqual(generation, Index.Stats.Generation);
        Assert.Equal(1, Follower.LastRebuild!.Documents);
        Assert.Null(Follower.Progress);
        Index.Commit();

        var copy = Path.Combine(Portal.Folder, "copy", "index");
        CopyFolder(Path.Combine(Portal.Folder, "index"), copy);
        await using var restarted = Portal.OtherNode("copy");
        Assert.Equal(Index.Cursor, restarted.GetRequiredService<SearchIndex>().Cursor);
    }

    [Fact]
    public async Task The_state_of_the_index_says_what_is_behind()
    {
        await StartAsync();
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));

        var behind = await HealthAsync();
        Assert.Equal((2, 0, false), (behind.Waiting, behind.Documents, behind.IsLevel));
        Assert.Null(behind.Asked);

        await Portal.Run(db => db.RequestReindexAsync(Administrator, Now, Stop));
        await FollowAsync();
        var level = await HealthAsync();
        Assert.Equal((0, 1, true), (level.Waiting, level.Documents, level.IsLevel));
        Assert.Equal(Now, level.Asked);
        Assert.Equal(1, level.Last!.Documents);
    }

    [Fact]
    public async Task A_look_ahead_shows_cuts_and_results_and_changes_nothing()
    {
        await Portal.PublishAsync(Samples.Article("ปลูกมะพร้าวน้ำหอม"));
        await Portal.PublishAsync(Samples.Article("มาตากแดดกัน"));
        await StartAsync();
        var rows = (await Journal()).Count;

        var word = await TryAsync(t => t.OfWordAsync(null, "มาตากแดด", "", Administrator, Stop));
        Assert.Contains(word.Cuts, c => c is { Text: "มาตากแดดกัน", After: "มาตากแดด | กัน" });

        var pair = await TryAsync(t => t.OfSynonymsAsync(null, "zzyzx", "มะพร้าว", false, "ไม่มีวันพบแน่\nzzyzx", Administrator, Stop));
        var change = Assert.Single(pair.Results!);
        Assert.Equal(("zzyzx", 0, 1), (change.Query, change.Before, change.After));
        Assert.Equal(["ปลูกมะพร้าวน้ำหอม"], change.Came);

        Assert.False(pair.IsKnown);
        Assert.True((await TryAsync(t => t.OfWordAsync(null, "คลองไส้ไก่", "", Administrator, Stop))).IsKnown);
        Assert.True((await TryAsync(t => t.OfSynonymsAsync(null, "งัว", "วัว", false, "", Administrator, Stop))).IsKnown);
        Assert.False((await TryAsync(t => t.OfSynonymsAsync(null, "งัว", "วัว", true, "", Administrator, Stop))).IsKnown);

        Assert.Equal(rows, (await Journal()).Count);
        Assert.Empty(Find("zzyzx"));
        Assert.Equal("dictionary.forbidden", await Refused(() => TryAsync(t => t.OfWordAsync(null, "มาตากแดด", "", People.FromProvince, Stop))));
    }

    private async Task<DictionaryPreview> TryAsync(Func<DictionaryTrial, Task<DictionaryPreview>> look) => await Portal.Read(
        db => look(new DictionaryTrial(db, Index, Portal.Get<IEnumerable<ISearchSource>>())));

    private Task AddAsync(string from, string to) => Portal.Run(db => db.AddSynonymsAsync(from, to, false, Administrator, Now, Stop));

    private Task<IndexHealth> HealthAsync() => Portal.Read(db => IndexHealth.OfAsync(db, Index, Follower, Stop));

    private List<string> Find(string text) => [.. Index.Search(new SearchRequest { Text = text }).Hits.Select(h => h.Title)];

    private Task<long> StartAsync() => Portal.Read(db => Follower.StartAsync(db, Stop));

    private Task FollowAsync() => Portal.Run(async db =>
    {
        while (await db.HappeningsAfterAsync(Index.Cursor.Seq, 500, Stop) is { Count: > 0 } batch)
        {
            await Follower.FollowAsync(db, batch, Stop);
        }
    });

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
