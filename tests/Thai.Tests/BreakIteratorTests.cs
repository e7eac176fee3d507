using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ICU4N.Text;

namespace KhokNongNa.Thai.Tests;

/// <summary>The words are those of ICU4N's break iterator, whose list they are from: only found in less time.</summary>
public sealed class BreakIteratorTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(60).WithQuietOnSuccess(true);

    private static readonly char[] Letters = [.. "กขคงจชดตทนบปผพมยรลวสหอเแโใไะาำัิีุู็่้์ๆฯ", .. "อานเกรมาก", .. "ab1_.,:' -๑฿“\n"];

    private static readonly string[] Pieces =
    [
        "ปลา", "ดุก", "ดิน", "น้ำ", "การ", "เกษตร", "ความ", "ที่", "ของ", "เป็น", "มา", "ไม่", "ๆ", "ฯ", "ฯลฯ", "กก", "ขฺ", "์", " ", "EM", "5.5", "1,000", "a_b", "x:y", "๑๕",
        "ตาก", "ลม", "โคก", "หนอง", "นา", "ตั", "ว", "แ", "เ", "ก", "ร", "ณ", "อ", "ํ", "-", "(", "”", "’", "é", "ฤๅ", "ๅ", "\u200B", "๎",
    ];

    [Fact]
    public void Texts_of_letters_are_cut_at_the_same_places() =>
        Check.One(Thousands, Prop.ForAll(Gen.Elements(Letters).ArrayOf().Select(chars => new string(chars)).ToArbitrary(), IsTheSame));

    [Fact]
    public void Texts_of_words_are_cut_at_the_same_places() =>
        Check.One(Thousands, Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), IsTheSame));

    [Fact]
    public void Any_text_is_cut_at_the_same_places() =>
        Check.One(Thousands, Prop.ForAll(AnyText.Arbitrary, IsTheSame));

    private static bool IsTheSame(string text) => ThaiWords.Segment(text).SequenceEqual(ByIcu(text));

    private static List<TextSpan> ByIcu(string text)
    {
        var iterator = BreakIterator.GetWordInstance(CultureInfo.GetCultureInfo("th-TH"));
        iterator.SetText(text);
        var words = new List<TextSpan>();
        var from = iterator.First();
        for (var to = iterator.Next(); to != BreakIterator.Done; from = to, to = iterator.Next())
        {
            if (ThaiText.HasLetterOrDigit(text.Substring(from, to - from)))
            {
                words.Add(new TextSpan(from, to - from));
            }
        }

        return words;
    }
}
