using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KhokNongNa.Search.Analysis;

/// <summary>Hands the slices of one text to Lucene, without making a string of each.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly string _text;
    private readonly IReadOnlyList<Slice> _terms;
    private readonly ICharTermAttribute _term;
    private int _next;

    public TermStream(string text, IReadOnlyList<Slice> terms)
    {
        _text = text;
        _terms = terms;
        _term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        ClearAttributes();
        var slice = _terms[_next++];
        _term.SetLength(0);
        _term.Append(_text, slice.Start, slice.Length);
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }
}
