namespace KhokNongNa.Search.Tests;

public sealed class DurabilityTests : IDisposable
{
    private static readonly string[] Queries = ["ปลาดุก", "ปุ๋ยหมัก", "เก็บน้ำ", "ข้าว"];

    private readonly TemporaryIndex _place = new();

    [Fact]
    public void A_new_index_is_empty_and_at_the_start_of_the_journal()
    {
        Assert.Equal(IndexCursor.Start, _place.Index.Cursor);
        Assert.Equal(0, _place.Index.Stats.Documents);
    }

    [Fact]
    public void What_is_applied_is_found_before_it_is_committed()
    {
        _place.Index.Apply(7, Make.Document("a", "เลี้ยงปลาดุก"));

        Assert.Equal(1, _place.Index.Count("ปลาดุก"));
        Assert.Equal(Make.At(7), _place.Index.Cursor);
    }

    [Fact]
    public void A_killed_process_leaves_the_last_commit_with_its_cursor()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        _place.Index.Commit();
        _place.Index.Apply(2, Make.Document("b", "เลี้ยงปลานิล"));

        using var survivor = SearchIndex.Open(_place.CopyAsKilled());

        Assert.Equal(Make.At(1), survivor.Cursor);
        Assert.Equal(1, survivor.Stats.Documents);
        Assert.Equal(0, survivor.Count("ปลานิล"));
        survivor.Apply(2, Make.Document("b", "เลี้ยงปลานิล"));
        Assert.Equal(1, survivor.Count("ปลานิล"));
    }

    [Fact]
    public void A_process_killed_before_its_first_commit_starts_again()
    {
        _place.Index.Apply(5, Make.Document("a", "เลี้ยงปลาดุก"));

        using var survivor = SearchIndex.Open(_place.CopyAsKilled());

        Assert.Equal(IndexCursor.Start, survivor.Cursor);
        Assert.Equal(0, survivor.Count("ปลาดุก"));
    }

    [Fact]
    public void The_cursor_moves_even_when_no_document_changed()
    {
        _place.Index.Apply([], [], Make.At(9));
        _place.Index.Commit();

        using var survivor = SearchIndex.Open(_place.CopyAsKilled());

        Assert.Equal(Make.At(9), survivor.Cursor);
    }

    [Fact]
    public void Closing_commits()
    {
        _place.Index.Apply(3, Make.Document("a", "เลี้ยงปลาดุก"));
        _place.Reopen();

        Assert.Equal(Make.At(3), _place.Index.Cursor);
        Assert.Equal(1, _place.Index.Count("ปลาดุก"));
    }

    [Fact]
    public void A_commit_is_due_once_a_second_and_only_after_a_change()
    {
        var now = new DateTimeOffset(2021, 7, 8, 14, 0, 0, TimeSpan.FromHours(7));
        Assert.False(_place.Index.CommitIfDue(now));

        _place.Index.Apply([], [], Make.At(1));
        Assert.True(_place.Index.CommitIfDue(now));

        _place.Index.Apply([], [], Make.At(2));
        Assert.False(_place.Index.CommitIfDue(now.AddMilliseconds(999)));
        Assert.True(_place.Index.CommitIfDue(now.AddSeconds(1)));
        Assert.False(_place.Index.CommitIfDue(now.AddSeconds(5)));

        _place.Index.Apply([], [], Make.At(3));
        Assert.True(_place.Index.CommitIfDue(now.AddHours(-1)));
    }

    [Fact]
    public void Applying_a_batch_twice_changes_nothing()
    {
        _place.Index.Apply(Corpus.Documents, ["entry:gone"], Make.At(1));
        var once = Answers();

        _place.Index.Apply(Corpus.Documents, ["entry:gone"], Make.At(1));

        Assert.Equal(once, Answers());
        Assert.Equal(Corpus.Documents.Count, _place.Index.Stats.Documents);
    }

    [Fact]
    public void A_document_replaces_its_former_self_and_a_deleted_one_is_gone()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"), Make.Document("b", "ปลูกไผ่"));
        _place.Index.Apply([Make.Document("a", "เลี้ยงไก่")], ["entry:b"], Make.At(2));

        Assert.Equal(0, _place.Index.Count("ปลาดุก"));
        Assert.Equal(0, _place.Index.Count("ไผ่"));
        Assert.Equal(1, _place.Index.Count("เลี้ยงไก่"));
        Assert.Equal(1, _place.Index.Stats.Documents);
    }

    [Fact]
    public void A_folder_is_open_only_once_at_a_time() => Assert.ThrowsAny<IOException>(() => SearchIndex.Open(_place.Folder));

    [Fact]
    public void A_closed_index_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("search-tests-");
        var index = SearchIndex.Open(folder.FullName);
        index.Dispose();
        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Search(new SearchRequest { Text = "ปลา" }));
        Assert.Throws<ObjectDisposedException>(() => index.Apply(1));
        folder.Delete(recursive: true);
    }

    public void Dispose() => _place.Dispose();

    private List<string> Answers() =>
    [
        .. Queries.SelectMany(query => _place.Index.Search(new SearchRequest { Text = query, Size = 100 }).Hits.Select(hit => query + hit.Key)),
    ];
}
