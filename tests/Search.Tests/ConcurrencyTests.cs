namespace KhokNongNa.Search.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private const int Batches = 40;

    private readonly TemporaryIndex _place = new();

    [Fact]
    public async Task Readers_see_whole_batches_while_others_are_applied_committed_and_rebuilt()
    {
        // Two documents a batch, always both or neither, and one more that is there from the first to the last.
        _place.Index.Apply(0, Make.Document("constant", "เลี้ยงปลาดุก"));
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(over.Token))).ToList();

        for (var batch = 1; batch <= Batches; batch++)
        {
            _place.Index.Apply(batch, Make.Document($"left{batch}", "ปลูกไผ่"), Make.Document($"right{batch}", "ปลูกไผ่"));
            if (batch % 5 == 0)
            {
                _place.Index.Commit();
            }

            if (batch % 10 == 0)
            {
                Rebuild(batch);
            }
        }

        await over.CancelAsync();
        var seen = await Task.WhenAll(readers);

        Assert.All(seen, searches => Assert.True(searches > 0));
        Assert.Equal(2 * Batches, _place.Index.Count("ไผ่"));
        Assert.Equal(Make.At(Batches), _place.Index.Cursor);
    }

    public void Dispose() => _place.Dispose();

    private int Read(CancellationToken over)
    {
        var searches = 0;
        do
        {
            Assert.Equal(0, _place.Index.Count("ไผ่") % 2);
            Assert.Equal(1, _place.Index.Count("ปลาดุก"));
            _ = _place.Index.Stats;
            searches++;
        }
        while (!over.IsCancellationRequested);

        return searches;
    }

    private void Rebuild(int upTo)
    {
        using var rebuild = _place.Index.BeginRebuild();
        rebuild.Add([Make.Document("constant", "เลี้ยงปลาดุก")]);
        rebuild.Add(Enumerable.Range(1, upTo).SelectMany(batch => new[]
        {
            Make.Document($"left{batch}", "ปลูกไผ่"),
            Make.Document($"right{batch}", "ปลูกไผ่"),
        }));
        rebuild.Complete(Make.At(upTo));
    }
}
