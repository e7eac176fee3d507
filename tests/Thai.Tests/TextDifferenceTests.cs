using FsCheck;
using FsCheck.Fluent;

namespace KhokNongNa.Thai.Tests;

public sealed class TextDifferenceTests
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60).WithQuietOnSuccess(true);

    private static readonly string[] Words = ["ห่มดิน", "ฟาง", "ปุ๋ยหมัก", "เกษตรกร", "เกษตกร", "น้ำ", "ๆ", "EM", "350", " ", " ", "\n", "ไม่", "ใช่", "กล้วย", "😀"];

    // Texts that have much in common, as revisions do.
    private static Arbitrary<string> Sentences { get; } = Gen.Elements(Words).ArrayOf().Select(words => string.Concat(words)).ToArbitrary();

    [Fact]
    public void Applied_to_one_text_the_pieces_give_the_other() =>
        ForPairs((before, after) =>
        {
            var pieces = TextDifference.Between(before, after);
            return Without(pieces, Change.Added) == before && Without(pieces, Change.Removed) == after;
        });

    [Fact]
    public void Neighbours_are_of_two_kinds_and_none_is_empty() =>
        ForPairs((before, after) =>
        {
            var pieces = TextDifference.Between(before, after);
            return pieces.All(p => p.Text.Length > 0) && pieces.Zip(pieces.Skip(1)).All(p => p.First.Change != p.Second.Change);
        });

    [Fact]
    public void A_text_is_the_same_as_itself() =>
        ForPairs((text, _) => TextDifference.Between(text, text).All(p => p.Change == Change.Same));

    [Fact]
    public void No_piece_begins_within_a_cluster() =>
        ForPairs((before, after) =>
        {
            var pieces = TextDifference.Between(before, after);
            return EndAtBorders(before, pieces.Where(p => p.Change != Change.Added)) && EndAtBorders(after, pieces.Where(p => p.Change != Change.Removed));
        });

    [Theory]
    [InlineData("ห่มดินด้วยฟาง", "ห่มดินด้วยใบไม้", "ห่มดินด้วย[-ฟาง][+ใบไม้]")]
    [InlineData("ใช้ปุ๋ยหมัก", "ใช้ปุ๋ยหมักแห้ง", "ใช้ปุ๋ยหมัก[+แห้ง]")]
    [InlineData("รดน้ำ 3 วัน", "รดน้ำ 5 วัน", "รดน้ำ [-3][+5] วัน")]
    [InlineData("น้ำ", "นำ้", "[-น้ำ][+นำ้]")]
    [InlineData("บรรทัดหนึ่ง\nบรรทัดสอง\nบรรทัดสาม", "บรรทัดหนึ่ง\nบรรทัดสาม", "บรรทัดหนึ่ง\n[-บรรทัดสอง\n]บรรทัดสาม")]
    [InlineData("", "ใหม่ทั้งหมด", "[+ใหม่ทั้งหมด]")]
    [InlineData("หายหมด", "", "[-หายหมด]")]
    [InlineData("", "", "")]
    public void Words_are_marked_whole(string before, string after, string marked) =>
        Assert.Equal(marked, string.Concat(TextDifference.Between(before, after).Select(p => p.Change switch
        {
            Change.Removed => $"[-{p.Text}]",
            Change.Added => $"[+{p.Text}]",
            _ => p.Text,
        })));

    [Fact]
    public void Of_a_misspelt_word_only_what_was_mended_is_marked()
    {
        var pieces = TextDifference.Between("พี่น้องเกษตกรลงแขก", "พี่น้องเกษตรกรลงแขก");

        Assert.Equal([new(Change.Same, "พี่น้องเกษต"), new(Change.Added, "ร"), new(Change.Same, "กรลงแขก")], pieces);
    }

    [Fact]
    public void Texts_too_different_to_search_still_come_out_whole()
    {
        var before = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"ก{n}\n"));
        var after = string.Concat(Enumerable.Range(0, 40_000).Select(n => $"ข{n} "));

        var pieces = TextDifference.Between(before, after);

        Assert.Equal((before, after), (Without(pieces, Change.Added), Without(pieces, Change.Removed)));
    }

    private static string Without(IEnumerable<Piece> pieces, Change change) => string.Concat(pieces.Where(p => p.Change != change).Select(p => p.Text));

    private static bool EndAtBorders(string text, IEnumerable<Piece> pieces)
    {
        var borders = new HashSet<int>();
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            borders.Add(cluster.End);
        }

        var at = 0;
        return pieces.All(p => borders.Contains(at += p.Text.Length));
    }

    private static void ForPairs(Func<string, string, bool> holds)
    {
        Check.One(Thousands, Prop.ForAll(Sentences, Sentences, holds));
        Check.One(Thousands, Prop.ForAll(AnyText.Arbitrary, AnyText.Arbitrary, holds));
    }
}
