using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

/// <summary>Officers record what a sage agreed to and took back.</summary>
public sealed class GivingTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static ConsentGift Sheet { get; } = new(ConsentPurpose.Profile, Today, ConsentMethod.Paper, KeptAt: "แฟ้ม 3 ที่ทำการอำเภอ", SheetCode: "K7M2P9QX");

    [Fact]
    public async Task Several_purposes_are_given_at_once()
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);

        await Give(sage, Sheet, Sheet with { Purpose = ConsentPurpose.Home }, Sheet with { Purpose = ConsentPurpose.Voice, Expires = Today.AddYears(1) });

        var states = await States(sage);
        Assert.Equal([ConsentPurpose.Profile, ConsentPurpose.Voice, ConsentPurpose.Home], states.Where(s => s.Standing is not null).Select(s => s.Purpose));
        Assert.All(states.Select(s => s.Standing).OfType<Consent>(), c => Assert.Equal(("K7M2P9QX", "แฟ้ม 3 ที่ทำการอำเภอ", People.Somchai.Id), (c.SheetCode, c.KeptAt, c.RecorderId)));
        var row = (await Journal()).Last(h => h.Data.Contains("voice", StringComparison.Ordinal));
        Assert.Equal(("consent-given", """{"purpose":"voice","method":"paper","on":"2026-11-22","until":"2027-11-22"}"""), (row.Verb, row.Data));
    }

    public static TheoryData<ConsentGift, string, string?> Refusals => new()
    {
        { Sheet with { Given = Today.AddDays(1) }, "consent.future", "Given" },
        { Sheet with { Given = new(1478, 7, 8) }, "consent.long-ago", "Given" },
        { Sheet with { Given = new(3107, 7, 8) }, "consent.future", "Given" },
        { Sheet with { Expires = Today.AddDays(-1) }, "consent.order", "Expires" },
        { Sheet with { Given = Today.AddDays(-9), Expires = Today.AddDays(-1) }, "consent.over", "Expires" },
        { Sheet with { Method = ConsentMethod.Online }, "consent.online", "Method" },
        { Sheet with { Method = ConsentMethod.Thumbprint }, "consent.witness", "Witness" },
        { Sheet with { KeptAt = "" }, "consent.proof", "KeptAt" },
        { Sheet with { Method = ConsentMethod.Thumbprint, Witness = "นางสาย 1-3104-00123-45-8" }, "privacy.citizen-number", "Witness" },
        { Sheet with { KeptAt = new('ก', 201) }, "consent.long", "KeptAt" },
        { Sheet with { SheetCode = "USED2345" }, "consent.sheet-used", "SheetCode" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_is_refused_beside_its_field_and_nothing_is_written(ConsentGift gift, string code, string? field)
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);
        var other = await Portal.SageAsync("b", "ทองดี", consents: false);
        await Give(other, Sheet with { SheetCode = "USED2345" });
        var before = (await Journal()).Count;

        var refusal = await Assert.ThrowsAsync<PortalException>(() => Give(sage, Sheet with { Purpose = ConsentPurpose.Photo }, gift));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.Equal(before, (await Journal()).Count);
        Assert.Equal("consent.purposes", await Refused(() => Give(sage)));
    }

    [Fact]
    public async Task The_same_sent_twice_is_one_and_another_one_for_what_stands_is_refused()
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);
        await Give(sage, Sheet);
        await Give(sage, Sheet, Sheet with { Purpose = ConsentPurpose.Photo });

        Assert.Equal(2, await Portal.Read(db => db.Consents.CountAsync(Stop)));
        var refusal = await Assert.ThrowsAsync<PortalException>(() => Give(sage, Sheet with { Given = Today.AddDays(-1) }, Sheet with { Purpose = ConsentPurpose.Home }));
        Assert.Equal("consent.standing", refusal.Code);
        Assert.Contains("22 พ.ย. 2569", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, await Portal.Read(db => db.Consents.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_consent_that_ends_is_given_for_longer_and_the_page_stays()
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);
        await Give(sage, Sheet with { Expires = Today.AddDays(3) });
        await Publish(sage);
        await Give(sage, Sheet with { Expires = Today.AddYears(1) });

        Portal.Clock.Now = Now.AddDays(4);
        await Portal.Run(db => Retention.ExpireConsentsAsync(db, Portal.Clock, Stop));

        Assert.Single(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
        Assert.Equal(Today.AddYears(1), (await States(sage))[0].Standing!.Expires);
        await Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Profile, People.Somchai, Now, Stop));
        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Taking_back_the_consent_to_be_shown_takes_the_page_away_in_the_same_transaction()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Profile, People.Somchai, Now, Stop));

        Assert.False((await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(Stop))).IsPublished);
        Assert.Equal(["sage consent-withdrawn", "sage hidden"], (await VerbsInJournal()).TakeLast(2));
        Assert.Equal("consent.none", await Refused(() => Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Profile, People.Somchai, Now, Stop))));
        await Give(sage, Sheet);
        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Another_purpose_taken_back_leaves_the_page()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await Give(sage, Sheet with { Purpose = ConsentPurpose.Home });
        await Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Home, People.Somchai, Now, Stop));

        Assert.Single(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Who_may_not_write_the_record_neither_gives_nor_takes_back()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        foreach (var actor in (Actor[])[People.FromKhuMueang, People.Malee, People.InRole(Role.Sage, "310427"), People.InRole(Role.DepartmentOfficer, "")])
        {
            Assert.Equal("register.none", await Refused(() => Portal.Run(db => db.GiveConsentsAsync(sage.Id, [Sheet with { Purpose = ConsentPurpose.Home }], actor, Now, Stop))));
            Assert.Equal("register.none", await Refused(() => Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Profile, actor, Now, Stop))));
        }
    }

    [Fact]
    public async Task Completeness_counts_a_consent_at_once()
    {
        await Portal.Write(db => db.FormDefinitions.Add(Registry.Form(FormKind.Sage, Registry.Field("name", 40), Registry.Field("area", 30), Registry.Field("consent", 30))));
        var sage = Sage.Create(null, null);
        await Portal.Run(db => db.EnterAsync(sage, Samples.Record("บุญมี"), People.Malee, Now, Stop));

        await Portal.Run(db => db.GiveConsentsAsync(sage.Id, [Sheet], People.Malee, Now, Stop));
        Assert.Equal(100, (await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(Stop))).Percent);
        await Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Profile, People.Malee, Now, Stop));
        Assert.Equal(70, (await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(Stop))).Percent);
    }

    [Fact]
    public void A_code_of_a_sheet_is_random_and_read_as_people_type_it()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => SheetCode.Draw()).ToList();

        Assert.Equal(100, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, SheetCode.Parse($" {SheetCode.Show(code).ToLowerInvariant()} ")));
        Assert.All((string[])["", "K7M2", "K7M2-P9Q0", "K7M2-P9QXA"], typed => Assert.Null(SheetCode.Parse(typed)));
        Assert.Equal("K7M2P9QX", SheetCode.Parse("k๗m๒ p๙qx"));
    }

    private Task Give(Sage sage, params ConsentGift[] gifts) => Portal.Run(db => db.GiveConsentsAsync(sage.Id, gifts, People.Somchai, Now, Stop));

    private Task Publish(Sage sage) => Portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Publish(mayBeShown: true, People.Somchai, Now));

    private Task<IReadOnlyList<ConsentState>> States(Sage sage) => Portal.Read(db => db.ConsentStatesAsync(sage.Id, Stop));
}
