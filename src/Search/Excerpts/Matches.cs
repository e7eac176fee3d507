using KhokNongNa.Search.Analysis;
using KhokNongNa.Thai;

namespace KhokNongNa.Search.Excerpts;

/// <param name="Term">Number of the query's term that stands there; of a pair, below zero.</param>
internal readonly record struct Match(Slice Place, int Term, float Weight);

/// <summary>Finds the terms of a query in a folded text.</summary>
internal static class Matches
{
    /// <summary>The query's words where they are words of the text; in order of place.</summary>
    public static List<Match> OfWords(string folded, TellingTerms terms, ClusterBounds bounds, ThaiLexicon lexicon)
    {
        var matches = new List<Match>();
        // Segmenting is the dear part, and no word goes over a space: only what lies between two spaces and has the letters is cut.
        for (var from = 0; from < folded.Length;)
        {
            var found = folded.AsSpan(from).IndexOfAny(terms.Letters);
            if (found < 0)
            {
                break;
            }

            var start = from + folded.AsSpan(from, found).LastIndexOf(' ') + 1;
            var space = folded.AsSpan(from + found).IndexOf(' ');
            var end = space < 0 ? folded.Length : from + found + space;
            foreach (var word in WordTerms.Of(folded[start..end], lexicon))
            {
                var place = new Slice(start + word.Start, word.Length);
                if (terms.Lookup.TryGetValue(place.Of(folded), out var term) && bounds.IsBound(place.Start) && bounds.IsBound(place.End))
                {
                    matches.Add(new Match(place, term.Number, term.Weight));
                }
            }

            from = end;
        }

        matches.Sort((one, other) => one.Place.Start.CompareTo(other.Place.Start));
        return matches;
    }

    /// <summary>Pairs of clusters that the query has too; in order of place.</summary>
    public static List<Match> OfPairs(string folded, TellingTerms terms)
    {
        var matches = new List<Match>();
        var dense = DenseText.Of(folded);
        var places = dense.Clusters.Select(cluster => cluster.Source).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            Add(places[i], dense.Clusters[i].Dense);
            if (i > 0)
            {
                Add(new Slice(places[i - 1].Start, places[i].End - places[i - 1].Start), Grams.Pair(dense, i));
            }
        }

        return matches;

        void Add(Slice place, Slice gram)
        {
            if (terms.Lookup.TryGetValue(gram.Of(dense.Text), out var term))
            {
                matches.Add(new Match(place, -1 - term.Number, term.Weight));
            }
        }
    }

    /// <summary>The places that the matches cover, those that touch as one.</summary>
    public static List<Slice> Merge(List<Match> matches)
    {
        var merged = new List<Slice>();
        foreach (var place in matches.Select(match => match.Place).OrderBy(place => place.Start))
        {
            if (merged.Count > 0 && place.Start <= merged[^1].End)
            {
                var last = merged[^1];
                merged[^1] = new Slice(last.Start, Math.Max(last.End, place.End) - last.Start);
            }
            else
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
