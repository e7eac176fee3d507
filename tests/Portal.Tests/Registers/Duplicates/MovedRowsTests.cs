using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

public sealed class MovedRowsTests(TestDatabases databases) : DuplicateTest(databases)
{
    [Fact]
    public async Task Consents_of_both_stand_side_by_side_with_their_dates_and_evidence()
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม"));
        var evidence = Guid.CreateVersion7();
        await AgreeAsync(kept, ConsentPurpose.Profile, 1);
        await AgreeAsync(other, ConsentPurpose.Profile, 2, evidence);
        await AgreeAsync(other, ConsentPurpose.Photo, 3);

        await MergeAsync(kept, other);

        Assert.Equal(
            ["Profile 1  True", $"Profile 2 {evidence} True", "Photo 3  True"],
            await ConsentsAsync(kept));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_purpose_that_one_record_took_back_after_the_other_gave_it_is_taken_back(bool keptWithdrew)
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม"));
        var (withdrew, gave) = keptWithdrew ? (kept, other) : (other, kept);
        await AgreeAsync(withdrew, ConsentPurpose.Profile, 1);
        await Portal.WithdrawAsync(withdrew.Id);
        await AgreeAsync(gave, ConsentPurpose.Profile, 2);
        await AgreeAsync(gave, ConsentPurpose.Phone, 2);

        await MergeAsync(kept, other);

        Assert.False(await Portal.Read(db => db.HasConsentAsync(kept.Id, ConsentPurpose.Profile, Stop)));
        Assert.True(await Portal.Read(db => db.HasConsentAsync(kept.Id, ConsentPurpose.Phone, Stop)));
        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
        Assert.Equal(2, (await Journal()).Count(h => h.Verb == Verbs.ConsentWithdrawn.Name));
    }

    [Fact]
    public async Task What_was_given_after_the_other_record_took_it_back_stands_and_what_ran_out_overrules_nothing()
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม"));
        var today = ThaiTime.Day(Now);
        await AgreeAsync(kept, new(ConsentPurpose.Profile, today.AddDays(-20), ConsentMethod.Paper));
        await Portal.WithdrawAsync(kept.Id);
        await AgreeAsync(other, new(ConsentPurpose.Profile, today.AddDays(1), ConsentMethod.Paper));
        await AgreeAsync(kept, new(ConsentPurpose.Photo, today.AddDays(-20), ConsentMethod.Paper, Expires: today.AddDays(-1)));
        await Portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == kept.Id, Stop)).Expire(await db.Consents.SingleAsync(c => c.SageId == kept.Id && c.Purpose == ConsentPurpose.Photo, Stop), Now));
        await AgreeAsync(other, new(ConsentPurpose.Photo, today.AddDays(-10), ConsentMethod.Paper));

        await MergeAsync(kept, other);

        Assert.True(await Portal.Read(db => db.HasConsentAsync(kept.Id, ConsentPurpose.Profile, Stop)));
        Assert.True(await Portal.Read(db => db.HasConsentAsync(kept.Id, ConsentPurpose.Photo, Stop)));
    }

    [Fact]
    public async Task Contacts_are_joined_once_each_and_shown_to_no_more_than_either_said()
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม"));
        await Portal.Write(db => db.SageContacts.AddRange(
            Contact(kept, ContactChannel.Phone, "0812345678", Visibility.Public),
            Contact(other, ContactChannel.Phone, "0812345678", Visibility.Staff, "เย็น"),
            Contact(other, ContactChannel.Line, "boonmi", Visibility.Members)));

        await MergeAsync(kept, other);

        Assert.Equal(
            [(ContactChannel.Line, "boonmi", Visibility.Members, ""), (ContactChannel.Phone, "0812345678", Visibility.Staff, "เย็น")],
            (await Portal.Read(db => db.SageContacts.Where(c => c.SageId == kept.Id).ToListAsync(Stop))).OrderBy(c => c.Value, StringComparer.Ordinal).Reverse()
                .Select(c => (c.Channel, c.Value, c.Visibility, c.BestTime)));
    }

    [Fact]
    public async Task Who_died_in_either_record_died_and_cannot_be_reached()
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม", profile: Samples.Profile() with { Deceased = true }));
        await Portal.Write(db => db.SageContacts.Add(Contact(kept, ContactChannel.Phone, "0812345678", Visibility.Public)));

        await MergeAsync(kept, other);

        Assert.True((await FindAsync("kept")).IsDeceased);
        Assert.Equal(0, await Portal.Read(db => db.SageContacts.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_member_the_pictures_and_what_was_told_apart_go_along()
    {
        var (kept, other) = (await PersonAsync("kept", "บุญมี ใจงาม"), await PersonAsync("other", "บุญมี ใจงาม"));
        var third = await PersonAsync("third", "บุญมี ใจงาม");
        await Portal.Run(db => db.TellApartAsync(other.Id, [third.Id], People.Somchai, Now, Stop));
        var member = Member.Join("บุญมี", Role.Sage, "310427", Actor.System, Now);
        member.Write("บุญมี", "other", Actor.System, Now);
        await Portal.Write(db =>
        {
            db.Members.Add(member);
            db.Assets.Add(Asset.Add(Guid.CreateVersion7(), new(Subjects.Sage, other.Id), "310427", AssetUse.Picture, new(100, 100, "0"), "หน้าตรง", [other.Id, kept.Id], Actor.System, Now));
        });

        await MergeAsync(kept, other);

        Assert.Equal("kept", await Portal.Read(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.SageKey).SingleAsync(Stop)));
        var asset = await Portal.Read(db => db.Assets.SingleAsync(Stop));
        Assert.Equal(kept.Id, asset.OwnerId);
        Assert.Equal([kept.Id], asset.ShowsSages);
        Assert.Empty(await PairsAsync(People.Somchai));
    }

    private static SageContact Contact(Sage sage, ContactChannel channel, string value, Visibility visibility, string time = "") =>
        new() { SageId = sage.Id, Channel = channel, Value = value, Visibility = visibility, BestTime = time };

    private Task AgreeAsync(Sage sage, ConsentPurpose purpose, int day, Guid? evidence = null) => AgreeAsync(sage, Samples.Paper(purpose, day) with { EvidenceId = evidence });

    private Task AgreeAsync(Sage sage, ConsentGift gift) => Portal.Write(async db =>
        db.Consents.Add((await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Consent(gift, Actor.System, Now)));

    private async Task<IEnumerable<string>> ConsentsAsync(Sage sage) =>
        (await Portal.Read(db => db.Consents.Where(c => c.SageId == sage.Id).ToListAsync(Stop))).OrderBy(c => c.Given).Select(c => $"{c.Purpose} {c.Given.Day} {c.EvidenceId} {c.IsStanding}");
}
