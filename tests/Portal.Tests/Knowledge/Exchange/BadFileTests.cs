using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class BadFileTests(TestDatabases databases) : ImportTest(databases)
{
    /// <summary>Keys after <c>id: bad</c> on line 2 and <c>type: article</c> on line 3, and the line that is to blame.</summary>
    public static TheoryData<string, int> BadKeys() => new()
    {
        { "summary: ไม่มีชื่อ", 2 },
        { "title: \"   \"", 4 },
        { "title: 😀😀", 4 },
        { "summary: x\ntitle: " + new string('ก', 201), 5 },
        { "title: ก\nsummary: " + new string('ก', 501), 5 },
        { "title: ก\nstatus: publishd", 5 },
        { "title: ก\nlicence: gpl", 5 },
        { "title: ก\npublished: 22/11/2026", 5 },
        { "title: ก\npublished: 2569-11-22", 5 },
        { "title: ก\npublished: 2026-11-22T09:30:00Z", 5 },
        { "title: ก\nslug: มี ช่องว่าง", 5 },
        { "title: ก\nsummary:\n  - ก", 6 },
        { "title: ก\ntopics:\n  soil: ดิน", 6 },
        { "title: ก\nsources: ตำรา", 5 },
        { "title: ก\nsources:\n  - title: ตำรา\n    url: javascript:alert(1)", 5 },
        { "title: ก\nsources:\n  - title: ตำรา\n    read: เมื่อวาน", 7 },
        { "title: ก\ntitle: ข", 5 },
        { "title: ก\n  summary: เยื้องผิด", 5 },
        { "title: ก: ข: ค", 4 },
        { "title: \"ไม่ปิด", 4 },
        { "title: ก\nsummary: [ก", 6 },
        { "title: ก\n\tsummary: แท็บ", 4 },
        { "title: &a ก\nsummary: *a", 5 },
        { "title: ก\nsummary: *none", 5 },
        { "title: ก\ntopics: " + new string('[', 40) + new string(']', 40), 5 },
        { "title: ก\ntopics: " + new string('[', 4000), 5 },
        { "title: ก\nx: " + string.Concat(Enumerable.Repeat("{a: ", 30)) + "b" + new string('}', 30), 5 },
        { "title: ก\nversion: 99999999999999999999", 5 },
    };

    /// <summary>Whole files that are none.</summary>
    public static TheoryData<string, int> BadFiles() => new()
    {
        { "", 1 },
        { "ไม่มีข้อมูลหัวไฟล์", 1 },
        { "---\nid: bad\ntype: article\ntitle: ไม่ปิด\n", 1 },
        { "---\n---\n", 1 },
        { "---\n- ก\n- ข\n---\n", 1 },
        { "---\nข้อความ\n---\n", 1 },
        { "---\nid: a\n...\nid: b\n---\n", 1 },
        { "---\ntype: article\ntitle: ไม่มี id\n---\n", 2 },
        { "---\nid: มีไทย\ntype: article\ntitle: ก\n---\n", 2 },
        { "---\nid: a/b\ntype: article\ntitle: ก\n---\n", 2 },
        { "---\nid: " + new string('a', 101) + "\ntype: article\ntitle: ก\n---\n", 2 },
        { "---\nid: bad\ntitle: ไม่มีชนิด\n---\n", 2 },
        { "---\nid: bad\ntype: video\ntitle: ก\n---\n", 3 },
        { "---\nid: bad\ntype: page\ntitle: ก\norder: สาม\n---\n", 5 },
        { "---\nid: bad\ntype: sage\ntitle: ก\ncode: \"ก\"\n---\n", 5 },
        { "---\nid: bad\ntype: sage\ntitle: ก\nconsents:\n  - given: 2026-01-01\n---\n", 6 },
        { "---\nid: bad\ntype: sage\ntitle: ก\nconsents:\n  - purpose: profile\n---\n", 6 },
        { "---\nid: bad\ntype: lesson\ntitle: ก\nwork_minutes: -5\n---\n", 5 },
        { "---\nid: bad\ntype: lesson\ntitle: ก\nmonths: [13]\n---\n", 5 },
        { "---\nid: bad\ntype: lesson\ntitle: ก\nmaterials:\n  - amount: 3\n---\n", 5 },
        { "---\nid: bad\ntype: centre\ntitle: ก\ncapacity: มาก\n---\n", 5 },
        { "---\nid: bad\ntype: topic\ntitle: ก\n---\n\n" + DeepQuote, 2 },
        { "---\nid: bad\ntype: base\ntitle: ก\n---\n\n" + DeepQuote, 2 },
        { "---\nid: bad\ntype: centre\ntitle: ก\n---\n\n" + DeepQuote, 2 },
        { "---\nid: bad\ntype: sage\ntitle: ก\n---\n\n" + DeepBrackets, 2 },
        { "---\nid: bad\ntype: article\ntitle: ก\n---\n\n" + DeepBrackets, 2 },
        { "---\nid: bad\ntype: topic\ntitle: ก\nsummary: " + new string('ก', 501) + "\n---\n", 5 },
        { "---\nid: bad\ntype: centre\ntitle: ก\nslug: ../../etc\n---\n", 5 },
        { "---\nid: bad\ntype: topic\ntitle: ก\nslug: Big\n---\n", 5 },
    };

    private static string DeepQuote => new string('>', 500) + " ก";

    private static string DeepBrackets => new('[', 2_000);

    [Theory]
    [MemberData(nameof(BadKeys))]
    public Task A_bad_key_rejects_its_file_alone_with_its_line(string keys, int line) =>
        RejectsAsync($"---\nid: bad\ntype: article\n{keys}\n---\n\nเนื้อความ\n", line);

    [Theory]
    [MemberData(nameof(BadFiles))]
    public Task What_is_no_good_file_is_rejected_alone_with_its_line(string file, int line) => RejectsAsync(file, line);

    [Fact]
    public async Task A_file_in_another_encoding_is_rejected_alone()
    {
        PutArticle("good");
        await File.WriteAllBytesAsync(PathOf("articles/bad.md"), [.. "---\nid: bad\ntype: article\ntitle: "u8, 0xBB, 0xD8, 0xEB, 0xC2, .. "\n---\n"u8], Stop);

        await RejectedAsync(1);
    }

    [Fact]
    public async Task A_file_of_fifty_megabytes_is_rejected_unread()
    {
        PutArticle("good");
        await using (var file = File.Create(PathOf("articles/bad.md")))
        {
            file.SetLength(50_000_000);
        }

        await RejectedAsync(1);
    }

    [Fact]
    public async Task An_id_that_another_file_has_is_rejected_each_time_and_never_taken_for_a_change()
    {
        PutArticle("good");
        Put("articles/other.md", "---\nid: good\ntype: article\ntitle: อีกเรื่อง\n---\n");

        for (var n = 0; n < 3; n++)
        {
            var finding = await ImportFindsOne();
            Assert.Equal(("articles/other.md", 2, true), (finding.File, finding.Line, finding.IsError));
        }

        Assert.Equal("ปุ๋ยหมัก", (await Portal.Read(db => db.Entries.SingleAsync(Stop))).Title);
    }

    [Fact]
    public async Task The_same_id_in_another_type_is_another_thing()
    {
        PutArticle("soil");
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดิน\n---\n");

        Assert.Equal(2, (await ImportCleanly()).New);
    }

    [Fact]
    public async Task A_chosen_address_that_is_taken_rejects_the_file_and_leaves_no_half_of_it()
    {
        PutArticle("a", "title: ก\nslug: one");
        PutArticle("b", "title: ข\nslug: one");
        PutArticle("c", "title: ค");

        var finding = await ImportFindsOne();

        Assert.Equal(("articles/b.md", 5, true), (finding.File, finding.Line, finding.IsError));
        Assert.Equal(["a", "c"], await Portal.Read(db => db.Entries.OrderBy(e => e.Key).Select(e => e.Key).ToListAsync(Stop)));
        Assert.Equal(2, await Portal.Read(db => db.Revisions.CountAsync(Stop)));
        PutArticle("b", "title: ข\nslug: two");
        Assert.Equal(1, (await ImportCleanly()).New);
    }

    [Fact]
    public async Task A_changed_file_whose_address_is_taken_changes_nothing()
    {
        PutArticle("a", "title: ก\nslug: one");
        PutArticle("b", "title: ข");
        await ImportCleanly();
        PutArticle("b", "title: ข แก้\nslug: one");

        Assert.True((await ImportFindsOne()).IsError);

        Assert.Equal((1, "ข"), await Portal.Read(db => db.Entries.Where(e => e.Key == "b").Select(e => new ValueTuple<int, string>(e.LatestNumber, e.Title)).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData("topic", "topics")]
    [InlineData("base", "bases")]
    [InlineData("centre", "network/centres")]
    public async Task Of_two_things_with_one_address_the_second_is_rejected_alone(string type, string folder)
    {
        Put($"{folder}/a.md", $"---\nid: a\ntype: {type}\ntitle: ดิน\n---\n");
        Put($"{folder}/b.md", $"---\nid: b\ntype: {type}\ntitle: ดิน\n---\n");
        Put($"{folder}/c.md", $"---\nid: c\ntype: {type}\ntitle: น้ำ\n---\n");
        PutArticle("good");

        var report = await Portal.Import(From);

        Assert.Equal((3, 1), (report.New, report.Rejected));
        Assert.Equal($"{folder}/b.md", Assert.Single(report.Findings).File);
    }

    [Fact]
    public async Task Of_two_sages_with_one_printed_code_the_second_is_rejected_alone()
    {
        Put("network/sages/a.md", "---\nid: a\ntype: sage\ntitle: บุญมี\ncode: m7kq4\n---\n");
        Put("network/sages/b.md", "---\nid: b\ntype: sage\ntitle: แก้ว\ncode: m7kq4\n---\n");

        var report = await Portal.Import(From);

        Assert.Equal((1, 1), (report.New, report.Rejected));
    }

    private async Task RejectsAsync(string file, int line)
    {
        PutArticle("good");
        Put("articles/bad.md", file);
        await RejectedAsync(line);
    }

    private async Task RejectedAsync(int line)
    {
        var report = await Portal.Import(From);

        var finding = Assert.Single(report.Findings);
        Assert.Equal(("articles/bad.md", true), (finding.File, finding.IsError));
        Assert.Equal(line, finding.Line);
        Assert.Matches("[ก-๙]", finding.Message);
        Assert.Equal((1, 1), (report.New, report.Rejected));
        Assert.Equal(["entry drafted", "entry published"], await VerbsInJournal());
    }
}
