using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Collecting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Privacy;

/// <summary>A register full of unmistakable secrets: each is a word that stands nowhere else, in a field that readers must not see.</summary>
internal sealed class Secrets(Support.Portal portal)
{
    private const string Tambon = "310401";

    private readonly List<string> _words = [];

    private int _count;

    /// <summary>Everything that must be found nowhere.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The sage who agreed to be shown, with what may be read then; withdrawn in the second round.</summary>
    public (Guid Id, string Code, string Name) Shown { get; private set; }

    /// <summary>Addresses that would lead to what is hidden, if there were a way.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Addresses behind links of a round, which whoever holds them opens without signing in.</summary>
    public List<string> Links { get; } = [];

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Of a text for the community: this everybody may know.</summary>
    public const string CommunityTitle = "ความรู้ของคนในหมู่บ้าน";

    /// <summary>Last part of a topic's address.</summary>
    public string Topic { get; private set; } = "";

    public async Task SeedAsync()
    {
        await TextsAsync();
        await portal.AskAsync(async db =>
        {
            await db.InTransaction(
                async () =>
                {
                    await SagesAsync(db);
                    await PlacesAsync(db);
                    await db.SaveChangesAsync();
                },
                TestContext.Current.CancellationToken);
            return true;
        });
        await PicturesAsync();
        var round = await portal.RoundAsync();
        foreach (var kind in (LinkKind[])[LinkKind.Sages, LinkKind.Centres, LinkKind.Activities])
        {
            var token = await portal.LinkAsync(round, kind);
            Links.AddRange([$"/c/{token}", $"/c/{token}/sent"]);
        }

        Links.Add($"/api/rounds/{await portal.LinkAsync(round, LinkKind.Bridge)}.csv");
    }

    /// <summary>The shown sage takes the consent back: what could be read is a secret from now on.</summary>
    public async Task WithdrawAsync()
    {
        await portal.AskAsync(async db =>
        {
            await db.InTransaction(
                async () =>
                {
                    var sage = await db.Sages.SingleAsync(s => s.Id == Shown.Id);
                    foreach (var consent in await db.Consents.Where(c => c.SageId == sage.Id && c.WithdrawnAt == null).ToListAsync())
                    {
                        sage.Withdraw(consent, Actor.System, Now);
                    }

                    await db.SaveChangesAsync();
                },
                TestContext.Current.CancellationToken);
            return true;
        });
        _words.Add(Shown.Name);
        Addresses.Add($"/sages/{Shown.Code}");
    }

    /// <summary>One text for the community, of which only title and summary are public, and one that is closed.</summary>
    private async Task TextsAsync()
    {
        Topic = await portal.AskAsync(db => db.Topics.OrderBy(t => t.Slug).Select(t => t.Slug).FirstAsync());
        await PublishAsync(CommunityTitle, "บอกทุกคนได้เท่านี้", Licence.Community);
        var closed = await PublishAsync(Word("ชื่อเรื่องปิด"), Word("สรุปเรื่องปิด"), Licence.Closed);
        Addresses.AddRange([$"/lessons/{Uri.EscapeDataString(closed)}", $"/cards/lessons/{Uri.EscapeDataString(closed)}.png"]);

        Task<string> PublishAsync(string title, string summary, Licence licence) => portal.AskAsync(db => db.InTransaction(
            async () =>
            {
                var content = new EntryContent
                {
                    Title = title,
                    Summary = summary,
                    Body = Word("เนื้อความลับ"),
                    Topics = ["soil"],
                    Centres = ["centre-nong-sano"],
                    Sources = [new(Word("แหล่งลับ"), "", null)],
                    Licence = licence,
                    Lesson = new() { Gains = [Word("ผลลับ")], Materials = [new(Word("ของลับ"), 1, "", 1, "")], Steps = [new(Word("ขั้นลับ"), Word("วิธีลับ"), null, "", "")], Months = [.. Enumerable.Range(1, 12)] },
                };
                var entry = Entry.Draft(EntryType.Lesson, null, Tambon, content, Actor.System, Now);
                db.Entries.Add(entry);
                await db.PublishAsync(entry, content, Actor.System, Now, default);
                await db.SaveChangesAsync();
                return entry.Slug!;
            },
            TestContext.Current.CancellationToken));
    }

