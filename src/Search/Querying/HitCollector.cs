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
    private readonly HitOrdering _order = new(request);
    private NumericDocValues? _published;
    private NumericDocValues? _tie;
    private Scorer? _scorer;
    private int _base;

    public IReadOnlyList<FacetGroup> Facets { get; } =
        [.. request.Facets.DistinctBy(facet => facet.Facet, StringComparer.Ordinal).Select(facet => new FacetGroup(facet))];

    public int Total { get; private set; }

    public bool IsByRelevance => _order.IsByRelevance;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _published = context.AtomicReader.GetNumericDocValues(Storage.IndexFields.Published);
        _tie = context.AtomicReader.GetNumericDocValues(Storage.IndexFields.Tie);
        _order.Enter(context.AtomicReader);
        foreach (var facet in Facets)
        {
            facet.Enter(context.AtomicReader);
        }
    }

    public void Collect(int doc)
    {
        var failed = 0;
        FacetGroup? lastFailed = null;
        foreach (var facet in Facets)
        {
            if (!facet.Read(doc))
            {
                failed++;
                lastFailed = facet;
            }
        }

        if (failed == 1)
        {
            lastFailed!.Count();
        }
        else if (failed == 0)
        {
            foreach (var facet in Facets)
            {
                facet.Count();
            }

            Total++;
            Keep(new Found(_base + doc, _order.Rank(doc), _scorer!.GetScore(), _published!.Get(doc), _tie!.Get(doc)));
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

    /// <summary>
    /// Ordered best first: by what the request puts first, then by score, then the newest, then an order that stays the same between
    /// two pages.
    /// </summary>
    internal readonly record struct Found(int Document, long Rank, float Score, long Published, long Tie) : IComparable<Found>
    {
        public int CompareTo(Found other)
        {
            var order = Rank.CompareTo(other.Rank);
            order = order != 0 ? order : other.Score.CompareTo(Score);
            order = order != 0 ? order : other.Published.CompareTo(Published);
            order = order != 0 ? order : Tie.CompareTo(other.Tie);
            return order != 0 ? order : Document.CompareTo(other.Document);
        }
    }
}
