using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Searching.Words;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What the rows of <c>Specs/authority.md</c> are about: texts and members of district 3104, new for each request that may change them.</summary>
internal sealed class AuthoritySubjects(Support.Portal portal)
{
    /// <summary>Stands in every title and name, so that an answer that should not show them can be searched for it.</summary>
    public const string Mark = "ของในตาราง";

    private const string Home = "310401";

    private int _count;
    private Actor _sage = null!;

    public Member Recorder { get; private set; } = null!;

    public Member Number { get; private set; } = null!;

    /// <summary>Members that Development does not have, a recorder whom the sage has named, and one whom the sage has not.</summary>
    public async Task BeginAsync()
    {
        foreach (var (name, role, area) in new[] { ("สมศรี", Role.Recorder, "3104"), ("สมพร", Role.CdWorker, "3102"), ("สมนึก", Role.ProvinceOfficer, "30") })
        {
            await AddAsync(Member.Join(name, role, area, Actor.System, Now));
        }

        (Recorder, Number) = (await AddAsync(Join(Role.Villager, Home)), await AddAsync(Join(Role.Villager, Home)));
        var sage = await portal.AskAsync(db => db.Members.SingleAsync(m => m.Name.StartsWith("คำปัน")));
        await WriteAsync(db => db.Delegations.Add(new Delegation { SageId = sage.Id, RecorderId = Recorder.Id, From = Now }));
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
        "topic" => await portal.AskAsync(db => db.Topics.Select(t => t.Slug).FirstAsync()),
        "base" => await portal.AskAsync(db => db.LearningBases.Select(b => b.Slug).FirstAsync()),
        "centre" => await portal.AskAsync(db => db.Centres.Select(c => c.Slug).FirstAsync()),
        "public-sage" => await portal.AskAsync(async db => (await Portal.Privacy.PublicSagesQuery(db)).Code),
        "directive" => await portal.AskAsync(db => db.Directives.Select(d => d.Slug).FirstAsync()),
        "draft" or "sent" or "approved" or "live" or "told" or "told-sent" => (await EntryAsync(kind)).ToString(),
        "villager" or "closed" or "helper" or "sage" or "head" or "administrator" => (await MemberAsync(kind)).Id.ToString(),
        "word" => (await WordAsync()).ToString(),
        "synonym" => (await SynonymAsync()).ToString(),
        _ => kind,
    };

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
