using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class ReviewQueueTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task The_queue_is_of_ones_area_of_what_others_wrote_and_narrows_by_what_is_asked()
    {
        await Portal.AreasAsync();
        var old = await SentAsync("เรื่องเก่า", topic: "soil");
        Portal.Clock.Now = Now.AddDays(8);
        var fresh = await SentAsync("เรื่องใหม่", topic: "water");
        var tambon = await SentAsync("เรื่องของตำบล", "310427");
        await SentAsync("เรื่องของคูเมือง", "3102");
        var own = await SentAsync("เรื่องของผู้ตรวจ", by: People.Somchai);
        var due = ThaiTime.Day(Now).AddDays(1);
        await Portal.ActAsync(fresh, People.Prasert, (entry, now) => entry.Assign(People.Somchai, due, People.Prasert, now));

        Assert.Equal([fresh, old, tambon], await FindAsync(People.Somchai, new()));
        Assert.Equal([fresh, old, tambon, own], await FindAsync(People.Prasert, new()));
        Assert.Equal([old], await FindAsync(People.Somchai, new(Days: 7)));
        Assert.Equal([fresh], await FindAsync(People.Somchai, new(Topics: ["water"])));
        Assert.Equal([tambon], await FindAsync(People.Somchai, new("310427")));
        Assert.Equal([fresh], await FindAsync(People.Somchai, new(Mine: true)));
        Assert.Empty(await FindAsync(People.Prasert, new(Mine: true)));
        Assert.Equal([fresh], await FindAsync(People.Prasert, new(Late: true)));
        Assert.Empty(await FindAsync(People.Malee, new()));
        Assert.Equal(["3104"], (await Portal.Read(db => db.ReviewAreasAsync(People.Somchai, Stop))).Select(a => a.Code));
    }

    [Fact]
    public async Task Asked_is_who_may_review_there_and_did_not_write()
    {
        var members = new Dictionary<string, Member>();
        foreach (var (name, role, area) in new[]
        {
            ("หัวหน้า", Role.DistrictHead, "3104"), ("ผู้เขียน", Role.DistrictHead, "3104"), ("คูเมือง", Role.DistrictHead, "3102"),
            ("จังหวัด", Role.ProvinceOfficer, "31"), ("พัฒนากร", Role.CdWorker, "3104"), ("ปิดแล้ว", Role.DistrictHead, "3104"),
        })
        {
            members.Add(name, Member.Join(name, role, area, Actor.System, Now));
        }

        members["ปิดแล้ว"].Close(Actor.System, Now);
        await Portal.Write(db => db.Members.AddRange(members.Values));
        var writer = members["ผู้เขียน"].ToActor(ThaiTime.Day(Now));
        var id = await SentAsync("เรื่องหนึ่ง", by: writer);

        Assert.Equal(["จังหวัด", "หัวหน้า"], (await Portal.Read(async db => await db.ReviewersAsync(await db.Entries.SingleAsync(e => e.Id == id, Stop), Now, Stop))).Select(r => r.Name));
        foreach (var name in (string[])["ผู้เขียน", "คูเมือง", "พัฒนากร", "ปิดแล้ว"])
        {
            Assert.Equal("entry.reviewer", await Refused(() => AssignAsync(id, members[name].Id, null)));
        }

        Assert.Equal("entry.reviewer", await Refused(() => AssignAsync(id, Guid.CreateVersion7(), null)));
        Assert.Equal("entry.review-due", await Refused(() => AssignAsync(id, null, ThaiTime.Day(Now).AddDays(-1))));
        await AssignAsync(id, members["จังหวัด"].Id, ThaiTime.Day(Now));
        var entry = await Portal.EntryAsync(id);
        Assert.Equal((members["จังหวัด"].Id, ThaiTime.Day(Now)), (entry.ReviewerId, entry.ReviewDue));

        // A new text is a new review, which nobody was asked to do.
        await Portal.ReviseAsync(id, 1, Samples.Article("เรื่องหนึ่งแก้แล้ว"), People.Malee);
        Assert.Null((await Portal.EntryAsync(id)).ReviewerId);
        Assert.Equal("entry.not-in-review", await Refused(() => AssignAsync(id, null, null)));
    }

    [Fact]
    public async Task Everything_is_ticked_before_a_text_is_approved_and_stays_with_the_review()
    {
        var id = await SentAsync("ปุ๋ยหมัก");
        var refusal = await Assert.ThrowsAsync<PortalException>(() => Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve([ReviewPoint.Clear, ReviewPoint.Safe], People.Somchai, now)));
        Assert.Equal("Ticked", refusal.Field);
        Assert.Contains("ทำซ้ำได้, เครดิต, หมวด", refusal.Message, StringComparison.Ordinal);

        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Return([new("Title", " สั้นลง "), new("Body", ""), new("Steps", "ขั้นที่ 2 หนาเท่าไร")], People.Somchai, now));
        Assert.Equal([("Steps", "ขั้นที่ 2 หนาเท่าไร"), ("Title", "สั้นลง")], (await Portal.Read(db => db.Remarks.ToListAsync(Stop))).Select(r => (r.Field, r.Text)).Order());
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));

        var reviews = await Portal.Read(db => db.Reviews.OrderBy(r => r.Id).ToListAsync(Stop));
        Assert.Equal([ReviewOutcome.Returned, ReviewOutcome.Approved], reviews.Select(r => r.Outcome));
        Assert.Equal(Enum.GetValues<ReviewPoint>(), reviews[1].Ticked);
    }

    [Fact]
    public async Task An_earlier_revision_comes_back_as_a_draft_and_the_live_page_is_left_alone()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก", "แรก"));
        await Portal.ReviseAsync(id, 1, Samples.Article("ปุ๋ยหมัก", "สอง"), People.Malee);
        Assert.Equal("entry.newer", await Refused(() => RestoreAsync(id, 1, 1, People.Malee)));
        Assert.Equal("entry.same", await Refused(() => RestoreAsync(id, 2, 2, People.Malee)));
        Assert.Equal("entry.none", await Refused(() => RestoreAsync(id, 9, 2, People.Malee)));
        Assert.Equal("entry.none", await Refused(() => RestoreAsync(id, 1, 2, People.FromKhuMueang)));

        await RestoreAsync(id, 1, 2, People.Malee);

        var entry = await Portal.EntryAsync(id);
        Assert.Equal((EntryState.Draft, 3, 1), (entry.State, entry.LatestNumber, entry.LiveNumber));
        Assert.Equal("แรก", (await Portal.Read(db => db.RevisionAsync(id, 3, Stop)))!.Content.Body);
        Assert.Equal(People.Malee.Id, entry.LatestAuthorId);
    }

    private async Task<Guid> SentAsync(string title, string area = "3104", string? topic = null, Actor? by = null)
    {
        var writer = by ?? (area == "3102" ? People.FromKhuMueang : People.Malee);
        var id = await Portal.DraftAsync(Samples.Article(title) with { Topics = topic is null ? [] : [topic] }, writer, area);
        await Portal.ActAsync(id, writer, (entry, now) => entry.Submit(writer, now));
        return id;
    }

    private async Task<IEnumerable<Guid>> FindAsync(Actor actor, ReviewFilter filter)
    {
        var (rows, total) = await Portal.Read(db => db.FindReviewsAsync(actor, filter, Now, Stop));
        Assert.Equal(rows.Count, total);
        return rows.Select(r => r.Id);
    }

    private Task AssignAsync(Guid id, Guid? reviewer, DateOnly? due) =>
        Portal.Run(db => db.ActAsync(id, People.FromProvince, entry => db.AssignAsync(entry, reviewer, due, People.FromProvince, Now, Stop), Stop));

    private Task RestoreAsync(Guid id, int number, int latest, Actor by) => Portal.Run(db => db.RestoreAsync(id, number, latest, by, Now, Stop));
}
