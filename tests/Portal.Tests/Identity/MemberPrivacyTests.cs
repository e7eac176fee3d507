using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>Telephone numbers, and forgetting a person.</summary>
public sealed class MemberPrivacyTests(TestDatabases databases) : IdentityTest(databases)
{
    private const string Name = "นายจำปา แสงทองไพร";
    private const string Former = "นายจำปี แสงเงินไพร";
    private const string Phone = "0812345678";
    private const string Email = "champa@example.org";

    [Fact]
    public async Task Who_looks_at_a_number_is_recorded()
    {
        var worker = People.InRole(Role.CdWorker, "3104");
        var member = (await EnrolAsync(Name, phone: "๐๘๑-๒๓๔ 5678", by: worker)).MemberId;

        Assert.Equal("081-234-5678", await Portal.Read(db => db.LookAtPhoneAsync(member, worker, Now, Stop)));

        var look = Assert.Single(await Journal(), h => h.Verb == "contact-seen");
        Assert.Equal((worker.Id, member), (look.ActorId, look.SubjectId));
        Assert.All(await Journal(), h => Assert.DoesNotContain("5678", h.Data ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Villager, "310401")]
    [InlineData(Role.Sage, "310401")]
    [InlineData(Role.Recorder, "3104")]
    [InlineData(Role.CdWorker, "3102")]
    [InlineData(Role.ProvinceOfficer, "30")]
    [InlineData(Role.DepartmentOfficer, "")]
    public async Task Who_may_not_look_sees_nothing_and_leaves_nothing(Role role, string area)
    {
        var member = (await EnrolAsync(Name, phone: Phone)).MemberId;
        Assert.Equal("member.none", await Refused(() => Portal.Read(db => db.LookAtPhoneAsync(member, People.InRole(role, area), Now, Stop))));
        Assert.DoesNotContain("member contact-seen", await VerbsInJournal());
    }

    [Fact]
    public async Task A_look_that_cannot_be_recorded_shows_nothing()
    {
        var member = (await EnrolAsync(Name, phone: Phone)).MemberId;
        await Portal.Run(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Journal" RENAME TO "Elsewhere" """, Stop));
        await Assert.ThrowsAnyAsync<Exception>(() => Portal.Read(db => db.LookAtPhoneAsync(member, People.Somchai, Now, Stop)));
    }

    [Fact]
    public async Task Of_an_erased_person_nothing_is_left_in_any_table()
    {
        var member = await EnrolAsync(Former, Role.Sage, phone: Phone);
        var id = member.MemberId;
        await Portal.Run(db => db.WriteMemberAsync(id, new(Name, "", null), Actor.System, Now, Stop));
        await ChooseAsync(member);
        await EnterAsync(id);
        await Portal.Run(db => db.InviteAsync(id, Email, Actor.System, Now, Stop));
        await Portal.Run(async db => await db.NameRecorderAsync(id, (await EnrolAsync("กันยา")).Number, Actor.System, Now, Stop));
        await TryAsync(member.Number, Wrong);
        await Portal.Write(db =>
        {
            db.ExternalLogins.Add(new ExternalLogin { Provider = "line", Subject = "U-champa", MemberId = id, LinkedAt = Now });
            db.Notices.Add(new Notice { MemberId = id, Seq = 1, EntryId = Guid.CreateVersion7(), Verb = "approved", At = Now });
        });
        string[] personal = [Name, "จำปา", Former, "จำปี", Phone, "081-234-5678", Email, member.Number, "U-champa", SignInTry.OfNumber(member.Number)];
        string[] own = [nameof(PortalDb.MemberRevisions), nameof(PortalDb.MemberContacts), nameof(PortalDb.Pins), nameof(PortalDb.Devices), nameof(PortalDb.Invitations), nameof(PortalDb.ExternalLogins), nameof(PortalDb.Delegations), nameof(PortalDb.Notices), "MemberRoles"];
        Assert.Equal(["ExternalLogins", "Invitations", "MemberContacts", "MemberRevisions", "Members", "SignInTries"], await HoldingAsync(personal));
        Assert.Superset(own.ToHashSet(), (await HoldingAsync([id.ToString()])).ToHashSet());

        await Portal.Run(db => db.EraseMemberAsync(id, Actor.System, Now, Stop));

        Assert.Empty(await HoldingAsync(personal));
        Assert.Equal(["Journal", "Members"], await HoldingAsync([id.ToString()]));
        Assert.Equal("member.none", await Refused(() => Portal.Run(db => db.WriteMemberAsync(id, new(Name, "", null), Actor.System, Now, Stop))));
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    private Task<IReadOnlyList<string>> HoldingAsync(string[] texts) => Portal.HoldingAsync(texts);
}
