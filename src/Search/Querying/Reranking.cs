namespace KhokNongNa.Search.Querying;

/// <summary>
/// Reads the best hits closely. Adds to what counting gave them, on its scale, so that the others stay below in their order.
/// </summary>
internal sealed class Reranking(IReadOnlyList<(CloseReading Reading, float Weight)> readings, SequenceReader sequences, int clusters)
{
    private readonly float _alignment = Ranking.AlignmentWeight * Ranking.Shortness(clusters);
    private readonly float _spelling = Ranking.SpellingWeight * Ranking.Shortness(clusters);

    public List<HitCollector.Found> Order(List<HitCollector.Found> found) =>
    [
        .. found.Take(Ranking.ReadClosely).Select(hit => hit with { Score = hit.Score + Bonus(hit.Document) }).Order(),
        .. found.Skip(Ranking.ReadClosely),
    ];

    private float Bonus(int document)
    {
        var best = 0f;
        foreach (var (reading, weight) in readings)
        {
            var read = reading.Of(document, sequences);
            best = Math.Max(best, weight * reading.Sum * ((_alignment * read.Alignment) + (Ranking.RunsWeight * read.Runs) + (_spelling * read.Spelling)));
        }

        return best;
    }
}
