using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What the rows of <c>Specs/authority.md</c> are about: texts and members of district 3104, new for each request that may change them.</summary>
internal sealed class AuthoritySubjects(Support.Portal portal)
{
    /// <summary>Stands in every title and name, so that an answer that should not show them can be searched for it.</summary>
    public const string Mark = "ของในตาราง";

    private const string Home = "310401";

    private int _count;
    private Guid _picture;
    private Guid _channel;
    private Guid _noter;
    private Actor _sage = null!;

    public Member Recorder { get; private set; } = null!;

    public Member Number { get; private set; } = null!;

    /// <summary>Members that Development does not have, a recorder whom the sage has named, and one whom the sage has not.</summary>
    public static async Task<AuthoritySubjects> BeginAsync(Support.Portal portal)
    {
        var subjects = new AuthoritySubjects(portal);
        await subjects.BeginAsync();
        return subjects;
    }

    private async Task BeginAsync()
    {
        foreach (var (name, role, area) in new[] { ("สมศรี", Role.Recorder, "3104"), ("สมพร", Role.CdWorker, "3102"), ("สมนึก", Role.ProvinceOfficer, "30") })
        {
            await AddAsync(Member.Join(name, role, area, Actor.System, Now));
        }

        (Recorder, Number) = (await AddAsync(Join(Role.Villager, Home)), await AddAsync(Join(Role.Villager, Home)));
        _noter = await portal.MemberIdAsync("สมศรี");
        await SageAsync("person");
        await portal.LinkAsync("คำปัน", await portal.AddSageAsync($"{Mark} ปราชญ์", []));
        var sage = await portal.AskAsync(db => db.Members.SingleAsync(m => m.Name.StartsWith("คำปัน")));
        await WriteAsync(db =>
        {
            db.Delegations.Add(new Delegation { SageId = sage.Id, RecorderId = Recorder.Id, From = Now });
            return Task.CompletedTask;
        });
        _sage = new Actor(sage.Id, []) { Tellers = [new(sage.Id, sage.Name, Home, "")] };
    }

    /// <summary>A value in a route or in a form.</summary>
    public async Task<string> ValueAsync(string kind) => kind switch
    {
        "number" => Number.SignInNumber!,
        "recorder" => Recorder.Id.ToString(),
        "lesson" => await SlugAsync(EntryType.Lesson),
        "article" => await SlugAsync(EntryType.Article),
        "page" => await SlugAsync(EntryType.Page),
        "topic" => await portal.AskAsync(db => db.Topics.OrderBy(t => t.Slug).Select(t => t.Slug).FirstAsync()),
        "base" => await portal.AskAsync(db => db.LearningBases.OrderBy(b => b.Slug).Select(b => b.Slug).FirstAsync()),
        "centre" => await portal.AskAsync(db => db.Centres.OrderBy(c => c.Slug).Select(c => c.Slug).FirstAsync()),
        "scripted" => await portal.AskAsync(db => db.Centres.Where(c => c.Key == "centre-nong-sano").Select(c => c.Slug).SingleAsync()),
        "agreed" => await portal.AskAsync(db => db.PublicSages().OrderBy(s => s.Code).Select(s => s.Code).FirstAsync()),
        "directive" => await portal.AskAsync(db => db.Directives.OrderBy(d => d.Slug).Select(d => d.Slug).FirstAsync()),
        "draft" or "thrown" or "sent" or "approved" or "live" or "told" or "told-sent" or "revised" => (await EntryAsync(kind)).ToString(),
        "preview" => Preview(await EntryAsync("draft"), 1),
        "preview-pictured" => Preview(await PicturedAsync(isLive: true), 2),
        "villager" or "closed" or "helper" or "sage" or "head" or "administrator" => (await MemberAsync(kind)).Id.ToString(),
        "pictured" => (await PicturedAsync(isLive: false)).ToString(),
        "picture" => await PictureAsync(isLive: false),
        "shown" => await PictureAsync(isLive: true),
        "of-it" => _picture.ToString(),
        "library" => (await AddPictureAsync(AssetOwner.Library, AssetUse.Picture)).ToString(),
        "evidence" => (await AddPictureAsync(new(Subjects.Plot, Guid.CreateVersion7()), AssetUse.Evidence)).ToString(),
        // Like nobody who is there already.
        "somebody" => $"นาง{Letters()} {Letters()}",
        "twin" or "other-twin" => (await TwinAsync()).ToString(),
        "record" or "record-sent" or "record-checked" or "record-agreed" => (await RecordAsync(kind)).ToString(),
        "person" or "noted" => (await SageAsync(kind)).ToString(),
        "channel" => _channel.ToString(),
        "household" or "hosted" => (await PlaceAsync(kind)).ToString(),
        // «sage» is a member here, and a part of an address there.
        "in-register" => "sage",
        "breach" => (await BreachAsync()).ToString(),
        "word" => (await WordAsync()).ToString(),
        "synonym" => (await SynonymAsync()).ToString(),
        "table" => AuthoritySheets.Table($"นาง{Letters()} {Letters()}"),
        "sheet" => (await AuthoritySheets.TakeAsync(portal, $"นาง{Letters()} {Letters()}")).ToString(),
        _ => await AuthorityCentres.FindAsync(portal, kind) ?? await AuthorityRounds.FindAsync(portal, kind) ?? await AuthorityDesk.FindAsync(portal, kind) ?? kind,
    };