    private async Task SagesAsync(PortalDb db)
    {
        var name = "นายเปิดเผย ชื่อเท่านั้น";
        var shown = await AddAsync(db, name, Profile("เปิดเผยเรื่องดิน"), Private(), ConsentPurpose.Profile);
        Shown = (shown.Id, shown.Code, name);
        // No consent for the telephone: what is meant for everybody is not for everybody yet.
        Contact(db, shown, ContactChannel.Phone, Digits("0891"), Visibility.Public);
        Contact(db, shown, ContactChannel.Line, Word("line"), Visibility.Staff);
        // A wording that nobody has accepted.
        db.RecordRevisions.Add(shown.Write(shown.Latest with { Profile = shown.Profile with { Summary = Word("ฉบับร่าง"), Nickname = Word("ฉายาใหม่") } }, "", Writer, Now));

        await AddAsync(db, Word("ไม่ยินยอม"), Profile(Word("สรุป"), Word("ฉายา"), Word("เรื่องเล่า")), Private());
        await AddAsync(db, Word("ถอนแล้ว"), Profile(Word("สรุป")), Private(), ConsentPurpose.Photo, ConsentPurpose.Phone, ConsentPurpose.Home);
        var draft = Sage.Create(null, null);
        db.Sages.Add(draft);
        await db.PutAsync(draft, new SageRecord(Word("ยังไม่ตรวจ"), Tambon, Profile(Word("สรุป")), Private()), Writer, Now, CheckState.Draft, default);
        db.Consents.Add(draft.Consent(new(ConsentPurpose.Profile, new DateOnly(2026, 1, 1), ConsentMethod.Thumbprint, Witness: Word("พยาน")), Actor.System, Now));
        Addresses.Add($"/sages/{draft.Code}");
    }

    private async Task PlacesAsync(PortalDb db)
    {
        var plot = Plot.Create(null);
        db.Plots.Add(plot);
        var life = new PlotStep[] { new(PlotState.Applied, new DateOnly(2021, 1, 1)), new(PlotState.Selected, new DateOnly(2021, 2, 1)) };
        await db.PutAsync(
            plot,
            new PlotRecord(
                new("แปลงของคนเก็บตัว", PlotKind.Hlm, 2021, Tambon, new LandSize(400), "", Synthetic: false),
                new() { History = life, Household = Word("ครัวเรือน"), LandRight = Word("โฉนด"), Growing = Word("ในแปลง"), Body = Word("บันทึกแปลง") }),
            Actor.System, Now, CheckState.Accepted, default);

        CentrePrivate Hidden() => new() { ContactName = Word("ผู้ประสาน"), ContactPhone = Digits("0892"), House = Word("บ้านศูนย์"), Latitude = 14.123457, Longitude = 102.987654 };
        _words.AddRange(["14.123457", "102.987654"]);
        await CentreAsync("ศูนย์ที่เปิดเผยชื่อเท่านั้น", new() { Host = Word("เจ้าของบ้าน"), Bases = [new() { Number = 1, Name = "ฐานดินลับแล", Leaders = ["nobody"] }] }, Hidden(), CentreStage.Active);
        await CentreAsync(Word("ศูนย์เสนอชื่อ"), new() { Summary = Word("สรุปศูนย์") }, Hidden(), CentreStage.Candidate);
        await CentreAsync(Word("ศูนย์ที่พัก"), new() { Summary = Word("สรุปศูนย์") }, Hidden(), CentreStage.Suspended);

        async Task CentreAsync(string name, CentreProfile profile, CentrePrivate hidden, CentreStage stage)
        {
            var centre = Centre.Create($"crawl-{++_count}");
            db.Centres.Add(centre);
            await db.PutAsync(centre, new CentreRecord(name, "", Tambon, profile, hidden), Actor.System, Now, CheckState.Accepted, default);
            centre.Restore([new(stage, new DateOnly(2021, 1, 1), Word("เหตุผล"))]);
            if (stage != CentreStage.Active)
            {
                Addresses.Add($"/centres/{centre.Key}");
                Addresses.Add($"/centres/{Uri.EscapeDataString(centre.Slug)}");
            }
        }
    }

