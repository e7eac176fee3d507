using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// How closely a document follows a query, cluster by cluster: what counting terms cannot see. Linear in the document.
/// </summary>
internal sealed class CloseReading
{
    // Some hundreds of different clusters are in a text, and each stands there many times.
    private const int LikenessBits = 12;

    private readonly int[] _query;
    private readonly float[] _weights;

    // What clusters are like, in a table in which a later one may take the place of an earlier.
    private readonly (int Cluster, AlignmentRow.Match? Match)[] _matches = new (int, AlignmentRow.Match?)[1 << LikenessBits];
    private readonly Dictionary<int, Reading> _read = [];

    private readonly NearestPiece? _nearest;
    private readonly AlignmentRow _row;
    private readonly int[] _own;

    public CloseReading(DenseText query, Func<ReadOnlySpan<char>, float> weight, bool isMisspelt = false)
    {
        _query = [.. query.Clusters.Select(cluster => ClusterCode.Of(cluster.Dense.Of(query.Text)))];
        _weights = [.. query.Clusters.Select(cluster => weight(cluster.Dense.Of(query.Text)))];
        Sum = _weights.Sum();
        _own = new int[_query.Length];
        _row = new AlignmentRow(_query.Length, Sum / Math.Max(_query.Length, 1));
        _nearest = isMisspelt && Ranking.IsShort(_query.Length) ? new NearestPiece(_query) : null;
    }

    /// <summary>Weight of the whole query, the scale of its scores.</summary>
    public float Sum { get; }

    /// <param name="Alignment">The best piece of the document laid beside the query (Smith, Waterman 1981), likeness for equality.</param>
    /// <param name="Runs">Share of the query that stands in the document in runs, a longer run for more.</param>
    /// <param name="Spelling">Of a short query that seems misspelt: how little other letters spell its nearest piece.</param>
    internal readonly record struct Reading(float Alignment, float Runs, float Spelling)
    {
        /// <summary>2 where the document says just what the query says, 0 where they share nothing.</summary>
        public float Closeness => Alignment + Runs;

        /// <summary>Whether the document has the query as it was typed.</summary>
        public bool IsWhole => Alignment > .999f;
    }

    /// <summary>Each document is read once.</summary>
    public Reading Of(int document, SequenceReader sequences) =>
        _read.TryGetValue(document, out var reading) ? reading : _read[document] = Of(sequences.Of(document));

    private Reading Of(ReadOnlySpan<int> document)
    {
        _row.Clear();
        var isIdle = true;
        foreach (var cluster in document)
        {
            if (Match(cluster) is { } match)
            {
                isIdle = false;
                _row.Step(match);
            }
            else if (!isIdle)
            {
                isIdle = !_row.Pass();
            }
        }

        return Sum > 0 ? new Reading(_row.Best / Sum, Runs() / Sum, _nearest?.Of(document) ?? 0) : default;
    }

    // Each cluster of the query by the run that it stands in. From the end of the query on, so that of two runs that overlap the shorter
    // one counts no further than to where the other begins: what stands in the document once is not counted twice.
    private float Runs()
    {
        Array.Clear(_own);
        for (var end = _own.Length - 1; end >= 0; end--)
        {
            var run = _row.LongestRun(end);
            for (var at = end; at > end - run && _own[at] < run; at--)
            {
                _own[at] = run;
            }
        }

        var runs = 0f;
        for (var i = 0; i < _own.Length; i++)
        {
            runs += _own[i] == 0 ? 0 : _weights[i] * (1 - (1f / _own[i]));
        }

        return runs;
    }

    private AlignmentRow.Match? Match(int cluster)
    {
        // The gap between title and text is like nothing, as the table says at first.
        ref var known = ref _matches[(uint)cluster * 2654435769u >> (32 - LikenessBits)];
        if (known.Cluster != cluster)
        {
            known = (cluster, MatchOf(cluster));
        }

        return known.Match;
    }

    private AlignmentRow.Match? MatchOf(int cluster)
    {
        AlignmentRow.Match? match = null;
        for (var i = 0; i < _query.Length; i++)
        {
            if (ClusterCode.Likeness(_query[i], cluster) is > 0 and var like)
            {
                (match ??= _row.NewMatch()).Set(i, like * _weights[i], isEqual: like >= 1);
            }
        }

        return match;
    }
}
