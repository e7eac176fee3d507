using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// Takes every document that matches the text, once: keeps the best of those that pass all filters, and counts each
/// facet over those that pass the <em>other</em> filters, so that a count says what choosing the value would show.
/// </summary>
internal sealed class HitCollector(SearchRequest request, int keep) : ICollector
{
    private readonly PriorityQueue<Found, Found> _best = new(Comparer<Found>.Create(static (a, b) => b.CompareTo(a)));
    private NumericDocValues? _published;
    private NumericDocValues? _tie;
    private Scorer? _scorer;
    private int _base;

    public FacetGroup Types { get; } = new(Storage.IndexFields.Type, request.Types);

    public FacetGroup Topics { get; } = new(Storage.IndexFields.Topics, request.Topics);

    public FacetGroup Districts { get; } = new(Storage.IndexFields.District, request.Districts);

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _published = context.AtomicReader.GetNumericDocValues(Storage.IndexFields.Published);
        _tie = context.AtomicReader.GetNumericDocValues(Storage.IndexFields.Tie);
        Types.Enter(context.AtomicReader);
        Topics.Enter(context.AtomicReader);
        Districts.Enter(context.AtomicReader);
    }

    public void Collect(int doc)
    {
        var type = Types.Read(doc);
        var topic = Topics.Read(doc);
        var district = Districts.Read(doc);
        if (topic && district)
        {
            Types.Count();
        }

        if (type && district)
        {
            Topics.Count();
        }

        if (type && topic)
        {
            Districts.Count();
        }

        if (type && topic && district)
        {
            Total++;
            Keep(new Found(_base + doc, _scorer!.GetScore(), _published!.Get(doc), _tie!.Get(doc)));
        }
    }

    /// <summary>The kept documents, best first.</summary>
    public List<Found> Best() => [.. _best.UnorderedItems.Select(item => item.Element).Order()];

    // The root of the queue is the worst that is kept.
    private void Keep(Found found)
    {
        if (_best.Count < keep)
        {
            _best.Enqueue(found, found);
        }
        else if (keep > 0 && found.CompareTo(_best.Peek()) < 0)
        {
            _best.EnqueueDequeue(found, found);
        }
    }

    /// <summary>Ordered best first: by score, then the newest, then an order that stays the same between two pages.</summary>
    internal readonly record struct Found(int Document, float Score, long Published, long Tie) : IComparable<Found>
    {
        public int CompareTo(Found other)
        {
            var order = other.Score.CompareTo(Score);
            order = order != 0 ? order : other.Published.CompareTo(Published);
            order = order != 0 ? order : Tie.CompareTo(other.Tie);
            return order != 0 ? order : Document.CompareTo(other.Document);
        }
    }
}