    /// <summary>A lesson with a picture of the shown sage, who did not agree to pictures, and evidence of a consent.</summary>
    private async Task PicturesAsync()
    {
        var pictures = portal.Services.GetRequiredService<Pictures>();
        var portrait = await AddAsync(new(Subjects.Sage, Shown.Id), AssetUse.Picture, Word("คำบรรยายภาพ"));
        var evidence = await AddAsync(new(Subjects.Sage, Shown.Id), AssetUse.Evidence, "");
        Addresses.AddRange([$"/pictures/{portrait}/320.webp", $"/pictures/{portrait}/640.webp", $"/pictures/{evidence}/320.webp"]);

        Task<Guid> AddAsync(AssetOwner owner, AssetUse use, string alt) => portal.AskAsync(async db =>
        {
            using var upload = new MemoryStream(Photos.Jpeg(400, 300));
            return await db.AddPictureAsync(pictures, new(upload, owner, Tambon, use, alt, []), Actor.System, Now, default);
        });
    }

    private static Actor Writer { get; } = Actor.System with { Id = Guid.CreateVersion7() };

    private async Task<Sage> AddAsync(PortalDb db, string name, SageProfile profile, SagePrivate hidden, params ConsentPurpose[] purposes)
    {
        var sage = Sage.Create(null, null);
        db.Sages.Add(sage);
        await db.PutAsync(sage, new SageRecord(name, Tambon, profile, hidden), Actor.System, Now, CheckState.Accepted, default);
        foreach (var purpose in purposes)
        {
            db.Consents.Add(sage.Consent(new(purpose, new DateOnly(2026, 1, 1), ConsentMethod.Thumbprint, Witness: Word("พยาน")), Actor.System, Now));
        }

        // As a file may say it; consent alone decides.
        sage.Restore(published: true, new DateOnly(2026, 1, 1));
        Addresses.Add($"/cards/sages/{sage.Code}.png");
        if (!purposes.Contains(ConsentPurpose.Profile))
        {
            Addresses.Add($"/sages/{sage.Code}");
        }

        return sage;
    }

    private static SageProfile Profile(string summary, string nickname = "", string body = "") =>
        new() { Summary = summary, Nickname = nickname, Body = body, Expertise = [new("soil", "ดูแลดิน", 20, [Ability.Teach])] };

    private SagePrivate Private() => new()
    {
        House = Word("เลขที่บ้าน"),
        Village = Word("หมู่บ้าน"),
        BirthYear = 1944,
        Latitude = 14.765432,
        Longitude = 103.234567,
        NominatedBy = Word("ผู้แนะนำ"),
        Source = Word("แหล่งข้อมูล"),
        Answers = new Dictionary<string, string> { ["secret"] = Word("คำตอบลับ") },
    };

    private static void Contact(PortalDb db, Sage sage, ContactChannel kind, string value, Visibility visibility) =>
        db.SageContacts.Add(new() { SageId = sage.Id, Channel = kind, Value = value, Visibility = visibility });

    // Letters and digits that no dictionary, slug or number of the seed holds.
    private string Word(string what) => Keep($"ลับ{what}ฆฌฎ{++_count}");

    private string Digits(string start) => Keep($"{start}{777_000 + ++_count}");

    private string Keep(string word)
    {
        _words.Add(word);
        return word;
    }
}
