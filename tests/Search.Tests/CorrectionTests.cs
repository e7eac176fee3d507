using KhokNongNa.Search.Analysis;
using KhokNongNa.Search.Querying;
using KhokNongNa.Thai;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KhokNongNa.Search.Tests;

/// <summary>Which words are taken for what was meant.</summary>
public sealed class CorrectionTests
{
    // Few, so that many words are near each other: keys that lie side by side, vowels and consonants that sound alike, tones.
    private const string Letters = "กดสศิี่้";

    [Fact]
    public void The_near_words_are_those_that_a_comparison_with_all_words_finds()
    {
        var random = new Random(2566);
        var words = Enumerable.Range(0, 3_000).Select(_ => Text(random, 1, 7)).Distinct(StringComparer.Ordinal).ToList();
        var kept = new KeptWords(words.Select(word => (word, 1)));
        var found = 0;
        for (var round = 0; round < 300; round++)
        {
            var typed = Text(random, 4, 7);
            var near = new SortedSet<string>(StringComparer.Ordinal);

            kept.AddNear(typed, near);

            var expected = words.Where(word => word.Length >= KeptWords.Shortest && Slips.IsOne(typed, word)).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, near);
            found += expected.Count;
        }

        Assert.True(found > 100, "Hardly anything was compared.");
    }

    [Fact]
    public void What_is_one_mistake_is_one_by_the_table_too()
    {
        var random = new Random(2567);
        var mistakes = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var (typed, meant) = (Text(random, 2, 5), Text(random, 2, 5));
            if (Slips.IsOne(typed, meant))
            {
                mistakes++;
                Assert.Equal(1, EditDistance.Between(typed, meant));
            }
        }

        Assert.True(mistakes > 100, "Hardly anything was a mistake.");
    }

    [Theory]
    [InlineData("ปลา", "ปา", false)]
    [InlineData("น้ำปา", "น้ำปลา", true)]
    [InlineData("น้ำปา", "น้ำยา", false)]
    [InlineData("น้ำำปลา", "น้ำปลา", true)]
    [InlineData("น้ำยปลา", "น้ำปลา", false)]
    [InlineData("เปลีย่น", "เปลี่ยน", true)]
    [InlineData("ศาสตา", "สาสตา", true)]
    [InlineData("หมืด", "หมึด", true)]
    [InlineData("กาง", "กาว", true)]
    [InlineData("กาง", "กาน", false)]
    [InlineData("กาง", "กาง", false)]
    public void Fingers_and_ears_make_some_mistakes_and_not_others(string typed, string meant, bool isOne) => Assert.Equal(isOne, Slips.IsOne(typed, meant));

    [Theory]
    [InlineData("ผู้ช่วยเภัสชกรมีหน้าที่", "ผู้ช่วยเภสัชกรมีหน้าที่")]
    [InlineData("คณะศคึกษาประเมินผล", "คณะศึกษาประเมินผล")]
    [InlineData("เก็บฟางตอนเดือน 1564", null)]
    [InlineData("เภสัชกรมีหน้าที่", null)]
    public void A_mistake_is_found_where_the_segmenter_cut_it_together_with_its_neighbours(string typed, string? meant)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null)))
        {
            var maker = new Storage.DocumentMaker(ThaiLexicon.Domain);
            writer.AddDocument(maker.From(Make.Document("a", "ผู้ช่วยเภสัชกรมีหน้าที่", "คณะศึกษา ประเมินผล เมื่อ 1964")));
            writer.AddDocument(maker.From(Make.Document("b", "เก็บฟาง", "ตอนเดือน 1964")));
        }

        using var reader = DirectoryReader.Open(directory);
        var query = UnderstoodQuery.Of(typed, ThaiLexicon.Domain);

        var corrected = Correction.Of(query, [new Slice(0, query.Folded.Length)], reader, Synonyms.None);

        Assert.Equal(meant, corrected?.Folded);
    }

    private static string Text(Random random, int least, int most) => new(random.GetItems<char>(Letters, random.Next(least, most)));
}
