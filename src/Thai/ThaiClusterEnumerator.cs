using System.Buffers;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>Walks over the clusters of a text; see <see cref="ThaiClusters"/>.</summary>
public ref struct ThaiClusterEnumerator
{
    // Of ASCII, with which nearly all that is not Thai is written.
    private static readonly ClusterKind[] Kinds = [.. Enumerable.Range(0, 0x80).Select(c => KindOf(new Rune(c)))];

    private readonly ReadOnlySpan<char> _text;

    internal ThaiClusterEnumerator(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The cluster last found.</summary>
    public ThaiCluster Current { get; private set; }

    /// <summary>The enumerator itself, for <c>foreach</c>.</summary>
    public readonly ThaiClusterEnumerator GetEnumerator() => this;

    /// <summary>Finds the next cluster; false at the end of the text.</summary>
    public bool MoveNext()
    {
        var start = Current.End;
        if (start >= _text.Length)
        {
            return false;
        }

        var end = start + Take(start, out var kind);
        end = kind switch
        {
            ClusterKind.Thai => EndOfThai(start, end),
            ClusterKind.Other => AfterMarks(end),
            _ => EndOfRun(end, kind),
        };
        Current = new(start, end - start, kind);
        return true;
    }

    private readonly int EndOfThai(int start, int end)
    {
        if (ThaiLetters.IsLeadingVowel(_text[start]))
        {
            end = AfterMarks(end);
            if (end == _text.Length || !ThaiLetters.IsConsonant(_text[end]))
            {
                return end;
            }

            end++;
        }

        end = AfterMarks(end);
        while (end < _text.Length && ThaiLetters.IsFollowingVowel(_text[end]))
        {
            end = AfterMarks(end + 1);
        }

        return end;
    }

    private readonly int EndOfRun(int end, ClusterKind kind)
    {
        end = AfterMarks(end);
        while (end < _text.Length)
        {
            var taken = Take(end, out var next);
            if (next != kind)
            {
                break;
            }

            end = AfterMarks(end + taken);
        }

        return end;
    }

    private readonly int AfterMarks(int end)
    {
        while (end < _text.Length && ThaiLetters.IsMark(_text[end]))
        {
            end++;
        }

        while (end < _text.Length && _text[end] is >= '\u0300' and (< ThaiLetters.FirstLetter or > ThaiLetters.Last)
            && Rune.DecodeFromUtf16(_text[end..], out var rune, out var taken) == OperationStatus.Done
            && ThaiText.IsMark(rune))
        {
            end += taken;
            while (end < _text.Length && ThaiLetters.IsMark(_text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private readonly int Take(int at, out ClusterKind kind)
    {
        var c = _text[at];
        if (c is >= ThaiLetters.FirstLetter and < ThaiLetters.Paiyannoi)
        {
            kind = ClusterKind.Thai;
            return 1;
        }

        if (c < Kinds.Length)
        {
            kind = Kinds[c];
            return 1;
        }

        _ = Rune.DecodeFromUtf16(_text[at..], out var rune, out var taken);
        kind = KindOf(rune);
        return taken;
    }

    private static ClusterKind KindOf(Rune rune) => rune.Value switch
    {
        ThaiLetters.Paiyannoi or ThaiLetters.Maiyamok => ClusterKind.Other,
        >= ThaiLetters.FirstLetter and <= ThaiLetters.Yamakkan when Rune.IsLetter(rune) || ThaiText.IsMark(rune) => ClusterKind.Thai,
        _ when Rune.IsLetter(rune) => ClusterKind.Latin,
        _ when Rune.IsDigit(rune) => ClusterKind.Number,
        _ when Rune.IsWhiteSpace(rune) => ClusterKind.Space,
        _ => ClusterKind.Other,
    };
}
