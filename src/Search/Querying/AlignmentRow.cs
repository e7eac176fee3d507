using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// One row of the alignment of a query with a document (Smith, Waterman 1981), and the lengths of the runs that end here: eight clusters
/// of the query at a time, since this is where a search spends most of its time.
/// </summary>
internal sealed class AlignmentRow
{
    private static readonly int Width = Vector256<float>.Count;

    private readonly int _blocks;
    private readonly float _gap;
    private readonly float _other;
    private readonly Vector256<float> _gapsFromStart;

    // Padded to whole blocks. Before the first stands a block of nothing, from which the first takes what is on its left.
    private readonly float[] _row;
    private readonly int[] _runs;
    private readonly int[] _longest;
    private Vector256<float> _best;
    private bool _hasRuns;

    /// <param name="mean">Weight of a cluster of the query, by which what is left out or another costs.</param>
    public AlignmentRow(int length, float mean)
    {
        _blocks = (length + Width - 1) / Width;
        _gap = .6f * mean;
        _other = .5f * mean;
        _gapsFromStart = Vector256.Create(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f) * _gap;
        _row = new float[(_blocks + 1) * Width];
        _runs = new int[_row.Length];
        _longest = new int[_blocks * Width];
    }

    /// <summary>The best piece since <see cref="Clear"/>.</summary>
    public float Best
    {
        get
        {
            var best = 0f;
            for (var i = 0; i < Width; i++)
            {
                best = Math.Max(best, _best[i]);
            }

            return best;
        }
    }

    /// <summary>The longest run since <see cref="Clear"/> that ends with this cluster of the query.</summary>
    public int LongestRun(int cluster) => _longest[cluster];

    /// <summary>What a cluster of a document gains at each cluster of the query; at first it is like none.</summary>
    public Match NewMatch() => new(_blocks * Width, -_other);

    public void Clear()
    {
        Array.Clear(_row);
        Array.Clear(_runs);
        Array.Clear(_longest);
        _best = default;
        _hasRuns = false;
    }

    /// <summary>A cluster that is like some of the query's.</summary>
    public void Step(Match match)
    {
        ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
        ref var runs = ref MemoryMarshal.GetArrayDataReference(_runs);
        var gap = Vector256.Create(_gap);
        // From the last block to the first for what comes from the row before: a block reads its neighbour on the left.
        for (var block = _blocks; block > 0; block--)
        {
            var at = (nuint)(block * Width);
            var gains = Vector256.LoadUnsafe(in match.Gains[0], at - (nuint)Width);
            var value = Vector256.Max(Vector256.LoadUnsafe(in row, at - 1) + gains, Vector256.LoadUnsafe(in row, at) - gap);
            Vector256.Max(value, Vector256<float>.Zero).StoreUnsafe(ref row, at);

            if (match.HasEqual || _hasRuns)
            {
                var run = (Vector256.LoadUnsafe(in runs, at - 1) + Vector256<int>.One) & Vector256.LoadUnsafe(in match.Equal[0], at - (nuint)Width);
                run.StoreUnsafe(ref runs, at);
                ref var longest = ref _longest[(block - 1) * Width];
                Vector256.Max(run, Vector256.LoadUnsafe(in longest)).StoreUnsafe(ref longest);
            }
        }

        _hasRuns = match.HasEqual;
        var left = 0f;
        var best = _best;
        for (var block = 1; block <= _blocks; block++)
        {
            var at = (nuint)(block * Width);
            var value = Vector256.LoadUnsafe(in row, at);
            value = Vector256.Max(value, Vector256.Create(left) - _gapsFromStart);
            value = Vector256.Max(value, MovedBy1(value) - gap);
            value = Vector256.Max(value, MovedBy2(value) - (gap + gap));
            value = Vector256.Max(value, MovedBy4(value) - (gap * 4));
            value.StoreUnsafe(ref row, at);
            best = Vector256.Max(best, value);
            left = value[7];
        }

        _best = best;
    }

    /// <summary>A cluster that is like none of the query's: everything only loses. Whether anything is left.</summary>
    public bool Pass()
    {
        ref var row = ref MemoryMarshal.GetArrayDataReference(_row);
        var (gap, other) = (Vector256.Create(_gap), Vector256.Create(_other));
        var left = Vector256<float>.Zero;
        for (var block = _blocks; block > 0; block--)
        {
            var at = (nuint)(block * Width);
            var value = Vector256.Max(Vector256.LoadUnsafe(in row, at - 1) - other, Vector256.LoadUnsafe(in row, at) - gap);
            value = Vector256.Max(value, Vector256<float>.Zero);
            value.StoreUnsafe(ref row, at);
            left |= value;
        }

        if (_hasRuns)
        {
            Array.Clear(_runs);
            _hasRuns = false;
        }

        return left != Vector256<float>.Zero;
    }

    // What comes in on the left is nothing: less than what a value at zero or above loses by a gap never counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MovedBy1(Vector256<float> value) => Vector256.Shuffle(value, Vector256.Create(-1, 0, 1, 2, 3, 4, 5, 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MovedBy2(Vector256<float> value) => Vector256.Shuffle(value, Vector256.Create(-1, -1, 0, 1, 2, 3, 4, 5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MovedBy4(Vector256<float> value) => Vector256.Shuffle(value, Vector256.Create(-1, -1, -1, -1, 0, 1, 2, 3));

    /// <summary>A cluster of a document beside each of the query.</summary>
    internal sealed class Match
    {
        public Match(int length, float other)
        {
            Gains = new float[length];
            Gains.AsSpan().Fill(other);
            Equal = new int[length];
        }

        public float[] Gains { get; }

        /// <summary>All bits where it is the same cluster.</summary>
        public int[] Equal { get; }

        public bool HasEqual { get; private set; }

        public void Set(int place, float gain, bool isEqual)
        {
            Gains[place] = gain;
            Equal[place] = isEqual ? -1 : 0;
            HasEqual |= isEqual;
        }
    }
}
