using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace KhokNongNa.Thai.Tests;

/// <summary>What holds for every text, tried on thousands.</summary>
public sealed class ThaiProperties
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(80).WithQuietOnSuccess(true);

    [Fact]
    public void Normalizing_twice_changes_nothing_more() =>
        ForEveryText(text =>
        {
            var normal = ThaiText.Normalize(text);
            return ReferenceEquals(normal, ThaiText.Normalize(normal));
        });

    [Fact]
    public void Normalized_text_is_composed_and_holds_no_lone_surrogate() =>
        ForEveryText(text =>
        {
            var normal = ThaiText.Normalize(text);
            return normal.IsNormalized(NormalizationForm.FormC) && normal.IndexOf('\u200B', StringComparison.Ordinal) < 0;
        });

    [Fact]
    public void Equivalent_texts_normalize_to_the_same() =>
        ForEveryText(text =>
        {
            var normal = ThaiText.Normalize(text);
            return ThaiText.Normalize(normal.Normalize(NormalizationForm.FormD)) == normal;
        });

    [Fact]
    public void Folding_keeps_the_length_and_is_done_once() =>
        ForEveryText(text =>
        {
            var key = ThaiText.Fold(text);
            return key.Length == text.Length && ReferenceEquals(key, ThaiText.Fold(key));
        });

    [Fact]
    public void Clusters_cover_the_text_and_never_begin_with_a_mark() =>
        ForEveryText(text =>
        {
            var at = 0;
            foreach (var cluster in ThaiClusters.Enumerate(text))
            {
                if (cluster.Start != at || cluster.Length < 1 || (at > 0 && BeginsWithMark(text, at)))
                {
                    return false;
                }

                at = cluster.End;
            }

            return at == text.Length;
        });

    [Fact]
    public void Words_lie_in_the_text_in_order_and_hold_something_to_read() =>
        ForEveryText(text =>
        {
            var at = 0;
            foreach (var word in ThaiWords.Segment(text))
            {
                if (word.Start < at || word.End > text.Length || !ThaiText.HasLetterOrDigit(text.Substring(word.Start, word.Length)))
                {
                    return false;
                }

                at = word.End;
            }

            return true;
        });

    [Fact]
    public void A_slug_is_empty_or_valid() =>
        ForEveryText(text =>
        {
            var slug = Slug.From(text);
            return slug.Length == 0 || Slug.IsValid(slug);
        });

    [Fact]
    public void A_slug_of_a_long_title_is_valid_too() =>
        ForEveryText(text =>
        {
            var slug = Slug.From(string.Concat(Enumerable.Repeat(text, 8)));
            return slug.Length == 0 || Slug.IsValid(slug);
        });

    [Fact]
    public void Reading_never_throws() =>
        ForEveryText(text =>
        {
            _ = ThaiDigits.TryParseInt(text, out _) | ThaiDigits.TryParseDecimal(text, out _) | BuddhistDate.TryParse(text, out _);
            return ThaiText.HasLetterOrDigit(text) || ThaiSort.Key(text).Length > 0;
        });

    [Fact]
    public void Keys_and_comparer_agree() =>
        Check.One(Thousands, Prop.ForAll(AnyText.Arbitrary, AnyText.Arbitrary, (left, right) =>
        {
            var byKey = string.CompareOrdinal(ThaiSort.Key(left), ThaiSort.Key(right));
            return byKey == 0 || Math.Sign(byKey) == Math.Sign(ThaiSort.Comparer.Compare(left, right));
        }));

    private static void ForEveryText(Func<string, bool> holds) => Check.One(Thousands, Prop.ForAll(AnyText.Arbitrary, holds));

    private static bool BeginsWithMark(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.EnclosingMark;
}
