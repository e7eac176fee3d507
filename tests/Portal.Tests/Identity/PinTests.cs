using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>From the slip to a PIN of one's own, and to another.</summary>
public sealed class PinTests(TestDatabases databases) : IdentityTest(databases)
{
    private const string Other = "815026";

    [Fact]
    public async Task The_PIN_of_a_slip_has_to_be_replaced_and_then_fits_no_more()
    {
        var slip = await EnrolAsync("บุญมี");
        Assert.Equal(new PinAnswer(slip.MemberId, true, null), await TryAsync(slip.Number, slip.Pin));

        await ChooseAsync(slip);

        Assert.Null((await TryAsync(slip.Number, slip.Pin)).MemberId);
        Assert.Equal(new PinAnswer(slip.MemberId, false, null), await TryAsync(slip.Number, Own));
        Assert.Equal(["member joined", "member pin-issued", "member pin-chosen"], await VerbsInJournal());
        Assert.All(await Journal(), h => Assert.DoesNotContain(slip.Pin, h.Data ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_slip_is_good_for_thirty_days(int late, bool good)
    {
        var slip = await EnrolAsync("บุญมี");
        Pass(Pin.FirstPinLasts - TimeSpan.FromSeconds(1 - late));
        Assert.Equal(good, (await TryAsync(slip.Number, slip.Pin)).MemberId == slip.MemberId);
    }

    [Fact]
    public async Task A_PIN_of_ones_own_has_no_last_day()
    {
        var elder = await SettledAsync("บุญมี");
        Pass(TimeSpan.FromDays(1_000));
        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Own)).MemberId);
    }

    [Fact]
    public async Task Choosing_twice_or_after_a_newer_slip_does_nothing()
    {
        var slip = await EnrolAsync("บุญมี");
        var first = (await Portal.Read(db => db.FirstPinAtAsync(slip.MemberId, Stop)))!.Value;
        Pass(TimeSpan.FromMinutes(1));
        var newer = (await Portal.Read(db => db.IssueSlipsAsync([slip.MemberId], Actor.System, Now, Stop)))[0];
        Assert.Equal(slip.Number, newer.Number);

        Assert.Equal("pin.void", await Refused(() => Portal.Run(db => db.ChoosePinAsync(slip.MemberId, first, Own, Own, Now, Stop))));
        Assert.Null((await TryAsync(slip.Number, slip.Pin)).MemberId);
        Assert.True((await TryAsync(slip.Number, newer.Pin)).IsFirst);

        var second = (await Portal.Read(db => db.FirstPinAtAsync(slip.MemberId, Stop)))!.Value;
        await ChooseAsync(newer);
        Assert.Equal("pin.void", await Refused(() => Portal.Run(db => db.ChoosePinAsync(slip.MemberId, second, Other, Other, Now, Stop))));
        Assert.Equal(slip.MemberId, (await TryAsync(slip.Number, Own)).MemberId);
    }

    [Fact]
    public async Task Two_who_choose_at_once_with_one_slip_do_not_both_get_their_way()
    {
        var slip = await EnrolAsync("บุญมี");
        var at = (await Portal.Read(db => db.FirstPinAtAsync(slip.MemberId, Stop)))!.Value;
        var won = await Task.WhenAll(((string[])[Own, Other]).Select(async pin =>
        {
            try
            {
                await Portal.Run(db => db.ChoosePinAsync(slip.MemberId, at, pin, pin, Now, Stop));
                return true;
            }
            catch (PortalException refusal) when (refusal.Code == "pin.void")
            {
                return false;
            }
        }));
        Assert.Single(won, true);
    }

