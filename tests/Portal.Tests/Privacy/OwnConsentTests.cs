using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

/// <summary>A sage's own switchboard (S07).</summary>
public sealed class OwnConsentTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task A_sage_agrees_and_takes_back_by_oneself()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        var self = await MemberAsync("a");

        await Portal.Run(db => db.GiveOwnConsentAsync(ConsentPurpose.Home, self, Now, Stop));
        await Portal.Run(db => db.WithdrawOwnConsentAsync(ConsentPurpose.Profile, self, Now, Stop));

        var states = await Portal.Read(db => db.ConsentStatesAsync(sage.Id, Stop));
        Assert.Equal((ConsentMethod.Online, self.Id), (states[(int)ConsentPurpose.Home].Standing!.Method, states[(int)ConsentPurpose.Home].Standing!.RecorderId));
        Assert.Null(states[(int)ConsentPurpose.Profile].Standing);
        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
        Assert.Equal(self.Id, (await Journal())[^1].ActorId);
    }

    [Fact]
    public async Task Only_an_open_account_of_a_sage_that_names_the_record_reaches_it()
    {
        await Portal.SageAsync("a", "บุญมี");
        await Portal.SageAsync("dead", "ปู่มี", Samples.Profile() with { Deceased = true });
        var self = await MemberAsync("a");
        var others = new List<Actor>
        {
            await MemberAsync(""), await MemberAsync("dead"), await MemberAsync("nobody"), await MemberAsync("a", Role.Villager), await MemberAsync("a", close: true),
            People.Somchai, self with { Id = Guid.CreateVersion7() }, self with { Grants = [] },
        };

        Assert.Equal("บุญมี", (await Portal.Read(db => db.OwnSages(self).SingleAsync(Stop))).Name);
        foreach (var other in others)
        {
            Assert.Empty(await Portal.Read(db => db.OwnSages(other).ToListAsync(Stop)));
            Assert.Equal("sage.not-you", await Refused(() => Portal.Run(db => db.GiveOwnConsentAsync(ConsentPurpose.Home, other, Now, Stop))));
            Assert.Equal("sage.not-you", await Refused(() => Portal.Run(db => db.WithdrawOwnConsentAsync(ConsentPurpose.Profile, other, Now, Stop))));
        }
    }

    [Fact]
    public async Task A_sheet_from_before_does_not_bring_back_what_the_person_took_back()
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);
        var self = await MemberAsync("a");
        var sheet = new ConsentGift(ConsentPurpose.Photo, ThaiTime.Day(Now).AddDays(-1), ConsentMethod.Paper, KeptAt: "แฟ้ม");
        await Portal.Run(db => db.GiveConsentsAsync(sage.Id, [sheet], People.Somchai, Now, Stop));
        // An officer who corrects a slip of the own hand may.
        await Portal.Run(db => db.WithdrawConsentAsync(sage.Id, ConsentPurpose.Photo, People.Somchai, Now, Stop));
        await Portal.Run(db => db.GiveConsentsAsync(sage.Id, [sheet with { KeptAt = "แฟ้ม 2" }], People.Somchai, Now, Stop));

        await Portal.Run(db => db.WithdrawOwnConsentAsync(ConsentPurpose.Photo, self, Now, Stop));

        Assert.Equal("consent.taken-back", await Refused(() => Portal.Run(db => db.GiveConsentsAsync(sage.Id, [sheet], People.Somchai, Now, Stop))));
        await Portal.Run(db => db.GiveConsentsAsync(sage.Id, [sheet with { Purpose = ConsentPurpose.Voice }, sheet with { Given = ThaiTime.Day(Now) }], People.Somchai, Now, Stop));
        Assert.Equal(2, await Portal.Read(db => db.Consents.CountAsync(c => c.WithdrawnAt == null, Stop)));
    }

    [Fact]
    public async Task A_sage_chooses_who_sees_the_own_channels_and_no_others()
    {
        var (mine, theirs) = (await Portal.SageAsync("a", "บุญมี"), await Portal.SageAsync("b", "ทองดี"));
        var self = await MemberAsync("a");
        foreach (var sage in (Sage[])[mine, theirs])
        {
            await Portal.Run(db => db.AddContactAsync(sage.Id, new(ContactChannel.Phone, "081-234-5678", Visibility.Staff, ""), People.Somchai, Now, Stop));
        }

        var rows = await Portal.Read(db => db.SageContacts.AsNoTracking().ToListAsync(Stop));
        await Portal.Run(db => db.ShowOwnContactAsync(rows.Single(r => r.SageId == mine.Id).Id, Visibility.Members, self, Now, Stop));

        Assert.Equal("contact.none", await Refused(() => Portal.Run(db => db.ShowOwnContactAsync(rows.Single(r => r.SageId == theirs.Id).Id, Visibility.Public, self, Now, Stop))));
        var own = Assert.Single(await Portal.Read(db => db.OwnContactsAsync(self, Stop)));
        Assert.Equal((mine.Id, Visibility.Members, "0812345678"), (own.SageId, own.Visibility, own.Value));
        Assert.Equal(Visibility.Staff, (await Portal.Read(db => db.SageContacts.AsNoTracking().SingleAsync(c => c.SageId == theirs.Id, Stop))).Visibility);
    }

    private async Task<Actor> MemberAsync(string sageKey, Role role = Role.Sage, bool close = false)
    {
        var member = Member.Join("คน", role, "310427", Actor.System, Now);
        await Portal.Write(db =>
        {
            db.Members.Add(member);
            member.Write("คน", sageKey, Actor.System, Now);
            if (close)
            {
                member.Close(Actor.System, Now);
            }
        });
        return new(member.Id, [.. Roles.Permissions(role).Select(p => new Grant(p, "310427"))]);
    }
}
