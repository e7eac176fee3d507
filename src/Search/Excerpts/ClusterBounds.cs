using System.Collections;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Excerpts;

/// <summary>The places where a text may be cut without breaking a letter from its vowel or tone.</summary>
internal sealed class ClusterBounds
{
    private readonly BitArray _starts;

    public ClusterBounds(string text)
    {
        _starts = new BitArray(text.Length + 1);
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            _starts[cluster.Start] = true;
        }

        _starts[text.Length] = true;
    }

    public bool IsBound(int at) => _starts[at];

    public int AtOrAfter(int at)
    {
        while (!_starts[at])
        {
            at++;
        }

        return at;
    }

    public int AtOrBefore(int at)
    {
        while (at > 0 && !_starts[at])
        {
            at--;
        }

        return at;
    }
}