    private string Preview(Guid entry, int number) =>
        portal.Services.GetRequiredService<Site.Previews.PreviewTicket>().Url(new(entry, number, 0), KhokNongNa.Portal.ThaiTime.Day(Now).AddDays(1))["/preview/".Length..];

    private static string Letters() => System.Security.Cryptography.RandomNumberGenerator.GetString("กขคงจชซดตทนบปผพมยรลวสหอ", 9);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Member Join(Role role, string area) => Member.Join($"{Mark} คน", role, area, Actor.System, Now);

    private Task<string> SlugAsync(EntryType type) => portal.AskAsync(db => db.Entries.Where(e => e.Type == type && e.IsLive && e.Key != e.Id.ToString()).OrderBy(e => e.Slug).Select(e => e.Slug!).FirstAsync());

    private async Task<Guid> EntryAsync(string kind)
    {
        var told = kind.StartsWith("told", StringComparison.Ordinal);
        var author = told ? _sage : Actor.System;
        var content = new EntryContent { Title = $"{Mark} {++_count}", Body = "เนื้อความ" };
        var entry = Entry.Draft(EntryType.Article, null, told ? Home : "3104", content, author, Now, teller: told ? _sage.Id : null);
        await WriteAsync(async db =>
        {
            db.Entries.Add(entry);
            if (kind is "revised")
            {
                entry.Revise(content with { Body = "เนื้อความใหม่" }, content, author, Now);
            }

            if (kind is not ("draft" or "thrown" or "told" or "revised"))
            {
                entry.Submit(author, Now);
            }

            if (kind is "approved" or "live")
            {
                entry.Approve(Enum.GetValues<ReviewPoint>(), Actor.System with { Id = Guid.CreateVersion7() }, Now);
            }

            if (kind == "thrown")
            {
                entry.Throw(Actor.System, Now);
            }

            if (kind == "live")
            {
                await db.PublishAsync(entry, content, Actor.System, Now, default);
            }
        });
        return entry.Id;
    }

    /// <summary>A sage of the register, as somebody wrote it down who is none of those who ask.</summary>
    private async Task<Guid> RecordAsync(string kind)
    {
        var writer = Actor.System with { Id = Guid.CreateVersion7() };
        var sage = Sage.Create(null, null);
        var record = new SageRecord($"{Mark} {++_count}", Home, new() { Expertise = [new("", "ห่มดิน", null, [])] }, new());
        await portal.AskAsync(db => Done(db.EnterAsync(sage, record, writer, Now, default)));
        if (kind is not "record")
        {
            await portal.AskAsync(db => Done(db.SubmitAsync<Sage>(sage.Id, writer, Now, default)));
        }

        if (kind is "record-checked" or "record-agreed")
        {
            await portal.AskAsync(db => Done(db.CheckAsync<Sage>(sage.Id, 1, Actor.System, Now, default)));
        }

        if (kind is "record-agreed")
        {
            await portal.AskAsync(db => Done(db.AcceptAsync<Sage>(sage.Id, 1, Actor.System, Now, default)));
            await WriteAsync(async db =>
            {
                var again = await db.Sages.SingleAsync(s => s.Id == sage.Id);
                db.Consents.Add(again.Consent(new(ConsentPurpose.Profile, new DateOnly(2026, 1, 1), ConsentMethod.Paper), Actor.System, Now));
            });
        }

        return sage.Id;
    }

    /// <summary>A lesson with a picture, which is then the last one.</summary>
    private async Task<Guid> PicturedAsync(bool isLive)
    {
        var content = new EntryContent { Title = $"{Mark} {++_count}", Lesson = new LessonFields() };
        var entry = Entry.Draft(EntryType.Lesson, null, "3104", content, Actor.System, Now);
        await WriteAsync(db => Task.FromResult(db.Entries.Add(entry)));
        _picture = await AddPictureAsync(new(Subjects.Entry, entry.Id), AssetUse.Picture);
        if (isLive)
        {
            await WriteAsync(async db =>
            {
                var again = await db.Entries.SingleAsync(e => e.Id == entry.Id);
                var shows = content with { Lesson = new LessonFields { Steps = [new Step("ขั้น", "ทำ", null, PictureName.Of(_picture), "")] } };
                again.Revise(shows, content, Actor.System, Now);
                await db.PublishAsync(again, shows, Actor.System, Now, default);
            });
        }

        return entry.Id;
    }

