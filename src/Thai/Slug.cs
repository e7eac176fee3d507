using System.Globalization;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>The part of an address that is made from a title. Thai stays Thai: น้ำหมักชีวภาพ-สูตร-em.</summary>
public static class Slug
{
    private const int Longest = 80;

    // A cut at a dash or word further left than this loses more than it tidies.
    private const int ShortestDashCut = 60;
    private const int ShortestWordCut = 40;

    /// <summary>
    /// Keeps letters with their marks (lower case) and digits (as 0–9); anything else becomes one dash between them. At most
    /// 80 characters, cut at a dash, a word or at least a cluster. Empty when the title has no letter or digit.
    /// </summary>
    public static string From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var slug = new StringBuilder();
        var dash = false;
        var afterLetter = false;
        foreach (var rune in ThaiText.Fold(ThaiText.Normalize(title)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (dash && slug.Length > 0)
                {
                    slug.Append('-');
                }

                dash = false;
                afterLetter = Rune.IsLetter(rune);
                slug.Append(Kept(rune));
            }
            else if (afterLetter && IsWrittenMark(rune))
            {
                slug.Append(rune);
            }
            else
            {
                dash = true;
                afterLetter = false;
            }
        }

        // Dropping what stood between two characters can bring them together.
        return Cut(ThaiText.Normalize(slug.ToString()));
    }

    /// <summary>Whether a text is a slug that <see cref="From"/> could have made. Never throws.</summary>
    public static bool IsValid(string? slug) => slug is { Length: > 0 and <= Longest } && From(slug) == slug;

    private static string Kept(Rune rune) =>
        Rune.IsDigit(rune) && !rune.IsAscii ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : rune.ToString();

    // Variation selectors and enclosing rings belong to emoji.
    private static bool IsWrittenMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest)
        {
            return slug;
        }

        // One more, so that a dash or word that ends exactly at the limit is seen to.
        var dash = slug.LastIndexOf('-', Longest);
        if (dash >= ShortestDashCut)
        {
            return slug[..dash];
        }

        var word = ThaiWords.Segment(slug).Select(span => span.End).LastOrDefault(end => end <= Longest);
        return slug[..(word >= ShortestWordCut ? word : ClusterCut(slug))].TrimEnd('-');
    }

    private static int ClusterCut(string slug)
    {
        var end = 0;
        foreach (var cluster in ThaiClusters.Enumerate(slug))
        {
            if (cluster.End > Longest)
            {
                return cluster.Kind == ClusterKind.Thai ? end : CutInRun(slug);
            }

            end = cluster.End;
        }

        return end;
    }

    // A run of Latin letters or digits longer than any word: only a letter and its marks must stay together.
    private static int CutInRun(string slug)
    {
        var end = Longest;
        while (char.IsLowSurrogate(slug[end]) || IsWrittenMark(Rune.GetRuneAt(slug, end)))
        {
            end--;
        }

        return end;
    }
}
