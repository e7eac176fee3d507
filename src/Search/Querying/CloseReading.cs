using KhokNongNa.Search.Analysis;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// How closely a document follows a query, cluster by cluster: what counting terms cannot see. Linear in the document.
/// </summary>
internal sealed class CloseReading
{
    private const int LikenessBits = 10;

    private readonly int[] _query;
    private readonly float[] _weights;
    private readonly float _gap;
    private readonly float _other;

    // What clusters are like, in a table in which a later one may take the place of an earlier: a text has some hundreds, each many times.
    private readonly (int Cluster, float[]? Likeness)[] _likeness = new (int, float[]?)[1 << LikenessBits];
    private readonly Dictionary<int, Reading> _read = [];

    private readonly NearestPiece? _nearest;

    // One row of the alignment, and of the lengths of the runs that end here.
    private readonly float[] _row;
    private readonly int[] _runs;
    private readonly int[] _longest;

    public CloseReading(DenseText query, Func<ReadOnlySpan<char>, float> weight, bool isMisspelt = false)
    {
        _query = [.. query.Clusters.Select(cluster => ClusterCode.Of(cluster.Dense.Of(query.Text)))];
        _weights = [.. query.Clusters.Select(cluster => weight(cluster.Dense.Of(query.Text)))];
        Sum = _weights.Sum();
        _gap = .6f * Sum / Math.Max(_query.Length, 1);
        _other = .5f * Sum / Math.Max(_query.Length, 1);
        _nearest = isMisspelt && Ranking.IsShort(_query.Length) ? new NearestPiece(_query) : null;
        _row = new float[_query.Length + 1];
        _runs = new int[_query.Length + 1];
        _longest = new int[_query.Length];
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
        Array.Clear(_row);
        Array.Clear(_runs);
        Array.Clear(_longest);
        var best = 0f;
        var isIdle = true;
        foreach (var cluster in document)
        {
            var likeness = Likeness(cluster);
            if (likeness is null)
            {
                if (!isIdle)
                {
                    isIdle = !Pass();
                }

                continue;
            }

            isIdle = false;
            best = Math.Max(best, Step(likeness));
        }

        var runs = 0f;
        for (var i = 0; i < _query.Length; i++)
        {
            runs += _longest[i] == 0 ? 0 : _weights[i] * (1 - (1f / _longest[i]));
        }

        return Sum > 0 ? new Reading(best / Sum, runs / Sum, _nearest?.Of(document) ?? 0) : default;
    }

    // A cluster that is like none of the query's: everything only loses. Whether anything is left.
    private bool Pass()
    {
        Array.Clear(_runs);
        var before = 0f;
        var left = 0f;
        for (var i = 1; i < _row.Length; i++)
        {
            var above = _row[i];
            var value = Math.Max(0, Math.Max(before - _other, above - _gap));
            before = above;
            _row[i] = value;
            left = Math.Max(left, value);
        }

        return left > 0;
    }

    private float Step(float[] likeness)
    {
        var best = 0f;
        var before = 0f;
        var left = 0f;
        var runBefore = 0;
        // Of one length, so that no place needs to be checked.
        var row = _row.AsSpan(1);
        var runs = _runs.AsSpan(1, row.Length);
        var likes = likeness.AsSpan(0, row.Length);
        var weights = _weights.AsSpan(0, row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            var like = likes[i];
            var above = row[i];
            var value = before + (like > 0 ? like * weights[i] : -_other);
            left = Math.Max(Math.Max(0, value), Math.Max(above, left) - _gap);
            row[i] = left;
            best = Math.Max(best, left);
            before = above;

            var runAbove = runs[i];
            var run = like >= 1 ? runBefore + 1 : 0;
            runs[i] = run;
            runBefore = runAbove;
            for (var back = 0; back < run && _longest[i - back] < run; back++)
            {
                _longest[i - back] = run;
            }
        }

        return best;
    }

    private float[]? Likeness(int cluster)
    {
        // The gap between title and text is like nothing, as the table says at first.
        ref var known = ref _likeness[(uint)cluster * 2654435769u >> (32 - LikenessBits)];
        if (known.Cluster != cluster)
        {
            known = (cluster, LikenessOf(cluster));
        }

        return known.Likeness;
    }

    private float[]? LikenessOf(int cluster)
    {
        float[]? likeness = null;
        for (var i = 0; i < _query.Length; i++)
        {
            if (ClusterCode.Likeness(_query[i], cluster) is > 0 and var like)
            {
                (likeness ??= new float[_query.Length])[i] = like;
            }
        }

        return likeness;
    }
}
