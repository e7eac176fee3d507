namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Pages go in after the page that they stand under.</summary>
internal static class PageRanks
{
    public static List<Prepared> Sorted(List<Prepared> prepared)
    {
        var above = prepared.Where(p => p.File.Type == "page").ToDictionary(p => p.File.Key, p => p.Links.FirstOrDefault(l => l.Type == "page").Key);
        return prepared.ConvertAll(p => p.File.Type == "page" ? p with { Rank = p.Rank + Depth(p.File.Key) } : p);

        // Of files that name each other in a circle one goes in first, and finds no page to stand under.
        int Depth(string key)
        {
            var depth = 0;
            for (var at = above.GetValueOrDefault(key); at is not null && above.ContainsKey(at) && depth < above.Count; at = above[at])
            {
                depth++;
            }

            return depth;
        }
    }
}
