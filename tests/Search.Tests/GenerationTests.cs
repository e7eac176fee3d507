namespace KhokNongNa.Search.Tests;

public sealed class GenerationTests : IDisposable
{
    private readonly TemporaryIndex _place = new();

    public static TheoryData<string> Pointers() => ["", "v1-999", "../..", "v0-1", "v99999999999-1", "\0\0\0", "v1-1\nv1-2"];

    [Theory]
    [MemberData(nameof(Pointers))]
    public void A_damaged_pointer_opens_an_empty_index(string written)
    {
        FillAndCopy(out var copy);
        File.WriteAllText(Path.Combine(copy, "current"), written);

        AssertOpensEmptyAndWorks(copy);
    }

    [Fact]
    public void A_missing_pointer_opens_an_empty_index()
    {
        FillAndCopy(out var copy);
        File.Delete(Path.Combine(copy, "current"));

        AssertOpensEmptyAndWorks(copy);
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.cfs")]
    [InlineData("*.si")]
    public void A_damaged_generation_opens_an_empty_index(string files)
    {
        FillAndCopy(out var copy);
        foreach (var file in Directory.GetFiles(copy, files, SearchOption.AllDirectories))
        {
            File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Take(11)]);
        }

        AssertOpensEmptyAndWorks(copy);
    }

    [Fact]
    public void A_missing_file_opens_an_empty_index()
    {
        FillAndCopy(out var copy);
        foreach (var file in Directory.GetFiles(copy, "*.cfs", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        AssertOpensEmptyAndWorks(copy);
    }

    [Fact]
    public void An_index_of_another_analysis_version_is_not_used()
    {
        FillAndCopy(out var copy);
        var other = $"v{SearchIndex.AnalysisVersion + 1}-1";
        Directory.Move(Path.Combine(copy, _place.Index.Stats.Generation), Path.Combine(copy, other));
        File.WriteAllText(Path.Combine(copy, "current"), other);

        AssertOpensEmptyAndWorks(copy);
    }

    [Fact]
    public void Left_over_generations_go_when_the_index_opens()
    {
        FillAndCopy(out var copy);
        Directory.CreateDirectory(Path.Combine(copy, "v1-77"));
        Directory.CreateDirectory(Path.Combine(copy, "v0-3"));
        Directory.CreateDirectory(Path.Combine(copy, "someone-elses"));

        using var index = SearchIndex.Open(copy);

        Assert.Equal(1, index.Count("ปลาดุก"));
        Assert.Equal([index.Stats.Generation, "someone-elses"], Folders(copy).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void The_old_generation_answers_and_follows_until_the_new_one_is_complete()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        using var rebuild = _place.Index.BeginRebuild();
        rebuild.Add([Make.Document("b", "ปลูกเผือก")]);
        _place.Index.Apply(2, Make.Document("c", "ปลูกไผ่"));
        Assert.Equal(1, _place.Index.Count("ปลาดุก"));
        Assert.Equal(0, _place.Index.Count("เผือก"));
        Assert.Equal(1, _place.Index.Count("ไผ่"));

        rebuild.Complete(Make.At(1));

        Assert.Equal(0, _place.Index.Count("ปลาดุก"));
        Assert.Equal(1, _place.Index.Count("เผือก"));
        Assert.Equal(Make.At(1), _place.Index.Cursor);
        Assert.Equal([_place.Index.Stats.Generation], Folders(_place.Folder));
    }

    [Fact]
    public void A_completed_rebuild_survives_a_kill()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        using (var rebuild = _place.Index.BeginRebuild())
        {
            rebuild.Add([Make.Document("b", "ปลูกเผือก")]);
            rebuild.Complete(Make.At(4));
        }

        using var survivor = SearchIndex.Open(_place.CopyAsKilled());

        Assert.Equal(Make.At(4), survivor.Cursor);
        Assert.Equal(1, survivor.Count("เผือก"));
    }

    [Fact]
    public void A_rebuild_killed_half_way_leaves_the_old_generation()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        _place.Index.Commit();
        using var rebuild = _place.Index.BeginRebuild();
        rebuild.Add([Make.Document("b", "ปลูกเผือก")]);

        using var survivor = SearchIndex.Open(_place.CopyAsKilled());

        Assert.Equal(1, survivor.Count("ปลาดุก"));
        Assert.Single(Directory.GetDirectories(_place.CopyAsKilled(), _place.Index.Stats.Generation));
    }

    [Fact]
    public void An_abandoned_rebuild_leaves_no_trace_and_another_may_begin()
    {
        using (_place.Index.BeginRebuild())
        {
            Assert.Throws<InvalidOperationException>(() => _place.Index.BeginRebuild());
        }

        Assert.Single(Folders(_place.Folder));
        using var second = _place.Index.BeginRebuild();
        second.Complete(Make.At(1));
        Assert.Throws<ObjectDisposedException>(() => second.Complete(Make.At(1)));
        Assert.Throws<ObjectDisposedException>(() => second.Add([]));
    }

    [Fact]
    public void Closing_the_index_abandons_a_rebuild()
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        var rebuild = _place.Index.BeginRebuild();
        _place.Reopen();
        rebuild.Dispose();

        Assert.Equal(1, _place.Index.Count("ปลาดุก"));
        Assert.Single(Folders(_place.Folder));
    }

    public void Dispose() => _place.Dispose();

    private static IEnumerable<string> Folders(string folder) => Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!);

    private void FillAndCopy(out string copy)
    {
        _place.Index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        _place.Index.Commit();
        copy = _place.CopyAsKilled();
    }

    private static void AssertOpensEmptyAndWorks(string folder)
    {
        using (var index = SearchIndex.Open(folder))
        {
            Assert.Equal(IndexCursor.Start, index.Cursor);
            Assert.Equal(0, index.Stats.Documents);
            index.Apply(1, Make.Document("a", "เลี้ยงปลาดุก"));
        }

        using var again = SearchIndex.Open(folder);
        Assert.Equal(1, again.Count("ปลาดุก"));
        Assert.Single(Folders(folder));
    }
}
