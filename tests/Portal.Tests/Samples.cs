using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests;

/// <summary>Small things to build tests from.</summary>
internal static class Samples
{
    /// <summary>Everything that a reviewer looks at.</summary>
    public static IReadOnlyList<ReviewPoint> Ticked { get; } = Enum.GetValues<ReviewPoint>();

    public static EntryContent Article(string title, string body = "เนื้อความ") => new() { Title = title, Body = body };

    public static EntryContent Lesson(string title) => new()
    {
        Title = title,
        Summary = "ได้ปุ๋ยใช้เองทั้งปี",
        Body = "ลงมือ **ทีละขั้น**",
        Lesson = new LessonFields
        {
            Gains = ["ปุ๋ยหมัก 400 กิโล"],
            Materials = [new Material("ฟาง", 20, "ก้อน", 700, "")],
            Steps = [new Step("ปูฟาง", "หนาหนึ่งคืบ", 20, "", "")],
        },
    };

    public static SageProfile Profile(params string[] topics) => new()
    {
        Kind = SageKind.Both,
        Expertise = [.. topics.Select(t => new Expertise(t, "ทำมานาน", 20, [Ability.Teach]))],
    };

    public static SageRecord Record(string name, string area = "310427", SageProfile? profile = null) => new(name, area, profile ?? Profile(), new());

    public static ConsentGift Paper(ConsentPurpose purpose, int day = 1) => new(purpose, new DateOnly(2026, 11, day), ConsentMethod.Paper);

    /// <summary>A text that readers see.</summary>
    public static async Task<Guid> PublishAsync(
        this TestPortal portal, EntryContent content, EntryType type = EntryType.Article, string area = "3104", string? key = null, int position = 0)
    {
        var id = Guid.Empty;
        await portal.Write(async db =>
        {
            var entry = Entry.Draft(type, key, area, content, Actor.System, portal.Clock.Now, position: position);
            db.Entries.Add(entry);
            await db.PublishAsync(entry, content, Actor.System, portal.Clock.Now, TestContext.Current.CancellationToken);
            id = entry.Id;
        });
        return id;
    }

    public static async Task<Guid> DraftAsync(this TestPortal portal, EntryContent content, Actor by, string area = "3104") =>
        (await portal.Read(db => db.DraftAsync(EntryType.Article, area, content, by, portal.Clock.Now, TestContext.Current.CancellationToken))).EntryId;

    public static Task<SaveOutcome> ReviseAsync(this TestPortal portal, Guid id, int number, EntryContent content, Actor by, string area = "3104") =>
        portal.Read(db => db.ReviseAsync(id, number, area, content, by, portal.Clock.Now, TestContext.Current.CancellationToken));

    public static Task ActAsync(this TestPortal portal, Guid id, Actor by, Action<Entry, DateTimeOffset> verb) =>
        portal.Run(db => db.ActAsync(
            id,
            by,
            entry =>
            {
                verb(entry, portal.Clock.Now);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken));

    /// <summary>Words that several texts show; the same code again writes them anew.</summary>
    public static Task SnippetAsync(this TestPortal portal, string key, string title, string body) => portal.Run(async db =>
    {
        var known = await db.Snippets.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, TestContext.Current.CancellationToken);
        await db.WriteSnippetAsync(
            known?.Id ?? Guid.CreateVersion7(), known?.Version ?? 0, new(key, title, body), People.FromProvince, portal.Clock.Now, TestContext.Current.CancellationToken);
    });

    /// <summary>Publishes the latest revision as the Studio does.</summary>
    public static Task PutLiveAsync(this TestPortal portal, Guid id, Actor by)
    {
        var stop = TestContext.Current.CancellationToken;
        return portal.Run(db => db.ActAsync(
            id,
            by,
            async entry => await db.PublishAsync(entry, (await db.RevisionAsync(id, entry.LatestNumber, stop))!.Content, by, portal.Clock.Now, stop),
            stop));
    }

    public static Task<Entry> EntryAsync(this TestPortal portal, Guid id) =>
        portal.Read(db => db.Entries.AsNoTracking().SingleAsync(e => e.Id == id, TestContext.Current.CancellationToken));

