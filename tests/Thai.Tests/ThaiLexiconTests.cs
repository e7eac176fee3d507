namespace KhokNongNa.Thai.Tests;

public sealed class ThaiLexiconTests
{
    public static TheoryData<string, string> Cases => SpecTable.Pairs("segmentation.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_of_the_field_stay_in_one_piece(string text, string words) => Assert.Equal(words, Words(text, ThaiLexicon.Domain));

    [Fact]
    public void Every_word_of_the_lexicon_is_one_word_and_was_not_without_it()
    {
        Assert.True(ThaiLexicon.Domain.Words.Count >= 400);
        Assert.All(ThaiLexicon.Domain.Words, word => Assert.Equal(word, Words(word, ThaiLexicon.Domain)));
        Assert.All(ThaiLexicon.Domain.Words, word => Assert.NotEqual(word, Words(word, ThaiLexicon.Empty)));
    }

    [Fact]
    public void Without_a_lexicon_the_general_list_decides() =>
        Assert.Equal(ThaiWords.Segment("ห่มดินด้วยฟาง"), ThaiWords.Segment("ห่มดินด้วยฟาง", ThaiLexicon.Empty));

    [Fact]
    public void Words_can_be_added_and_the_former_lexicon_stays_as_it_was()
    {
        var before = ThaiLexicon.Parse("ห่มดิน # a note\n# nothing\n\n");
        var after = before.With(["นาแลกป่า"]);

        Assert.Equal("นาแลกป่า·ห่มดิน", Words("นาแลกป่าห่มดิน", after));
        Assert.NotEqual("นาแลกป่า·ห่มดิน", Words("นาแลกป่าห่มดิน", before));
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
        Assert.Equal(after.Fingerprint, ThaiLexicon.Parse("นาแลกป่า\nห่มดิน").Fingerprint);
    }

    [Fact]
    public void A_word_is_found_however_it_was_encoded_when_it_was_added() =>
        Assert.Equal("น้ำดำดิน", Words("น้ำดำดิน", ThaiLexicon.Empty.With(["น้ํา" + "ดําดิน"])));

    [Fact]
    public void No_short_word_is_cut_out_of_another() => Assert.Equal("แคบ", Words("แคบ", ThaiLexicon.Parse("แค")));

    [Fact]
    public void Any_text_is_cut_into_words_that_follow_one_another()
    {
        var random = new Random(2564);
        string[] pieces = ["ห่มดิน", "ส้มโอ", "รส", "ก", "ำ", "เ", "\uD83C", "ุ", " ", "a1", "ปลาดุก", "็"];
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var end = 0;
            foreach (var word in ThaiWords.Segment(text, ThaiLexicon.Domain))
            {
                Assert.True(word.Start >= end && word.Length > 0 && word.End <= text.Length, text);
                end = word.End;
            }
        }
    }

    [Fact]
    public void A_million_of_one_mark_and_a_million_letters_of_lexicon_words_are_cut()
    {
        Assert.InRange(ThaiWords.Segment("ก" + new string('้', 1_000_000), ThaiLexicon.Domain).Count, 0, 1_000_000);
        Assert.NotEmpty(ThaiWords.Segment(string.Concat(Enumerable.Repeat("กล้วยหอมทองเครือส้มโอรส", 45_000)), ThaiLexicon.Domain));
    }

    private static string Words(string text, ThaiLexicon lexicon) =>
        string.Join('·', ThaiWords.Segment(ThaiText.Fold(text), lexicon).Select(word => text.Substring(word.Start, word.Length)));
}
