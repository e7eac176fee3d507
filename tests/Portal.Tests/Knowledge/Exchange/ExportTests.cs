using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class ExportTests(TestDatabases databases) : ImportTest(databases)
{
    private readonly TestDatabases _databases = databases;

    [Fact]
    public async Task The_seed_comes_out_as_it_went_in_byte_for_byte()
    {
        var content = Repository.Content;
        var report = await Portal.Import(content);
        Assert.Empty(report.Findings);
        var to = NewFolder("out");
        await Portal.Export(to);

        var (expected, actual) = (Tree(content), Tree(to));
        foreach (var name in expected.Keys.Where(n => n.StartsWith("media/", StringComparison.Ordinal) || Path.GetFileName(n) == "README.md").ToList())
        {
            expected.Remove(name);
        }

        Assert.Equal(expected.Keys, actual.Keys);
        Assert.Empty(expected.Where(f => actual[f.Key] != f.Value).Select(f => FirstDifference(f.Key, f.Value, actual[f.Key])));
    }

    [Fact]
    public async Task What_was_exported_once_comes_out_the_same_from_another_portal()
    {
        await FillAsync();

        var (first, second) = await ExportTwice(_databases);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task An_export_has_readers_texts_and_drafts_and_says_which_is_which()
    {
        await FillAsync();
        var to = NewFolder("out");
        await Portal.Export(to);

        var tree = Tree(to).ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(f.Value)));
        Assert.DoesNotContain("status:", tree["lessons/compost/full.md"], StringComparison.Ordinal);
        Assert.Contains("ฉบับแรก", tree["articles/live.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("ยังไม่เผยแพร่", tree["articles/live.md"], StringComparison.Ordinal);
        Assert.Contains("\nstatus: draft\n", tree["articles/draft.md"], StringComparison.Ordinal);
        Assert.Contains("\nstatus: archived\n", tree["articles/gone.md"], StringComparison.Ordinal);
        Assert.Contains("\naliases:\n- ก-เดิม\n", tree["articles/moved.md"].Replace("  - ", "- ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_from_keys_lead_nowhere_outside_the_folder_and_are_no_longer_than_a_disk_takes()
    {
        await Portal.PublishAsync(Samples.Lesson("ก") with { Topics = ["../../../tmp"] }, EntryType.Lesson, key: "..");
        await Portal.PublishAsync(Samples.Lesson("ข") with { Topics = [new string('ด', 2_000)] }, EntryType.Lesson, key: new string('a', 100));
        await Portal.PublishAsync(Samples.Lesson("ค") with { Topics = [".."] }, EntryType.Lesson, key: string.Concat(Enumerable.Repeat(".:", 50)));
        var to = NewFolder("out/deep/deeper");

        Assert.Equal(3, await Portal.Export(to));

        Assert.Equal(3, Tree(NewFolder("out")).Count(f => f.Key.StartsWith("deep/deeper/lessons/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_text_survives_being_written_and_read() =>
        Prop.ForAll(
            Gen.Elements(
                "a", "ก", "น้ำ", "เ", ":", ": ", "#", " #", "-", "- ", "--- ", "---", "\n", "\n\n", " ", "  ", "\t", "'", "\"", "\\", "|", ">", "%", "@", "`", "!", "&", "*",
                "?", "? ", "{", "}", "[", "]", ",", "~", "null", "true", "0x1", "1e3", "12:30", "=", "<<", "...", "\n---\n", "\n...\n", "😀", "👨‍👩‍👧", "\u00A0", "é", "\u0E4D\u0E32",
                "\uD800", "\0", "\u2028", "\u0085", "\uFEFF")
                .ArrayOf().Select(string.Concat).ToArbitrary(),
            typed =>
            {
                var line = EntryRules.Line(typed);
                var block = EntryRules.Block(typed);
                var body = EntryRules.Clean(new EntryContent { Body = typed }).Body;
                var file = new FrontMatterWriter()
                    .Text("line", line)
                    .Texts("list", [line, block])
                    .Rows("rows", [block], (row, text) => row.Text("block", text).Text("after", "x"))
                    .Text("block", block)
                    .File(body);

                var (keys, read) = FrontMatter.Parse(KhokNongNa.Thai.ThaiText.Normalize(file));

                Assert.Equal(line, keys.Text("line"));
                Assert.Equal([line, block], keys.Texts("list"));
                Assert.Equal(block, keys.Rows("rows")[0].Text("block"));
                Assert.Equal("x", keys.Rows("rows")[0].Text("after"));
                Assert.Equal(block, keys.Text("block"));
                Assert.Equal(body, EntryRules.Clean(new EntryContent { Body = read }).Body);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(4000).WithEndSize(14).WithQuietOnSuccess(true));

    [Fact]
    public void A_moment_is_a_day_when_it_is_midnight_in_bangkok_and_else_says_when()
    {
        var file = new FrontMatterWriter()
            .Moment("day", new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero))
            .Moment("moment", new DateTimeOffset(2026, 11, 21, 17, 0, 0, 1, 20, TimeSpan.Zero))
            .File("");

        Assert.Equal("---\nday: 2026-11-22\nmoment: 2026-11-22T00:00:00.00102+07:00\n---\n", file);
        var (keys, _) = FrontMatter.Parse(file);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 17, 0, 0, 1, 20, TimeSpan.Zero), keys.Moment("moment"));
    }

    private static string FirstDifference(string name, string expected, string actual)
    {
        var (left, right) = (Lines(expected), Lines(actual));
        var at = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(n => left.ElementAtOrDefault(n) != right.ElementAtOrDefault(n));
        return $"{name}:{at + 1}: «{left.ElementAtOrDefault(at)}» came out as «{right.ElementAtOrDefault(at)}»";

        static string[] Lines(string bytes) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(bytes)).Split('\n');
    }

    private async Task FillAsync()
    {
        await Portal.AreasAsync();
        await Portal.TopicAsync("soil", "ดิน: ดี #1", order: 2);
        await Portal.TopicAsync("compost", "ปุ๋ยหมัก", "soil");
        await Portal.BaseAsync("base-1", "ฐานดิน");
        await Portal.CentreAsync("centre-1", "ศูนย์ «โคก»", "310427", bases: ["base-1"]);
        var sage = await Portal.SageAsync("sage-1", "นายบุญมี", Samples.Profile("soil", "compost") with { Languages = [Language.Isan, Language.Thai], Body = "เล่า\n\n---\n\nต่อ" });
        await Portal.Write(async db =>
        {
            var again = await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop);
            foreach (var purpose in (ConsentPurpose[])[ConsentPurpose.Home, ConsentPurpose.Photo, ConsentPurpose.Voice, ConsentPurpose.Phone, ConsentPurpose.Province])
            {
                db.Consents.Add(again.Consent(new(purpose, new DateOnly(2026, 10, 1), ConsentMethod.Spoken), Actor.System, Now));
            }
        });
        await Portal.PublishAsync(EntryWritingTests.Full(), EntryType.Lesson, key: "full");
        await Portal.PublishAsync(Samples.Article("เรื่อง") with { Body = "เดิม  \nบรรทัดสอง\n\n---\n\nท้าย" }, key: "plain");
        var page = await Portal.PublishAsync(Samples.Article("หน้า"), EntryType.Page, "31", "page", 3);
        // Its file comes before that of the page above it.
        var below = await Portal.PublishAsync(Samples.Article("หน้าย่อย"), EntryType.Page, "31", "a-below");
        await Portal.Run(db => db.PutPageAsync(below, 1, page, People.FromProvince, Now, Stop));
        await Portal.SnippetAsync("deep-water", "น้ำลึก", "::: caution\nอย่าปล่อยเด็กไว้ลำพัง\n:::");
        var live = await Portal.PublishAsync(Samples.Article("อ่านอยู่", "ฉบับแรก"), key: "live");
        await Portal.ReviseAsync(live, 1, Samples.Article("อ่านอยู่", "ยังไม่เผยแพร่"), People.Malee);
        var gone = await Portal.PublishAsync(Samples.Article("เลิกแล้ว"), key: "gone");
        await Portal.ActAsync(gone, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));
        await Portal.Write(db => db.Entries.Add(Entry.Draft(EntryType.Article, "draft", "3104", Samples.Article("ร่าง") with { Slug = "ร่าง-แรก" }, People.Malee, Now)));
        for (var n = 0; n < 5; n++)
        {
            await Portal.PublishAsync(Samples.Article(string.Concat(Enumerable.Repeat("ปุ๋ยหมัก", 24))), key: $"same-{n}");
        }

        var moved = await Portal.PublishAsync(Samples.Article("ก เดิม"), key: "moved");
        Portal.Clock.Now = Now.AddMinutes(90);
        await Portal.ReviseAsync(moved, 1, Samples.Article("ก ใหม่") with { Slug = "ก-ใหม่" }, People.Malee);
        await Portal.ActAsync(moved, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(moved, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));
        await Portal.PutLiveAsync(moved, People.Somchai);
    }
}