    public static Task AreasAsync(this TestPortal portal) => portal.Write(db => db.Areas.AddRange(
        Area.Create("31", "บุรีรัมย์", "Buri Ram", "", null, null),
        Area.Create("3102", "คูเมือง", "Khu Mueang", "", null, null),
        Area.Create("3104", "นางรอง", "Nang Rong", "", null, null),
        Area.Create("310401", "นางรอง", "Nang Rong", "31110", 14.6, 102.8),
        Area.Create("310427", "หนองโสน", "Nong Sano", "31110", null, null)));

    public static Task TopicAsync(this TestPortal portal, string key, string title, string parent = "", int order = 0) => portal.Write(async db =>
    {
        var topic = await db.Topics.SingleOrDefaultAsync(t => t.Key == key, TestContext.Current.CancellationToken);
        if (topic is null)
        {
            db.Topics.Add(topic = Topic.Create(key));
        }

        topic.Write(new TermText { Title = title, Parent = parent, Order = order }, Actor.System, portal.Clock.Now);
    });

    public static Task BaseAsync(this TestPortal portal, string key, string title, int order = 0) => portal.Write(db =>
    {
        var learningBase = LearningBase.Create(key);
        learningBase.Write(new TermText { Title = title, Order = order }, Actor.System, portal.Clock.Now);
        db.LearningBases.Add(learningBase);
    });

    public static async Task<Sage> SageAsync(
        this TestPortal portal, string key, string name, SageProfile? profile = null, bool consents = true, string area = "310427")
    {
        var sage = Sage.Create(key, null);
        await portal.Write(async db =>
        {
            db.Sages.Add(sage);
            await db.PutAsync(sage, Record(name, area, profile), Actor.System, portal.Clock.Now, CheckState.Accepted, TestContext.Current.CancellationToken);
            if (consents)
            {
                db.Consents.Add(sage.Consent(Paper(ConsentPurpose.Profile), Actor.System, portal.Clock.Now));
                sage.Publish(mayBeShown: true, Actor.System, portal.Clock.Now);
            }
        });
        return sage;
    }

    public static Task WithdrawAsync(this TestPortal portal, Guid sageId, ConsentPurpose purpose = ConsentPurpose.Profile) => portal.Write(async db =>
    {
        var stop = TestContext.Current.CancellationToken;
        var sage = await db.Sages.SingleAsync(s => s.Id == sageId, stop);
        sage.Withdraw(await db.Consents.SingleAsync(c => c.SageId == sageId && c.Purpose == purpose && c.WithdrawnAt == null, stop), Actor.System, portal.Clock.Now);
    });

    public static Task CentreAsync(this TestPortal portal, string key, string name, string area = "310427", bool synthetic = false, params string[] bases) => portal.Write(async db =>
    {
        var centre = Centre.Create(key);
        var profile = new CentreProfile { Kind = CentreKind.Clm, Bases = [.. bases.Select((key, at) => new CentreBase { Number = at + 1, Base = key })], Synthetic = synthetic };
        db.Centres.Add(centre);
        await db.PutAsync(centre, new CentreRecord(name, "", area, profile, new()), Actor.System, portal.Clock.Now, CheckState.Accepted, TestContext.Current.CancellationToken);
    });

    public static Task PlotAsync(this TestPortal portal, string code, string household = "", bool synthetic = false) => portal.Write(async db =>
    {
        var plot = Plot.Create(code);
        var facts = new PlotFacts("แปลงบ้านโคก", PlotKind.Hlm, 2021, $"{code[..4]}01", new LandSize(400), "", synthetic);
        var profile = new PlotProfile { History = [new(PlotState.Applied, new DateOnly(2020, 11, 1))], Household = household };
        db.Plots.Add(plot);
        await db.TakeAsync("L", code, plot.Id, TestContext.Current.CancellationToken);
        plot.TakeNumber(code);
        await db.PutAsync(plot, new PlotRecord(facts, profile), Actor.System, portal.Clock.Now, CheckState.Accepted, TestContext.Current.CancellationToken);
        plot.RecordSteps(0, Actor.System, portal.Clock.Now);
    });
}
