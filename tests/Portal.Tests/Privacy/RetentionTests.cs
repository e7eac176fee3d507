using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Jobs;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

/// <summary>What ends by itself.</summary>
public sealed class RetentionTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task A_consent_stands_on_its_last_day_in_Bangkok_and_ends_with_it()
    {
        var sage = await Portal.SageAsync("a", "บุญมี", consents: false);
        await Portal.Run(db => db.GiveConsentsAsync(
            sage.Id,
            [
                new(ConsentPurpose.Profile, Today, ConsentMethod.Spoken, Expires: Today), new(ConsentPurpose.Photo, Today, ConsentMethod.Spoken, Expires: Today),
                new(ConsentPurpose.Voice, Today, ConsentMethod.Spoken),
            ],
            People.Somchai,
            Now,
            Stop));
        await Portal.Write(async db => (await db.Sages.SingleAsync(Stop)).Publish(mayBeShown: true, People.Somchai, Now));

        Portal.Clock.Now = ThaiTime.StartOf(Today.AddDays(1)).AddMinutes(-1);
        var before = (await Journal()).Count;
        await RunAsync();
        Assert.Equal(before, (await Journal()).Count);

        Portal.Clock.Now = ThaiTime.StartOf(Today.AddDays(1));
        await RunAsync();
        Assert.Empty(await Portal.Read(db => db.PublicSages().ToListAsync(Stop)));
        Assert.Equal([ConsentPurpose.Voice], (await Portal.Read(db => db.Consents.Where(c => c.WithdrawnAt == null).ToListAsync(Stop))).Select(c => c.Purpose));
        var rows = (await Journal())[before..];
        Assert.Equal(["consent-expired", "hidden", "consent-expired"], rows.Select(h => h.Verb));
        Assert.All(rows, h => Assert.Equal(Actor.System.Id, h.ActorId));

        // Another node that wakes at the same time finds nothing left to do.
        await RunAsync();
        Assert.Equal(before + rows.Count, (await Journal()).Count);
    }

    [Theory]
    [InlineData(null, 24, false)]
    [InlineData(null, 25, true)]
    [InlineData(12, 36, false)]
    [InlineData(12, 37, true)]
    public async Task Contact_data_goes_when_nobody_wrote_or_confirmed_it_for_so_long(int? confirmedAfter, int monthsLater, bool goes)
    {
        var sage = await FillAsync("a");
        if (confirmedAfter is { } months)
        {
            Portal.Clock.Now = Now.AddMonths(months);
            await Portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Confirm(ThaiTime.Day(Now), People.Somchai, Now));
        }

        Portal.Clock.Now = new DateTimeOffset(2026, 11, 22, 5, 0, 0, TimeSpan.Zero).AddMonths(monthsLater);
        await RunAsync();

        Assert.Equal(goes, await Portal.Read(async db => !await db.SageContacts.AnyAsync(Stop)));
        Assert.Equal(goes ? 1 : 0, (await VerbsInJournal()).Count(v => v == "sage contact-removed"));
    }

    [Fact]
    public async Task A_channel_that_was_written_later_stays_though_the_record_is_old()
    {
        var sage = await FillAsync("a");
        Portal.Clock.Now = Now.AddMonths(30);
        await Portal.Run(db => db.AddContactAsync(sage.Id, new(ContactChannel.Line, "boonmee", Visibility.Staff, ""), People.Somchai, Now, Stop));

        await RunAsync();

        Assert.Equal([ContactChannel.Line], (await Portal.Read(db => db.ContactRowsAsync(sage.Id, Stop))).Select(r => r.Channel));
    }

    [Fact]
    public async Task Contact_data_of_somebody_whom_a_file_calls_dead_goes()
    {
        var sage = await FillAsync("a");
        await FillAsync("b");
        await Portal.Write(async db => (await db.Sages.SingleAsync(s => s.Id == sage.Id, Stop)).Remember(Actor.System, Now));

        await RunAsync();

        Assert.NotEqual(sage.Id, (await Portal.Read(db => db.SageContacts.SingleAsync(Stop))).SageId);
    }

    private async Task<Sage> FillAsync(string key)
    {
        var sage = await Portal.SageAsync(key, "บุญมี");
        await Portal.Run(db => db.AddContactAsync(sage.Id, new(ContactChannel.Phone, "0812345678", Visibility.Staff, ""), People.Somchai, Now, Stop));
        return sage;
    }

    private async Task RunAsync()
    {
        foreach (var job in RecurringJobs.All(contactMonths: 24, new PictureStore(new MediaFolder(Path.Combine(Portal.Folder, "pictures")))))
        {
            await Portal.Run(db => job.RunAsync(db, Portal.Clock, Stop));
        }
    }
}
