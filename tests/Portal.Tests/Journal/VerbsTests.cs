using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Portal.Sites;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

public sealed partial class VerbsTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly List<Verb> All =
        [.. typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Verb>()];

    [Fact]
    public void No_two_verbs_of_a_subject_have_one_name() =>
        Assert.Equal(All.Count, All.Select(v => (v.Subject, v.Name)).Distinct().Count());

    [Fact]
    public void Every_subject_is_in_the_list_of_subjects()
    {
        var subjects = typeof(Subjects).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetRawConstantValue());

        Assert.All(All, verb => Assert.Contains(verb.Subject, subjects));
    }

    [Fact]
    public async Task Every_verb_is_written_and_its_rows_carry_only_its_facts_and_nothing_that_was_typed()
    {
        await DoEverythingAsync();

        var rows = await Journal();
        Assert.Equal(All.Select(v => (v.Subject, v.Name)).Order(), rows.Select(h => (h.SubjectType, h.Verb)).Distinct().Order());
        foreach (var row in rows)
        {
            var verb = All.Single(v => v.Subject == row.SubjectType && v.Name == row.Verb);
            using var data = JsonDocument.Parse(row.Data);
            Assert.Subset(verb.Facts.ToHashSet(), data.RootElement.EnumerateObject().Select(p => p.Name).ToHashSet());
            Assert.Matches(OnlyCodes(), row.Data);
            Assert.DoesNotContain("typed", row.Data, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task DoEverythingAsync()
    {
        await Portal.Write(db => db.Members.Add(Member.Join("typed somchai", Role.CdWorker, "3104", Actor.System, Now)));
        await Portal.TopicAsync("soil", "typed ดิน");
        await Portal.BaseAsync("base-soil", "typed ฐานดิน");
        await Portal.CentreAsync("centre", "typed ศูนย์");
        await Portal.PlotAsync("3104-L-0001", "typed ครัวเรือน");
        await Portal.Write(db =>
        {
            var directive = Directive.Create("typed-letter");
            directive.Write("typed ว 1", "typed เรื่อง", "", new DateOnly(2021, 7, 8), "31", new DirectiveText { Body = "typed" }, Actor.System, Now);
            db.Directives.Add(directive);
        });
        var sage = await Portal.SageAsync("sage-typed", "typed บุญมี");
        await Portal.WithdrawAsync(sage.Id);
        await RegisterActs.DoAllAsync(Portal, Stop);

        var id = await Portal.DraftAsync(Samples.Article("typed ปุ๋ย"), People.Malee, "3104");
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("", "typed โปรดเพิ่มรูป")], People.Somchai, now));
        await Portal.ReviseAsync(id, 1, Samples.Article("typed ปุ๋ยหมัก"), People.FromProvince, "3104");
        await Portal.ReviseAsync(id, 2, Samples.Article("typed ปุ๋ยหมักแห้ง"), People.FromProvince, "3102");
        await Portal.ActAsync(id, People.FromProvince, (entry, now) => entry.Submit(People.FromProvince, now));
        await Portal.ActAsync(id, People.FromKhuMueang, (entry, now) => entry.Approve(Samples.Ticked, People.FromKhuMueang, now));
        await Portal.PutLiveAsync(id, People.FromKhuMueang);
        await Portal.ActAsync(id, People.FromKhuMueang, (entry, now) => entry.Archive(People.FromKhuMueang, now));
        await EntryActs.DoAllAsync(Portal, Stop);
        await Portal.SageAsync("typed-fiction", "typed ดาว", Samples.Profile() with { Synthetic = true });
        await Portal.CentreAsync("typed-fiction", "typed ศูนย์ดาว", synthetic: true);
        await Portal.PlotAsync("3104-L-0009", synthetic: true);
        await Portal.Run(db => db.WipeSyntheticAsync(Actor.System, Portal.Clock, Stop));
        await ImportAreaAsync("typed บุรีรัมย์");
        await ImportAreaAsync("typed เมืองแปะ");
        await Portal.Run(db => db.RequestReindexAsync(Actor.System, Now, Stop));
        await WritePicturesAsync(sage.Id);
        await WriteDictionaryAsync();
        await ReportAndMergeAsync();
        await new MemberActs(Portal).AllAsync();
        await RegisterActs.TakeSheetAsync(Portal, FormKind.Sage, Stop);
        await RegisterActs.TakeSheetAsync(Portal, FormKind.Activity, Stop);
        await PrivacyActs.DoAllAsync(Portal, NewFolder("privacy-pictures"), Stop);
        await Portal.Run(db => db.BeginExportAsync(new AuditFilter(Who: "typed"), 10, Actor.System, Now, Stop));
        await Portal.Run(db => db.WriteSiteAsync(new() { Name = "typed เว็บ" }, null, 0, Actor.System, Now, Stop));
        await ThrowAwayAsync();
    }

    private async Task ThrowAwayAsync()
    {
        var (id, head) = (await Portal.PublishAsync(Samples.Article("typed ทิ้ง")), People.Somchai);
        await Portal.ActAsync(id, head, (entry, now) => entry.Confirm(head, now));
        await Portal.ActAsync(id, head, (entry, now) => entry.Archive(head, now));
        await Portal.Run(db => db.ThrowAsync(id, head, Now, Stop));
        await Portal.Run(db => db.TakeBackAsync(id, head, Now, Stop));
        await Portal.Run(db => db.ThrowAsync(id, head, Now, Stop));
        await Portal.Run(db => Trash.EmptyTrashAsync(db, new TestClock { Now = Now.AddDays(Trash.Days + 1) }, Stop));
    }

    private async Task WritePicturesAsync(Guid sage)
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        var head = People.Somchai;
        foreach (var use in Enum.GetValues<AssetUse>())
        {
            using var upload = new MemoryStream(Photos.Jpeg());
            var id = await Portal.Read(db => db.AddPictureAsync(pictures, new(upload, new(Subjects.Plot, sage), "3104", use, "typed ปูฟาง", [sage]), head, Now, Stop));
            await Portal.Run(db => db.WritePictureAsync(id, "typed ปูฟางใหม่", [], head, Now, Stop));
            if (use == AssetUse.Picture)
            {
                using var other = new MemoryStream(Photos.Png());
                await Portal.Run(db => db.ReplacePictureAsync(pictures, id, other, head, Now, Stop));
            }

            await Portal.Run(db => db.LookAtEvidenceAsync(id, head, Now, Stop));
            await Portal.Run(db => db.RemovePictureAsync(pictures, id, head, Now, Stop));
        }
    }

    private async Task WriteDictionaryAsync()
    {
        await Portal.Run(db => db.AddWordAsync("typed เสวียน", Actor.System, Now, Stop));
        await Portal.Run(db => db.AddSynonymsAsync("typed งัว", "typed วัว", true, Actor.System, Now, Stop));
        var word = await Portal.Read(db => db.DictionaryWords.SingleAsync(Stop));
        var pair = await Portal.Read(db => db.SynonymPairs.SingleAsync(Stop));
        await Portal.Run(db => db.ChangeWordAsync(word.Id, 1, "typed เสวียนไม้", Actor.System, Now, Stop));
        await Portal.Run(db => db.ChangeSynonymsAsync(pair.Id, 1, "typed งัว", "typed โค", false, Actor.System, Now, Stop));
        await Portal.Run(db => db.RemoveWordAsync(word.Id, Actor.System, Now, Stop));
        await Portal.Run(db => db.RemoveSynonymsAsync(pair.Id, Actor.System, Now, Stop));
    }

    private async Task ReportAndMergeAsync()
    {
        await Portal.TopicAsync("earth", "typed แผ่นดิน");
        var topics = await Portal.Read(db => db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Key, t => (t.Id, t.Version), Stop));
        await Portal.Run(async db => await db.MergeTopicsAsync(
            topics["earth"], topics["soil"], (await TopicEffects.OfAsync(db, await db.Topics.SingleAsync(t => t.Key == "earth", Stop), Stop)).Stamp, Actor.System, Now, Stop));
        await Portal.PublishAsync(Samples.Article("typed-reported"));
        var (id, page) = (Guid.CreateVersion7(), (await Portal.Read(db => db.ReportedPageAsync("/articles/typed-reported", Stop)))!);
        await Portal.Run(db => db.ReportAsync(id, page, ReportReason.Danger, "typed อันตราย", "", Now, Stop));
        await Portal.Run(db => db.HideReportedAsync(id, Actor.System, Now, Stop));
        await Portal.Run(db => db.CloseReportAsync(id, ReportOutcome.Fixed, "typed แก้แล้ว", Actor.System, Now, Stop));
    }

    private async Task ImportAreaAsync(string name)
    {
        var folder = NewFolder("areas-only");
        Directory.CreateDirectory(Path.Combine(folder, "areas"));
        File.WriteAllText(Path.Combine(folder, "areas", "areas.csv"), $"code,name_th,name_en,postcode,lat,lon\n31,{name},Buri Ram,,,\n");
        await Portal.Import(folder);
    }

    [GeneratedRegex("""^[a-z0-9"{}\[\]:,-]*\z""")]
    private static partial Regex OnlyCodes();
}