    [Theory]
    [InlineData("12345", "12345", "pin.length", "Pin")]
    [InlineData(null, null, "pin.length", "Pin")]
    [InlineData("123456", "123456", "pin.weak", "Pin")]
    [InlineData(Own, Other, "pin.again", "Again")]
    [InlineData("slip", "slip", "pin.same", "Pin")]
    public async Task A_choice_that_is_not_good_says_why_and_the_slip_is_still_good(string? pin, string? again, string code, string field)
    {
        var slip = await EnrolAsync("บุญมี");
        var at = (await Portal.Read(db => db.FirstPinAtAsync(slip.MemberId, Stop)))!.Value;
        var refusal = await Assert.ThrowsAsync<PortalException>(() => Portal.Run(db =>
            db.ChoosePinAsync(slip.MemberId, at, pin == "slip" ? slip.Pin : pin, again == "slip" ? slip.Pin : again, Now, Stop)));
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.True((await TryAsync(slip.Number, slip.Pin)).IsFirst);
    }

    [Fact]
    public async Task Another_PIN_ends_sessions_on_other_devices_and_not_this_one()
    {
        var elder = await SettledAsync("บุญมี");
        var (here, there) = (await EnterAsync(elder.MemberId), await EnterAsync(elder.MemberId));

        await ChangeAsync(here, Own, Other);

        Assert.NotNull(await BehindAsync(here));
        Assert.Null(await BehindAsync(there));
        Assert.Null((await TryAsync(elder.Number, Own)).MemberId);
        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Other)).MemberId);
    }

    [Fact]
    public async Task Who_sits_at_somebodys_open_session_cannot_guess_the_PIN()
    {
        var elder = await SettledAsync("บุญมี");
        var here = await EnterAsync(elder.MemberId);
        for (var i = 0; i < SignInLimits.FreeTries; i++)
        {
            Assert.Equal("pin.old", await Refused(() => ChangeAsync(here, Wrong, Other)));
        }

        Assert.Equal("pin.wait", await Refused(() => ChangeAsync(here, Own, Other)));
        Pass(TimeSpan.FromSeconds(30));
        await ChangeAsync(here, Own, Other);
    }

    [Fact]
    public async Task A_new_PIN_that_is_not_good_is_no_wrong_try()
    {
        var elder = await SettledAsync("บุญมี");
        var here = await EnterAsync(elder.MemberId);
        for (var i = 0; i < SignInLimits.FreeTries + 1; i++)
        {
            Assert.Equal("pin.weak", await Refused(() => ChangeAsync(here, Own, "123456")));
        }

        await ChangeAsync(here, Own, Other);
    }

    [Fact]
    public async Task A_new_slip_ends_every_session_and_is_given_to_nobody_out_of_the_area()
    {
        var elder = await SettledAsync("บุญมี");
        var here = await EnterAsync(elder.MemberId);
        Assert.Empty(await Portal.Read(db => db.IssueSlipsAsync([elder.MemberId], People.FromKhuMueang, Now, Stop)));
        Assert.NotNull(await BehindAsync(here));

        await Portal.Run(db => db.IssueSlipsAsync([elder.MemberId], People.InRole(Role.CdWorker, "3104"), Now, Stop));

        Assert.Null(await BehindAsync(here));
        Assert.Null((await TryAsync(elder.Number, Own)).MemberId);
        Assert.Equal(0, await Portal.Read(db => db.Devices.CountAsync(Stop)));
    }

    [Fact]
    public async Task No_PIN_stands_in_the_database_as_it_is()
    {
        var slip = await EnrolAsync("บุญมี");
        var hash = await Portal.Read(db => db.Pins.Select(p => p.Hash).SingleAsync(Stop));
        Assert.DoesNotContain(slip.Pin, hash, StringComparison.Ordinal);
        // Version 3 of ASP.NET Core Identity: HMAC-SHA512, 100,000 rounds, 16 bytes of salt.
        Assert.Equal("0100000002000186A000000010", Convert.ToHexString(Convert.FromBase64String(hash))[..26]);
    }

    private Task ChangeAsync(OpenedSession here, string old, string pin) => Portal.Run(db => db.ChangePinAsync(here.MemberId, here.DeviceId, old, pin, pin, Now, Stop));
}
