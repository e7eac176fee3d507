using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Searching;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

public sealed class MergingTests(TestDatabases databases) : DuplicateTest(databases)
{
    [Fact]
    public async Task The_kept_record_gets_a_wording_that_goes_through_other_hands()
    {
        var (kept, other) = await TwoAsync();

        Assert.True(await MergeAsync(kept, other, choice: MergeChoice.Plain with { FromOther = new HashSet<string> { "name" } }));

        var merged = await FindAsync("kept");
        Assert.Equal((2, CheckState.Draft, "บุญมี ใจงาม", "บุญมี ใจ่งาม"), (merged.RevisionNumber, merged.State, merged.Name, merged.Latest.Name));
        Assert.Equal([People.Somchai.Id], merged.WriterIds);
        Assert.Equal(1, await Portal.Read(db => db.Sages.CountAsync(Stop)));
        Assert.Single((await Portal.Read(db => db.FindRecordsAsync<Sage>(People.Somchai, new(Text: other.Number!), Stop))).Rows);
        var happened = Assert.Single(await Journal(), h => h.Verb == Verbs.SageMerged.Name);
        Assert.Equal((other.Id, $$"""{"area":"310427","into":"{{kept.Id}}","number":"{{other.Number!.ToLowerInvariant()}}"}"""), (happened.SubjectId, happened.Data));
    }

    [Fact]
    public async Task What_was_said_and_remarked_of_the_other_stays_and_its_number_is_given_to_nobody()
    {
        var (kept, other) = await TwoAsync();
        await Portal.Write(db => db.RecordRemarks.Add(new() { SubjectId = other.Id, Number = 1, Field = "name", Text = "ขอชื่อเต็ม", CheckerId = People.Prasert.Id, At = Now }));

        await MergeAsync(kept, other);

        var alias = Assert.Single(await Portal.Read(db => db.MergedIntoAsync(kept.Id, Stop)));
        Assert.Equal((other.Id, "other", other.Code, "3104-P-0002"), (alias.Id, alias.Key, alias.Code, alias.Number));
        Assert.Single(await Portal.Read(db => db.RevisionsAsync(other.Id, Stop)));
        Assert.Single(await Portal.Read(db => db.RemarksAsync(other.Id, Stop)));
        Assert.Equal("3104-P-0003", (await PersonAsync("next", "สมหมาย ทองดี")).Number);
    }

    [Fact]
    public async Task Credits_counts_pages_and_search_follow_to_the_kept_one()
    {
        var (kept, other) = await TwoAsync();
        await Portal.PublishAsync(Samples.Lesson("เล่าโดยอีกชื่อ") with { Sages = ["other"] }, EntryType.Lesson);
        await Portal.PublishAsync(Samples.Lesson("เล่าโดยทั้งสองชื่อ") with { Sages = ["kept", "other"] }, EntryType.Lesson);
        await PersonAsync("pupil", "ดาวเรือง แสงแก้ว", consents: true, profile: Samples.Profile() with { LearntFrom = ["other"] });

        await MergeAsync(kept, other);
        var later = await Portal.PublishAsync(Samples.Lesson("เล่าทีหลังด้วยชื่อเดิม") with { Sages = ["other"] }, EntryType.Lesson);

        var page = await Portal.Read(db => db.SageAsync(kept.Code, ThaiTime.Day(Now), Stop));
        Assert.Equal(["เล่าทีหลังด้วยชื่อเดิม", "เล่าโดยทั้งสองชื่อ", "เล่าโดยอีกชื่อ"], page!.Lessons.Select(l => l.Title).Order(StringComparer.Ordinal));
        Assert.Equal(["ดาวเรือง แสงแก้ว"], page.Taught.Select(t => t.Name));
        Assert.Equal(3, (await Portal.Read(db => db.Sages.Where(s => s.Key == "kept").CardsAsync(db, Stop)))[0].Lessons);
        foreach (var lesson in page.Lessons)
        {
            var credit = Assert.Single((await Portal.Read(db => db.EntryAsync(EntryType.Lesson, Uri.UnescapeDataString(lesson.Url.Split('/')[^1]), Stop)))!.Sages);
            Assert.Equal(("บุญมี ใจงาม", page.Url), (credit.Name, credit.Url));
        }

        Assert.Equal(3, (await Portal.Read(new Sources(Portal).AllAsync)).Count(d => d.Type == "lesson" && d.Names.Contains("บุญมี ใจงาม")));
        Assert.NotEqual(Guid.Empty, later);
    }

