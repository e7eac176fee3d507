using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

public sealed class SageContactTests(TestDatabases databases) : PortalTest(databases)
{
    private const string Phone = "0812345678";

    [Theory]
    [InlineData(true, true, false, "081-234-5678 | line-public", "081-234-5678 | line-members | line-public")]
    [InlineData(false, true, false, "", "")]
    [InlineData(true, false, false, "", "")]
    [InlineData(true, true, true, "", "")]
    public async Task Readers_see_what_they_may_while_the_consent_stands_and_the_page_and_the_sage_are_there(bool phone, bool profile, bool died, string anybody, string member)
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: profile);
        await FillAsync(sage);
        await Portal.Run(db => db.GiveConsentsAsync(sage.Id, [new(ConsentPurpose.Phone, ThaiTime.Day(Now), ConsentMethod.Spoken)], People.Somchai, Now, Stop));
        if (!phone)
        {
            await Portal.WithdrawAsync(sage.Id, ConsentPurpose.Phone);
        }

        if (died)
        {
            // As a file says it: the rows are still there.
            await Portal.Write(async db => (await db.Sages.SingleAsync(Stop)).Remember(People.Somchai, Now));
        }

        Assert.Equal(anybody, await ShownTo(sage, ContactReader.Anybody));
        Assert.Equal(member, await ShownTo(sage, ContactReader.Member));
    }

    [Fact]
    public async Task Who_looks_is_in_the_journal_or_sees_nothing()
    {
        var sage = Sage.Create(null, null);
        await Portal.Run(db => db.EnterAsync(sage, Samples.Record("บุญมี"), People.Malee, Now, Stop));
        await FillAsync(sage, People.Malee);

        Assert.Equal("contact.forbidden", await Refused(() => Portal.Read(db => db.LookAtContactsAsync(sage.Id, People.Malee, Now, Stop))));
        Assert.Equal("register.none", await Refused(() => Portal.Read(db => db.LookAtContactsAsync(sage.Id, People.FromKhuMueang, Now, Stop))));
        Assert.DoesNotContain("sage contact-seen", await VerbsInJournal());

        var seen = await Portal.Read(db => db.LookAtContactsAsync(sage.Id, People.Somchai, Now, Stop));
        Assert.Equal([ContactChannel.Phone, ContactChannel.Phone, ContactChannel.Line, ContactChannel.Line, ContactChannel.Email], seen.Select(c => c.Channel));
        var row = (await Journal())[^1];
        Assert.Equal(("contact-seen", People.Somchai.Id, sage.Id, "{}"), (row.Verb, row.ActorId, row.SubjectId, row.Data));
        var look = Assert.Single(await Portal.Read(db => db.WhoLookedAtSageAsync(sage.Id, Stop)));
        Assert.Equal(People.Somchai.Id, look.ActorId);
    }

    [Fact]
    public async Task Values_stand_in_no_revision_and_no_journal_row()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await FillAsync(sage);

        Assert.DoesNotContain(await Journal(), h => h.Data.Contains(Phone, StringComparison.Ordinal) || h.Data.Contains("line", StringComparison.Ordinal) && h.Data.Contains("public-", StringComparison.Ordinal));
        Assert.DoesNotContain(await Portal.Read(db => db.RecordRevisions.ToListAsync(Stop)), r => r.Text.Contains(Phone, StringComparison.Ordinal));
        Assert.All(await Portal.Read(db => db.ContactRowsAsync(sage.Id, Stop)), row => Assert.DoesNotContain(Phone, row.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_added_twice_is_one_and_one_that_is_gone_is_told()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await AddAsync(sage, ContactChannel.Phone, "081 234 5678", Visibility.Public);
        await AddAsync(sage, ContactChannel.Phone, "+66812345678", Visibility.Staff);
        var row = Assert.Single(await Portal.Read(db => db.ContactRowsAsync(sage.Id, Stop)));
        Assert.Equal(Visibility.Staff, row.Visibility);

        await Portal.Run(db => db.WriteContactAsync(sage.Id, row.Id, new(row.Channel, null, Visibility.Members, "หลังหกโมงเย็น"), People.Somchai, Now, Stop));
        var kept = await Portal.Read(db => db.SageContacts.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((Phone, Visibility.Members, "หลังหกโมงเย็น"), (kept.Value, kept.Visibility, kept.BestTime));
        Assert.Equal("contact.value", await Refused(() => AddAsync(sage, ContactChannel.Phone, "1310400123458", Visibility.Staff)));

        await Portal.Run(db => db.RemoveContactAsync(sage.Id, row.Id, People.Somchai, Now, Stop));
        Assert.Equal("contact.none", await Refused(() => Portal.Run(db => db.RemoveContactAsync(sage.Id, row.Id, People.Somchai, Now, Stop))));
        Assert.Equal("contact.none", await Refused(() => Portal.Run(db => db.WriteContactAsync(sage.Id, row.Id, new(row.Channel, null, Visibility.Public, ""), People.Somchai, Now, Stop))));
    }

    [Fact]
    public async Task A_death_removes_contact_data_in_the_same_transaction()
    {
        var sage = await Portal.SageAsync("a", "บุญมี");
        await FillAsync(sage);

        await Portal.Run(db => db.RememberAsync(sage.Id, People.Somchai, Now, Stop));

        Assert.Empty(await Portal.Read(db => db.SageContacts.ToListAsync(Stop)));
        Assert.Equal(5, (await VerbsInJournal()).Count(v => v == "sage contact-removed"));
        Assert.Single(await Portal.Read(db => db.PublicSages().Where(s => s.IsDeceased).ToListAsync(Stop)));
        Assert.Equal("contact.deceased", await Refused(() => AddAsync(sage, ContactChannel.Phone, Phone, Visibility.Staff)));
    }

    private async Task FillAsync(Sage sage, Actor? by = null)
    {
        foreach (var (channel, value, visibility) in ((ContactChannel, string, Visibility)[])[
            (ContactChannel.Email, "a@example.com", Visibility.Staff), (ContactChannel.Line, "line-members", Visibility.Members), (ContactChannel.Line, "line-public", Visibility.Public),
            (ContactChannel.Phone, Phone, Visibility.Public), (ContactChannel.Phone, "044123456", Visibility.Staff)])
        {
            await AddAsync(sage, channel, value, visibility, by);
        }
    }

    private Task AddAsync(Sage sage, ContactChannel channel, string value, Visibility visibility, Actor? by = null) =>
        Portal.Run(db => db.AddContactAsync(sage.Id, new(channel, value, visibility, ""), by ?? People.Somchai, Now, Stop));

    private async Task<string> ShownTo(Sage sage, ContactReader reader) =>
        string.Join(" | ", (await Portal.Read(db => db.ContactsForAsync(sage.Id, reader, Stop))).Select(c => c.Contact.Shown));
}
