using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>Hands what was counted to a collector, segment by segment.</summary>
internal sealed class CountedScorer(TextQuery.Counted counted) : Scorer(null!)
{
    private int _base;
    private int _end;
    private int _document;

    public override int DocID => _document;

    public override int Freq => 1;

    public void Enter(AtomicReaderContext leaf)
    {
        _base = leaf.DocBase;
        _end = leaf.DocBase + leaf.Reader.MaxDoc;
        _document = -1;
    }

    public override float GetScore() => counted.Scores[_base + _document];

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        var next = _base + target < _end ? counted.Hits.NextSetBit(_base + target) : -1;
        return _document = next < 0 || next >= _end ? NO_MORE_DOCS : next - _base;
    }

    public override long GetCost() => counted.Hits.Cardinality;
}