    [Fact]
    public async Task The_former_address_leads_to_the_kept_page_only_while_that_is_public()
    {
        var kept = await PersonAsync("kept", "บุญมี ใจงาม", consents: true);
        var other = await PersonAsync("other", "บุญมี ใจ่งาม");
        await MergeAsync(kept, other);

        Assert.Equal($"/sages/{kept.Code}", await Portal.Read(db => db.SageMovedToAsync(other.Code, Stop)));
        await Portal.WithdrawAsync(kept.Id);
        Assert.Null(await Portal.Read(db => db.SageMovedToAsync(other.Code, Stop)));
    }

    [Fact]
    public async Task A_chain_of_merges_leads_to_the_last_and_erasing_forgets_all_of_it()
    {
        var (first, second) = await TwoAsync();
        var third = await PersonAsync("third", "บุญหมี ใจงาม", consents: true);
        await MergeAsync(second, first);
        await MergeAsync(third, await FindAsync("other"));

        Assert.Equal($"/sages/{third.Code}", await Portal.Read(db => db.SageMovedToAsync(first.Code, Stop)));
        Assert.Equal(["third", "new"], await Portal.Read(db => db.TodaysKeysAsync(["kept", "other", "third", "new"], Stop)));
        await Portal.Write(db => db.ForgetRecordsAsync([third.Id], Stop));
        Assert.Equal(0, await Portal.Read(db => db.RecordRevisions.CountAsync(Stop)));
    }

    [Fact]
    public async Task Of_two_who_merge_the_same_pair_at_once_the_second_is_told()
    {
        var (kept, other) = await TwoAsync();

        async Task<string> TryAsync(Sage one, Sage two)
        {
            try
            {
                return (await MergeAsync(one, two)).ToString();
            }
            catch (PortalException refusal)
            {
                return refusal.Code;
            }
        }

        var outcomes = await Task.WhenAll(Task.Run(() => TryAsync(kept, other), Stop), Task.Run(() => TryAsync(other, kept), Stop), Task.Run(() => TryAsync(kept, other), Stop));

        Assert.Equal(["True", "merge.done", "merge.done"], outcomes.OrderDescending(StringComparer.Ordinal).OrderBy(o => o != "True"));
        Assert.Equal((1, 1), (await Portal.Read(db => db.Sages.CountAsync(Stop)), await Portal.Read(db => db.SageAliases.CountAsync(Stop))));
    }

    [Fact]
    public async Task A_record_that_somebody_wrote_meanwhile_is_not_merged()
    {
        var (kept, other) = await TwoAsync();
        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(other.Id, 1, r => r with { Name = "บุญมี" }, People.Prasert, Now, Stop));

        Assert.False(await MergeAsync(kept, other));
        Assert.Equal(2, await Portal.Read(db => db.Sages.CountAsync(Stop)));
    }

    [Fact]
    public async Task Only_who_certifies_in_both_areas_merges()
    {
        var kept = await PersonAsync("kept", "บุญมี ใจงาม");
        var other = await PersonAsync("other", "บุญมี ใจงาม", area: "310201");

        Assert.Equal("register.none", await Refused(() => MergeAsync(kept, other, People.Somchai)));
        Assert.Equal("register.none", await Refused(() => MergeAsync(kept, other, People.FromKhuMueang)));
        Assert.Equal("merge.forbidden", await Refused(() => MergeAsync(kept, other, People.InRole(Role.ProvinceOfficer, "31") with { Grants = [.. Roles.Permissions(Role.CdWorker).Select(p => new Grant(p, "31"))] })));
        Assert.True(await MergeAsync(kept, other, People.FromProvince));
    }

    [Fact]
    public async Task A_number_that_was_given_out_stays_and_nobody_real_goes_into_fiction()
    {
        var numbered = await PersonAsync("kept", "บุญมี ใจงาม");
        var draft = Sage.Create(null, null);
        await Portal.Run(db => db.EnterAsync(draft, Samples.Record("บุญมี ใจงาม"), People.Prasert, Now, Stop));
        var fiction = await PersonAsync("fiction", "บุญมี ใจงาม", profile: Samples.Profile() with { Synthetic = true });

        Assert.Equal("merge.number", await Refused(() => MergeAsync(draft, numbered)));
        Assert.Equal("merge.synthetic", await Refused(() => MergeAsync(numbered, fiction)));
        Assert.True(await MergeAsync(numbered, draft));
    }

    private async Task<(Sage Kept, Sage Other)> TwoAsync()
    {
        var kept = await PersonAsync("kept", "บุญมี ใจงาม", consents: true);
        return (kept, await PersonAsync("other", "บุญมี ใจ่งาม", consents: true));
    }
}
