using System.Text.Encodings.Web;
using System.Text.Json;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Knowledge.Exchange;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

public sealed class ConsentTests(TestDatabases databases) : ImportTest(databases)
{
    private const string Name = "บุญมีผู้ไม่ให้เผยแพร่";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IncludeFields = true };

    [Fact]
    public async Task A_sage_who_agreed_is_shown_everywhere()
    {
        var sage = await FillAsync(consents: true);

        Assert.All(await ShownAsync(sage), shown => Assert.Contains(Name, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sage_who_did_not_agree_is_shown_nowhere()
    {
        var sage = await FillAsync(consents: false);

        Assert.All(await ShownAsync(sage), shown => Assert.DoesNotContain(Name, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sage_who_took_consent_back_is_shown_nowhere_at_once_and_the_credit_names_nobody()
    {
        var sage = await FillAsync(consents: true);

        await Portal.WithdrawAsync(sage.Id);

        Assert.All(await ShownAsync(sage), shown => Assert.DoesNotContain(Name, shown, StringComparison.Ordinal));
        var credit = Assert.Single((await Portal.Read(db => db.EntryAsync(EntryType.Lesson, "ปุ๋ยหมัก", Stop)))!.Sages);
        Assert.Equal(("ปราชญ์ชุมชน (ไม่ประสงค์ออกนาม)", null), (credit.Name, credit.Url));
        Assert.Null(await Portal.Read(db => db.SageAsync(sage.Code, new DateOnly(2026, 11, 22), Stop)));
    }

    [Fact]
    public async Task Another_purpose_is_not_the_consent_to_be_shown()
    {
        var sage = await FillAsync(consents: false);
        await Portal.Write(async db =>
        {
            var again = await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop);
            foreach (var purpose in Enum.GetValues<ConsentPurpose>().Where(p => p != ConsentPurpose.Profile))
            {
                db.Consents.Add(again.Consent(Samples.Paper(purpose), Actor.System, Now));
            }
        });

        Assert.Empty(await Portal.Read(db => db.PublicSages().Where(s => s.Id == sage.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_consent_given_again_after_it_was_taken_back_shows_the_sage_once_the_office_publishes_again()
    {
        var sage = await FillAsync(consents: true);
        await Portal.WithdrawAsync(sage.Id);

        await Portal.Write(async db => db.Consents.Add((await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop))
            .Consent(Samples.Paper(ConsentPurpose.Profile, 22) with { Method = ConsentMethod.Online }, Actor.System, Now)));

        Assert.Empty(await Portal.Read(db => db.PublicSages().Where(s => s.Id == sage.Id).ToListAsync(Stop)));
        await Portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Publish(mayBeShown: true, Actor.System, Now));
        Assert.Single(await Portal.Read(db => db.PublicSages().Where(s => s.Id == sage.Id).ToListAsync(Stop)));
        Assert.Equal(2, await Portal.Read(db => db.Consents.CountAsync(c => c.SageId == sage.Id, Stop)));
    }

    [Fact]
    public async Task Of_several_tellers_those_who_agreed_are_named_and_the_others_are_one_unnamed()
    {
        await Portal.SageAsync("a", "แก้ว");
        await Portal.SageAsync("b", "ทองดี", consents: false);
        await Portal.SageAsync("c", "วิชัย", consents: false);
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Sages = ["b", "a", "c", "nobody"] });

        var credits = (await Portal.Read(db => db.EntryAsync(EntryType.Article, "ปุ๋ยหมัก", Stop)))!.Sages;

        Assert.Equal(["แก้ว", EntryReading.Unnamed], credits.Select(c => c.Name));
    }

    [Fact]
    public async Task A_consent_that_a_changed_file_no_longer_holds_is_taken_back()
    {
        PutSage("profile", "photo");
        await ImportCleanly();
        PutSage("photo");
        await ImportCleanly();

        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
        var consents = await Portal.Read(db => db.Consents.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(Now, consents.Single(c => c.Purpose == ConsentPurpose.Profile).WithdrawnAt);
        Assert.Null(consents.Single(c => c.Purpose == ConsentPurpose.Photo).WithdrawnAt);
        Assert.Equal(["consent-withdrawn", "hidden"], (await Journal())[^2..].Select(h => h.Verb));
    }

    [Fact]
    public async Task A_consent_whose_day_or_way_was_corrected_in_the_file_is_the_corrected_one()
    {
        PutSage("profile");
        await ImportCleanly();
        Put("sage.md", Sage("profile").Replace("method: paper", "method: spoken", StringComparison.Ordinal));
        await ImportCleanly();

        var standing = Assert.Single(await Portal.Read(db => db.Consents.Where(c => c.WithdrawnAt == null).ToListAsync(Stop)));
        Assert.Equal(ConsentMethod.Spoken, standing.Method);
        Assert.Single(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Nobody_outside_the_area_writes_a_sage_or_a_centre_or_speaks_for_one()
    {
        var sage = KhokNongNa.Portal.Network.Sage.Create("a", null);
        sage.Write(Samples.Record("บุญมี"), "", People.Malee, Now);
        var consent = sage.Consent(Samples.Paper(ConsentPurpose.Profile), People.Malee, Now);
        var centre = Centre.Create("a");
        centre.Write(Centred("310427"), "", People.Malee, Now);

        foreach (var act in (Action[])[
            () => sage.Write(Samples.Record("ของเรา", "3102"), "", People.FromKhuMueang, Now),
            () => sage.Write(Samples.Record("ของเรา"), "", People.FromKhuMueang, Now),
            () => sage.Consent(Samples.Paper(ConsentPurpose.Photo), People.FromKhuMueang, Now),
            () => sage.Withdraw(consent, People.FromKhuMueang, Now),
            () => centre.Write(Centred("3102"), "", People.FromKhuMueang, Now)])
        {
            Assert.EndsWith(".forbidden", Assert.Throws<PortalException>(act).Code, StringComparison.Ordinal);
        }

        await Portal.Write(db => db.Sages.Add(sage));
        Assert.Equal("บุญมี", (await Portal.Read(db => db.Sages.SingleAsync(Stop))).Name);
    }

    [Fact]
    public void A_public_address_says_nothing_of_the_person_and_is_told_from_paper()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => KhokNongNa.Portal.Network.Sage.Create("sage-boonmee", null).Code).ToList();

        Assert.Equal(200, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9a-hj-km-np-z]{8}$", code));
    }

    private static CentreRecord Centred(string area) => new("ศูนย์", "", area, new(), new());

    private static string Sage(params string[] purposes) =>
        $"---\nid: a\ntype: sage\ntitle: บุญมี\nconsents:\n{string.Concat(purposes.Select(p => $"  - purpose: {p}\n    given: 2026-08-14\n    method: paper\n"))}---\n";

    private void PutSage(params string[] purposes) => Put("sage.md", Sage(purposes));

    private async Task<Sage> FillAsync(bool consents)
    {
        await Portal.AreasAsync();
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.CentreAsync("centre", "ศูนย์");
        var profile = Samples.Profile("soil") with { Nickname = Name, Summary = Name, Body = Name, Centres = ["centre"], LearntFrom = ["teacher"] };
        var sage = await Portal.SageAsync("sage", Name, profile, consents);
        await Portal.SageAsync("teacher", "ครู", Samples.Profile() with { LearntFrom = ["sage"] });
        await Portal.PublishAsync(Samples.Lesson("ปุ๋ยหมัก") with { Topics = ["soil"], Sages = ["sage"], Centres = ["centre"] }, EntryType.Lesson, "310427");
        return sage;
    }

    /// <summary>Everything that shows sages, each as text.</summary>
    private async Task<IReadOnlyList<string>> ShownAsync(Sage sage)
    {
        var teacher = await Portal.Read(db => db.Sages.Where(s => s.Key == "teacher").Select(s => s.Code).SingleAsync(Stop));
        return
        [
            .. await Task.WhenAll(
                ShowAsync(async db => (await db.HomeAsync(Stop)).Sages),
                ShowAsync(async db => (await db.EntryAsync(EntryType.Lesson, "ปุ๋ยหมัก", Stop))!.Sages),
                ShowAsync(async db => (await db.TopicAsync("ดิน", 1, Stop))!.Sages),
                ShowAsync(async db => (await db.CentreAsync("ศูนย์", Stop))!.Sages),
                ShowAsync(async db => (await db.AreaAsync("310427", Stop))!.Sages),
                ShowAsync(async db => (await db.AreaAsync("31", Stop))!.Sages),
                ShowAsync(async db => await db.PublicSages().CardsAsync(db, Stop)),
                ShowAsync(async db => (await db.SageAsync(teacher, new DateOnly(2026, 11, 22), Stop))!.LearntFrom),
                ShowAsync(async db => (await db.SageAsync(teacher, new DateOnly(2026, 11, 22), Stop))!.Taught),
                ShowAsync(async db => await db.SageAsync(sage.Code, new DateOnly(2026, 11, 22), Stop)),
                ShowAsync(async db => await new Searching.Sources(Portal).AllAsync(db))),
        ];
    }

    private async Task<string> ShowAsync<T>(Func<Portal.Data.PortalDb, Task<T>> read) =>
        JsonSerializer.Serialize(await Portal.Read(read), Readable);
}
