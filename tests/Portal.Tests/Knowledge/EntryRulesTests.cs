using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class EntryRulesTests
{
    private static readonly EntryContent Good = Samples.Lesson("ปุ๋ยหมัก");

    /// <summary>Field → a content that just goes too far in it, and the same content one step back.</summary>
    public static TheoryData<string, EntryContent, EntryContent> Limits()
    {
        var lesson = Good.Lesson!;
        var item = new string('ก', EntryRules.ItemLength);
        string[] items = [.. Enumerable.Range(0, EntryRules.ItemCount).Select(n => $"ข้อ {n}")];
        string[] keys = [.. Enumerable.Range(0, EntryRules.ItemCount).Select(n => $"key-{n}")];
        var source = new Source("ตำรา", "https://example.org/", null);
        var step = new Step("", "", null, "", "");
        var material = new Material("ฟาง", null, "", null, "");
        var data = new TheoryData<string, EntryContent, EntryContent>
        {
            { "Title", Good with { Title = new string('ก', 201) }, Good with { Title = new string('ก', 200) } },
            { "Summary", Good with { Summary = new string('ก', 501) }, Good with { Summary = new string('ก', 500) } },
            { "Body", Good with { Body = new string('ก', 200_001) }, Good with { Body = new string('ก', 200_000) } },
            { "Slug", Good with { Slug = new string('a', 81) }, Good with { Slug = new string('a', 80) } },
            { "Sources", Good with { Sources = [source with { Title = item }] }, Good with { Sources = [source with { Title = item[..1900] }] } },
            { "Sources", Good with { Sources = [.. Enumerable.Repeat(source, 61)] }, Good with { Sources = [.. Enumerable.Repeat(source, 60)] } },
            { "Topics", Good with { Topics = [.. keys, "more"] }, Good with { Topics = keys } },
            { "Sages", Good with { Sages = [.. keys, "more"] }, Good with { Sages = keys } },
            { "Centres", Good with { Centres = [.. keys, "more"] }, Good with { Centres = keys } },
            { "Bases", Good with { Bases = [.. keys, "more"] }, Good with { Bases = keys } },
            { "Bases", Good with { Bases = [item + "ก"] }, Good with { Bases = [item] } },
        };
        AddLesson("WorkMinutes", l => l with { WorkMinutes = -1 }, l => l with { WorkMinutes = 0 });
        AddLesson("WorkMinutes", l => l with { WorkMinutes = 525_601 }, l => l with { WorkMinutes = 525_600 });
        AddLesson("WaitDays", l => l with { WaitDays = -1 }, l => l with { WaitDays = 0 });
        AddLesson("WaitDays", l => l with { WaitDays = 36_501 }, l => l with { WaitDays = 36_500 });
        AddLesson("CostBaht", l => l with { CostBaht = -0.01m }, l => l with { CostBaht = 0 });
        AddLesson("CostBaht", l => l with { CostBaht = 100_000_001 }, l => l with { CostBaht = 100_000_000 });
        AddLesson("MinRai", l => l with { MinRai = -1 }, l => l with { MinRai = 0.25m });
        AddLesson("MinRai", l => l with { MinRai = 100_001 }, l => l with { MinRai = 100_000 });
        AddLesson("CostNote", l => l with { CostNote = item + "ก" }, l => l with { CostNote = item });
        AddLesson("Months", l => l with { Months = [0] }, l => l with { Months = [1] });
        AddLesson("Months", l => l with { Months = [13] }, l => l with { Months = [12] });
        AddLesson("Materials", l => l with { Materials = [material with { Name = "" }] }, l => l with { Materials = [material] });
        AddLesson("Materials", l => l with { Materials = [material with { Amount = -1 }] }, l => l with { Materials = [material with { Amount = 1 }] });
        AddLesson("Materials", l => l with { Materials = [material with { Amount = 100_000_001 }] }, l => l with { Materials = [material with { Amount = 100_000_000 }] });
        AddLesson("Materials", l => l with { Materials = [material with { Cost = 100_000_001, Amount = 1 }] }, l => l with { Materials = [material with { Cost = 0 }] });
        AddLesson("Materials", l => l with { Materials = [material with { Note = item }] }, l => l with { Materials = [material with { Note = "แห้ง" }] });
        AddLesson("Steps", l => l with { Steps = [step with { Minutes = 5 }] }, l => l with { Steps = [step with { Title = "ปู", Minutes = 5 }] });
        AddLesson("Steps", l => l with { Steps = [step with { Text = "ปู", Minutes = -5 }] }, l => l with { Steps = [step with { Text = "ปู", Minutes = 0 }] });
        AddLesson("Steps", l => l with { Steps = [step with { Text = item + "ก" }] }, l => l with { Steps = [step with { Text = item }] });
        AddLesson("Problems", l => l with { Problems = [new Problem(item, "ก")] }, l => l with { Problems = [new Problem(item, "")] });
        AddList("Gains", (l, list) => l with { Gains = list });
        AddList("Tips", (l, list) => l with { Tips = list });
        AddList("Cautions", (l, list) => l with { Cautions = list });
        AddList("Suits", (l, list) => l with { Suits = list });
        AddList("Unsuited", (l, list) => l with { Unsuited = list });
        AddList("Signs", (l, list) => l with { Signs = list });
        AddList("Failures", (l, list) => l with { Failures = list });
        AddList("Problems", (l, list) => l with { Problems = [.. list.Select(i => new Problem(i, ""))] });
        AddList("Materials", (l, list) => l with { Materials = [.. list.Select(i => material with { Name = i })] });
        AddList("Steps", (l, list) => l with { Steps = [.. list.Select(i => step with { Text = i })] });
        return data;

        void AddLesson(string field, Func<LessonFields, LessonFields> bad, Func<LessonFields, LessonFields> good) =>
            data.Add(field, Good with { Lesson = bad(lesson) }, Good with { Lesson = good(lesson) });

        void AddList(string field, Func<LessonFields, IReadOnlyList<string>, LessonFields> with)
        {
            AddLesson(field, l => with(l, [item + "ก"]), l => with(l, [item]));
            AddLesson(field, l => with(l, [.. items, "อีกข้อ"]), l => with(l, items));
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Each_field_has_a_limit_and_is_good_up_to_it(string field, EntryContent bad, EntryContent good)
    {
        Assert.Contains(EntryRules.Check(bad), w => w.Field == field);
        Assert.Empty(EntryRules.Check(good));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀🌾")]
    [InlineData("!!! — …")]
    [InlineData("\u200B\u200B")]
    public void A_title_needs_a_letter_or_a_digit(string title) =>
        Assert.Equal(["Title"], EntryRules.Check(EntryRules.Clean(Good with { Title = title })).Select(w => w.Field));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org")]
    [InlineData("example.org")]
    [InlineData("vbscript:x")]
    public void A_source_links_to_the_web_or_not_at_all(string url) =>
        Assert.Equal(["Sources"], EntryRules.Check(EntryRules.Clean(Good with { Sources = [new Source("ตำรา", url, null)] })).Select(w => w.Field));

    [Theory]
    [InlineData("มี ช่องว่าง")]
    [InlineData("Big")]
    [InlineData("a/b")]
    [InlineData("../../etc")]
    [InlineData("-a")]
    [InlineData("a--b")]
    [InlineData("a?b")]
    [InlineData("😀")]
    public void A_chosen_address_is_one_that_a_title_could_make(string slug) =>
        Assert.Equal(["Slug"], EntryRules.Check(Good with { Slug = slug }).Select(w => w.Field));

    [Theory]
    [InlineData('>')]
    [InlineData('-')]
    [InlineData('1')]
    public void A_body_that_nests_a_thousand_deep_is_refused(char mark)
    {
        var body = mark == '1'
            ? string.Concat(Enumerable.Repeat("1. ", 1_000)) + "x"
            : string.Concat(Enumerable.Repeat($"{mark} ", 1_000)) + "x";

        Assert.Equal(["Body"], EntryRules.Check(Good with { Body = body }).Select(w => w.Field));
    }

    [Fact]
    public void Cleaning_repairs_thai_trims_and_drops_what_is_empty()
    {
        var clean = EntryRules.Clean(new EntryContent
        {
            Title = "  น\u0e4d\u0e32หมัก\r\n เเห้ง\u200B ",
            Summary = "บรรทัด\nเดียว",
            Slug = " ปุ๋ย ",
            Body = "\r\n\r\nบรรทัดหนึ่ง  \r\nสอง\r\n\r\n",
            Topics = [" soil ", "soil", "", "water"],
            Sources = [new Source(" ", " ", null), new Source("ตำรา ", " https://example.org ", null)],
            Lesson = new LessonFields
            {
                Gains = [" ", "ได้ปุ๋ย\n"],
                Months = [1, 1, 2],
                Materials = [new Material("", null, " ", null, ""), new Material(" ฟาง ", 1, "", null, "")],
                Steps = [new Step("", " \n", null, "", ""), new Step("", "ปู \nรด\n", null, " /compost/a.svg", "")],
                Problems = [new Problem("", " "), new Problem("แห้ง", "")],
            },
        });

        Assert.Equal("นำหมัก แห้ง", clean.Title);
        Assert.Equal("บรรทัด เดียว", clean.Summary);
        Assert.Equal("ปุ๋ย", clean.Slug);
        Assert.Equal("บรรทัดหนึ่ง  \nสอง", clean.Body);
        Assert.Equal(["soil", "water"], clean.Topics);
        Assert.Equal([new Source("ตำรา", "https://example.org", null)], clean.Sources);
        Assert.Equal(["ได้ปุ๋ย"], clean.Lesson!.Gains);
        Assert.Equal([1, 2], clean.Lesson.Months);
        Assert.Equal([new Material("ฟาง", 1, "", null, "")], clean.Lesson.Materials);
        Assert.Equal([new Step("", "ปู\nรด", null, "compost/a.svg", "")], clean.Lesson.Steps);
        Assert.Equal([new Problem("แห้ง", "")], clean.Lesson.Problems);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        var once = EntryRules.Clean(EntryWritingTests.Full());

        Assert.Empty(EntryDifference.Fields(once, EntryRules.Clean(once)));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\uD800")]
    [InlineData("so\u200Bil")]
    public void No_key_address_or_picture_holds_what_a_database_cannot(string hostile)
    {
        var clean = EntryRules.Clean(Good with
        {
            Topics = [hostile],
            Sages = [hostile],
            Sources = [new Source("ตำรา", "https://example.org/" + hostile, null)],
            Lesson = Good.Lesson! with { Steps = [new Step("ปู", "", null, hostile, "")] },
        });

        Assert.All(
            (string[])[clean.Topics[0], clean.Sages[0], clean.Sources[0].Url, clean.Lesson!.Steps[0].Image],
            text => Assert.Equal(text, KhokNongNa.Thai.ThaiText.Normalize(text)));
    }
}