    private async Task<string> PictureAsync(bool isLive)
    {
        await PicturedAsync(isLive);
        return _picture.ToString();
    }

    /// <summary>A plot with a household, or a centre with who keeps it.</summary>
    private async Task<Guid> PlaceAsync(string kind)
    {
        var name = $"{Mark} {++_count}";
        if (kind == "hosted")
        {
            var centre = Centre.Create(null);
            await portal.AskAsync(db => Done(db.EnterAsync(centre, new CentreRecord(name, "", Home, new() { Host = $"{Mark} คน" }, new()), Actor.System, Now, default)));
            return centre.Id;
        }

        var plot = Plot.Create(null);
        var facts = new PlotFacts(name, PlotKind.Hlm, 2021, Home, new LandSize(400), "", Synthetic: false);
        var profile = new PlotProfile { Household = $"{Mark} คน", History = [new(PlotState.Applied, new DateOnly(2021, 1, 1))] };
        await portal.AskAsync(db => Done(db.EnterAsync(plot, new PlotRecord(facts, profile), Actor.System, Now, default)));
        return plot.Id;
    }

    private async Task<Guid> BreachAsync()
    {
        var id = Guid.CreateVersion7();
        var head = new Actor(Guid.CreateVersion7(), [new(Permission.ProtectData, "3104")]);
        await portal.AskAsync(db => Done(db.NoteBreachAsync(id, new(Now, $"{Mark} {++_count}", "ข้อมูล", null, "", null, null), head, Now, default)));
        return id;
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private Task<Guid> AddPictureAsync(AssetOwner owner, AssetUse use) => portal.AskAsync(async db =>
    {
        using var upload = new MemoryStream(KhokNongNa.Portal.Tests.Media.Photos.Jpeg(40, 30));
        return await db.AddPictureAsync(portal.Services.GetRequiredService<Pictures>(), new(upload, owner, "3104", use, Mark, []), Actor.System, Now, default);
    });

    private async Task<Member> MemberAsync(string kind)
    {
        var member = kind switch
        {
            "head" => Join(Role.DistrictHead, "3104"),
            "administrator" => Join(Role.Administrator, ""),
            "sage" => Join(Role.Sage, Home),
            _ => Join(Role.Villager, Home),
        };
        if (kind == "helper")
        {
            member.GiveRole(Role.Recorder, Home, "", null, Actor.System, Now);
        }
        else if (kind == "closed")
        {
            member.Close(Actor.System, Now);
        }

        await AddAsync(member, kind == "sage");
        return member;
    }

    private async Task<Member> AddAsync(Member member, bool hasRecorder = false)
    {
        await WriteAsync(db =>
        {
            db.Members.Add(member);
            db.MemberContacts.Add(new MemberContact { MemberId = member.Id, Phone = "0812345678" });
            if (hasRecorder)
            {
                db.Delegations.Add(new Delegation { SageId = member.Id, RecorderId = Recorder.Id, From = Now });
            }

            return Task.CompletedTask;
        });
        return member;
    }

    /// <summary>A sage of the register who agreed to show the home, with a channel; «noted» was entered by the recorder.</summary>
    private async Task<Guid> SageAsync(string kind)
    {
        var sage = await portal.AddSageAsync($"{Mark} {++_count}", [ConsentPurpose.Home], accepted: false, kind == "noted" ? _noter : null);
        _channel = await portal.AddContactAsync(sage, ContactChannel.Phone, "0812345678", Visibility.Staff);
        return sage.Id;
    }

    private async Task<Guid> TwinAsync()
    {
        var sage = Sage.Create(null, null);
        await portal.AskAsync(async db =>
        {
            await db.EnterAsync(sage, new SageRecord($"{Mark} {++_count}", Home, new(), new()), Actor.System, Now, default);
            return true;
        });
        return sage.Id;
    }

    private async Task<Guid> WordAsync()
    {
        var text = $"คำ{Mark}{++_count}";
        await portal.AskAsync(async db =>
        {
            await db.AddWordAsync(text, Actor.System, Now, default);
            return true;
        });
        return await portal.AskAsync(db => db.DictionaryWords.Where(w => w.Text == text).Select(w => w.Id).SingleAsync());
    }

    private async Task<Guid> SynonymAsync()
    {
        var from = $"คู่{Mark}{++_count}";
        await portal.AskAsync(async db =>
        {
            await db.AddSynonymsAsync(from, "มะพร้าว", false, Actor.System, Now, default);
            return true;
        });
        return await portal.AskAsync(db => db.SynonymPairs.Where(p => p.From == from).Select(p => p.Id).SingleAsync());
    }

    private Task<bool> WriteAsync(Func<PortalDb, Task> work) => portal.AskAsync(db => db.InTransaction(
        async () =>
        {
            await work(db);
            await db.SaveChangesAsync();
            return true;
        },
        default));
}
