using KhokNongNa.Thai;

namespace KhokNongNa.Search.Tests;

public sealed class ExcerptTests : IDisposable
{
    private const string Filler = "แบ่งที่ดินเป็นส่วนตามลักษณะของพื้นที่แล้วค่อยลงมือทำทีละอย่างโดยไม่ต้องรีบร้อน ";

    private readonly TemporaryIndex _place = new();

    [Theory]
    [InlineData("ปลาดุก", "เลี้ยง[ปลาดุก]ในบ่อ", "[ปลาดุก]ทนน้ำน้อย")]
    [InlineData("npk ๑๕", "เลี้ยงปลาดุกในบ่อ", "ปุ๋ย [NPK] สูตร [15]")]
    [InlineData("15-15-15", "เลี้ยงปลาดุกในบ่อ", "สูตร [๑๕-๑๕-๑๕] ใส่")]
    [InlineData("EM น้ำตาล", "เลี้ยงปลาดุกในบ่อ", "หัวเชื้อ [Em] กับ[น้ำตาล]ทราย")]
    public void The_words_that_matched_are_marked(string query, string title, string excerpt)
    {
        var body = Unmarked(excerpt);
        _place.Index.Apply(1, Make.Document("a", Unmarked(title), body), Make.Document("b", "ปลูกไผ่", "ริมรั้ว"));

        var hit = Find(query);

        Assert.Equal(title, Marked(hit.TitleRuns));
        Assert.Equal(excerpt, Marked(hit.Excerpt));
    }

    [Fact]
    public void A_misspelt_word_is_marked_by_its_clusters()
    {
        _place.Index.Apply(1, Make.Document("a", "ปรับปรุงดิน", "บดถ่านไบโอชาร์แล้วหมัก"), Make.Document("b", "ปลูกไผ่", "ริมรั้ว"));

        Assert.Contains("[ถ่านไบโอ", Marked(Find("ถ่านไบโอชา").Excerpt), StringComparison.Ordinal);
    }

    [Fact]
    public void The_excerpt_is_cut_where_most_words_stand_together()
    {
        var body = $"ปลาอยู่ที่นี่ {Filler}{Filler}{Filler}{Filler}เลี้ยงปลาดุกใต้ร่มไผ่ริมน้ำ {Filler}{Filler}{Filler}";
        _place.Index.Apply(1, Make.Document("a", "บันทึก", body), Make.Document("b", "อื่น", "ริมรั้ว"));

        var excerpt = Marked(Find("ปลาดุก ไผ่").Excerpt);

        Assert.Contains("[ปลาดุก]ใต้ร่ม[ไผ่]", excerpt, StringComparison.Ordinal);
        Assert.StartsWith("…", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_match_in_it_the_text_begins_at_its_beginning()
    {
        var document = Make.Document("a", "เลี้ยงปลาดุก", Filler + Filler + Filler + Filler) with { Summary = "เริ่มต้น" };
        _place.Index.Apply(1, document);

        var excerpt = Marked(Find("ปลาดุก").Excerpt);

        Assert.StartsWith("เริ่มต้น แบ่งที่ดิน", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_spaces_is_never_cut_inside_a_cluster_nor_shown_longer_than_allowed()
    {
        var piece = "เก็บน้ำผึ้งไว้ใต้ถุนเรือนที่เย็นและแห้งเพื่อให้อยู่ได้นาน";
        for (var before = 0; before < 40; before++)
        {
            var body = string.Concat(Enumerable.Repeat(piece, 8)) + new string('ก', before) + "ปลาดุก" + string.Concat(Enumerable.Repeat(piece, 8));
            _place.Index.Apply(before, Make.Document("a", "บันทึก", body));

            var shown = string.Concat(Find("ปลาดุก").Excerpt.Select(run => run.Text)).Trim('…');

            Assert.InRange(shown.Length, 150, 220);
            var at = body.IndexOf(shown, StringComparison.Ordinal);
            Assert.True(at > 0);
            Assert.Contains(at, Bounds(body));
            Assert.Contains(at + shown.Length, Bounds(body));
        }
    }

    [Fact]
    public void An_excerpt_begins_and_ends_with_a_whole_word()
    {
        // No space anywhere near: only words tell where to cut.
        var body = string.Concat(Enumerable.Repeat("ชาวบ้านช่วยกันขุดคลองไส้ไก่กระจายความชุ่มชื้น", 12)) + "ปลาดุก" + string.Concat(Enumerable.Repeat("ชาวบ้านช่วยกันขุดคลองไส้ไก่กระจายความชุ่มชื้น", 12));
        var bounds = ThaiWords.Segment(ThaiText.Fold(body), ThaiLexicon.Domain).SelectMany(word => new[] { word.Start, word.End }).ToHashSet();
        foreach (var lead in Enumerable.Range(0, 12))
        {
            _place.Index.Apply(1, Make.Document("a", "บ่อ", body[(lead * 45)..]));
            var shown = string.Concat(Find("ปลาดุก").Excerpt.Where(run => run.Text != "…").Select(run => run.Text));

            var at = body.IndexOf(shown, body.IndexOf("ปลาดุก", StringComparison.Ordinal) - shown.Length, StringComparison.Ordinal);
            Assert.Contains("ปลาดุก", shown, StringComparison.Ordinal);
            Assert.Contains(at, bounds);
            Assert.Contains(at + shown.Length, bounds);
            Assert.InRange(shown.Length, 150, 220);
        }
    }

    [Fact]
    public void The_runs_put_together_are_the_text()
    {
        foreach (var document in Corpus.Documents)
        {
            _place.Index.Apply(1, document);
        }

        foreach (var query in new[] { "น้ำ", "ปลูกข้าว", "ดินเปรี้ยว pH 5.5", "กลวยน้ำว้า" })
        {
            foreach (var hit in _place.Index.Search(new SearchRequest { Text = query, Size = 100 }).Hits)
            {
                var source = Corpus.Documents.Single(document => document.Id == hit.Id);
                Assert.Equal(source.Title, string.Concat(hit.TitleRuns.Select(run => run.Text)));
                Assert.Equal(source.Body, string.Concat(hit.Excerpt.Select(run => run.Text)));
                Assert.DoesNotContain(hit.Excerpt, run => run.Text.Length == 0);
            }
        }
    }

    public void Dispose() => _place.Dispose();

    private SearchHit Find(string query) => _place.Index.Search(new SearchRequest { Text = query }).Hits[0];

    private static string Marked(IEnumerable<TextRun> runs) => string.Concat(runs.Select(run => run.Marked ? $"[{run.Text}]" : run.Text));

    private static string Unmarked(string text) => text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private static HashSet<int> Bounds(string text)
    {
        var bounds = new HashSet<int>();
        foreach (var cluster in ThaiClusters.Enumerate(text))
        {
            bounds.Add(cluster.End);
        }

        return bounds;
    }
}
