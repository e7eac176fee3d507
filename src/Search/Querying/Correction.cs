using KhokNongNa.Search.Analysis;
using Lucene.Net.Index;

namespace KhokNongNa.Search.Querying;

/// <summary>
/// The query with words of the index where it seems misspelt: see <see cref="TextQuery.StrangePlaces"/>. The segmenter takes a
/// misspelt word apart and its neighbours with it, so the query is cut anew: into the likeliest words of the index, where what
/// is strange may be a word with one typing mistake. What is likely is the sum of each word's rarity and each mistake's cost.
/// </summary>
internal sealed class Correction
{
    // Somebody who makes more mistakes than this writes of things that are not here.
    private const int MostPlaces = 4;

    private const int Longest = KeptWords.Longest - 1;

    // Natural logarithms: a word that a single text has costs some ten, «การ» five.
    private const float Mistake = 8;
    private const float UnknownLetter = 8;

    private readonly string _text;
    private readonly KeptWords[] _words;
    private readonly Synonyms _synonyms;
    private readonly bool[] _isWord;
    private readonly bool[] _isStrange;
    private readonly float _all;

    // In order, so that of two that cost the same always the same one is taken.
    private readonly SortedSet<string> _near = new(StringComparer.Ordinal);

    // The cheapest way to cut the text up to each letter.
    private readonly Cut[] _cheapest;

    private Correction(UnderstoodQuery query, IEnumerable<Slice> strange, IndexReader reader, Synonyms synonyms)
    {
        _text = query.Folded;
        _synonyms = synonyms;
        _words = [.. reader.Leaves.Select(leaf => KeptWords.In(leaf.AtomicReader))];
        _all = MathF.Log(Math.Max(1, _words.Sum(words => words.TextsOfAll)));
        _isWord = Marked(query.Words);
        _isStrange = Marked(strange);
        _cheapest = new Cut[_text.Length + 1];
        Array.Fill(_cheapest, new Cut(float.PositiveInfinity, 0, null), 1, _text.Length);
    }

    /// <param name="synonyms">Its words are known, though no text may have them.</param>
    public static UnderstoodQuery? Of(UnderstoodQuery query, IEnumerable<Slice> strange, IndexReader reader, Synonyms synonyms)
    {
        var places = Joined(strange);
        if (places.Count is 0 or > MostPlaces)
        {
            return null;
        }

        var corrected = new Correction(query, places, reader, synonyms).Corrected();
        return corrected.Count > 0 ? query.With(corrected) : null;
    }

    private static List<Slice> Joined(IEnumerable<Slice> strange)
    {
        var joined = new List<Slice>();
        foreach (var piece in strange)
        {
            if (joined.Count > 0 && joined[^1].End >= piece.Start)
            {
                joined[^1] = new Slice(joined[^1].Start, Math.Max(joined[^1].End, piece.End) - joined[^1].Start);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private List<(Slice Place, string Word)> Corrected()
    {
        for (var start = 0; start < _text.Length; start++)
        {
            Cutting(start);
        }

        var corrected = new List<(Slice, string)>();
        for (var end = _text.Length; end > 0; end = _cheapest[end].Start)
        {
            var (_, start, word) = _cheapest[end];
            if (word is not null)
            {
                corrected.Insert(0, (new Slice(start, end - start), word));
            }
        }

        return corrected;
    }

    // Everything that may begin here.
    private void Cutting(int start)
    {
        Take(start, start + 1, _isWord[start] ? UnknownLetter : 0);
        var isStrange = false;
        for (var end = start + 1; end <= Math.Min(_text.Length, start + Longest) && _isWord[end - 1]; end++)
        {
            var typed = _text.AsSpan(start, end - start);
            isStrange |= _isStrange[end - 1];
            if (typed.Length > 1)
            {
                Take(start, end, CostOf(typed));
            }

            // Another number is no other spelling.
            if (isStrange && !typed.ContainsAnyInRange('0', '9'))
            {
                foreach (var word in Near(typed))
                {
                    Take(start, end, CostOf(word) + Mistake, word);
                }
            }
        }
    }

    private SortedSet<string> Near(ReadOnlySpan<char> typed)
    {
        _near.Clear();
        foreach (var words in _words)
        {
            words.AddNear(typed, _near);
        }

        return _near;
    }

    private void Take(int start, int end, float cost, string? word = null)
    {
        cost += _cheapest[start].Cost;
        if (cost < _cheapest[end].Cost)
        {
            _cheapest[end] = new Cut(cost, start, word);
        }
    }

    private float CostOf(ReadOnlySpan<char> word)
    {
        var texts = 0;
        foreach (var words in _words)
        {
            texts += words.TextsOf(word);
        }

        return texts > 0 ? _all - MathF.Log(texts) : _synonyms.Of(word).Count > 0 ? _all : float.PositiveInfinity;
    }

    private bool[] Marked(IEnumerable<Slice> pieces)
    {
        var marked = new bool[_text.Length];
        foreach (var piece in pieces)
        {
            marked.AsSpan(piece.Start, piece.Length).Fill(true);
        }

        return marked;
    }

    /// <param name="Cost">Of all from the first letter on.</param>
    /// <param name="Start">Where the last word begins.</param>
    /// <param name="Word">What is meant by it, when it is mistyped.</param>
    private readonly record struct Cut(float Cost, int Start, string? Word);
}
