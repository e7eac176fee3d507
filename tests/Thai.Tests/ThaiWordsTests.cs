namespace KhokNongNa.Thai.Tests;

public sealed class ThaiWordsTests
{
    public static TheoryData<string, string> Cases => SpecTable.Pairs("words.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_follow_their_specification(string cell, string words)
    {
        var text = SpecTable.Text(cell);

        Assert.Equal(words, string.Join('·', Words(text)));
    }

    [Fact]
    public void Offsets_are_those_of_the_text_given()
    {
        Assert.Equal([new TextSpan(1, 3), new TextSpan(5, 2)], ThaiWords.Segment(" ดิน EM"));
    }

    [Fact]
    public void Loading_the_dictionary_prints_nothing()
    {
        Assert.Equal("", ProcessOutput.WhileLoading);
    }

    [Fact]
    public void Many_threads_find_the_same_words()
    {
        string[] texts = ["น้ำหมักชีวภาพสูตร EM", "ปลูกป่าสามอย่าง", "โคกหนองนาโมเดล", "ห่มดินด้วยฟาง"];
        var expected = texts.Select(Words).ToArray();

        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % texts.Length], Words(texts[i % texts.Length])));
    }

    [Fact]
    public void A_long_text_is_cut_up_without_losing_words()
    {
        var sentence = "น้ำหมักชีวภาพ ห่มดิน ";
        var text = string.Concat(Enumerable.Repeat(sentence, 2000));

        Assert.Equal(Words(sentence).Length * 2000, Words(text).Length);
    }

    private static string[] Words(string text) => [.. ThaiWords.Segment(text).Select(span => text.Substring(span.Start, span.Length))];
}
