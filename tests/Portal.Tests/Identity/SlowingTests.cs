using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Identity;

/// <summary>How wrong tries are slowed.</summary>
public sealed class SlowingTests(TestDatabases databases) : IdentityTest(databases)
{
    [Fact]
    public async Task After_five_wrong_tries_waits_grow_and_a_good_PIN_waits_too()
    {
        var elder = await SettledAsync("บุญมี");
        for (var i = 0; i < SignInLimits.FreeTries; i++)
        {
            Assert.Equal(new PinAnswer(null, false, null), await TryAsync(elder.Number, Wrong));
        }

        foreach (var seconds in (int[])[30, 60, 120, 240, 480, 900])
        {
            var wait = TimeSpan.FromSeconds(seconds);
            Assert.Equal(new PinAnswer(null, false, wait), await TryAsync(elder.Number, Own));
            Pass(wait - TimeSpan.FromSeconds(1));
            Assert.Equal(TimeSpan.FromSeconds(1), (await TryAsync(elder.Number, Own)).Wait);
            Pass(TimeSpan.FromSeconds(1));
            Assert.Equal(new PinAnswer(null, false, null), await TryAsync(elder.Number, Wrong));
        }

        Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(new PinAnswer(elder.MemberId, false, null), await TryAsync(elder.Number, Own));
        await EnterAsync(elder.MemberId);
        Assert.Empty(await CountersAsync());
        Assert.Equal(1, (await VerbsInJournal()).Count(v => v == "member slowed"));
    }

    [Fact]
    public async Task A_number_that_nobody_has_answers_and_counts_like_one_that_somebody_has()
    {
        var known = (await SettledAsync("บุญมี")).Number;
        var closed = await SettledAsync("ทองดี");
        await OnAsync(closed.MemberId, Actor.System, m => m.Close(Actor.System, Now));
        string unknown;
        do
        {
            unknown = SignInNumber.Draw();
        }
        while (unknown == known || unknown == closed.Number);

        List<(PinAnswer Answer, SignInTry Row)>[] told = [[], [], []];
        string[] numbers = [known, unknown, closed.Number];
        for (var i = 0; i < 8; i++)
        {
            for (var j = 0; j < numbers.Length; j++)
            {
                var answer = await TryAsync(numbers[j], Wrong);
                told[j].Add((answer, Assert.Single(await CountersAsync(), t => t.Key == SignInTry.OfNumber(numbers[j]))));
            }
        }

        foreach (var other in told[1..])
        {
            Assert.Equal(told[0].Select(t => t.Answer), other.Select(t => t.Answer));
            Assert.Equal(told[0].Select(t => (t.Row.Failures, t.Row.Since, t.Row.LastAt, t.Row.NotBefore)), other.Select(t => (t.Row.Failures, t.Row.Since, t.Row.LastAt, t.Row.NotBefore)));
        }
    }

    [Fact]
    public async Task A_known_device_has_a_counter_of_its_own_and_strangers_do_not_slow_it()
    {
        var elder = await SettledAsync("บุญมี");
        var phone = Proof(await EnterAsync(elder.MemberId));
        for (var i = 0; i < 6; i++)
        {
            await TryAsync(elder.Number, Wrong);
        }

        Assert.NotNull((await TryAsync(elder.Number, Own)).Wait);
        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Own, phone)).MemberId);
        await EnterAsync(elder.MemberId, phone);
        // Signing in on the phone does not free the guesser.
        Assert.NotNull((await TryAsync(elder.Number, Own)).Wait);

        for (var i = 0; i < SignInLimits.FreeTries; i++)
        {
            Assert.Null((await TryAsync(elder.Number, Wrong, phone)).Wait);
        }

        Assert.Equal(TimeSpan.FromSeconds(30), (await TryAsync(elder.Number, Own, phone)).Wait);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("member")]
    [InlineData("borrowed")]
    [InlineData("revoked")]
    [InlineData("old")]
    public async Task What_only_pretends_to_be_a_known_device_counts_as_strange(string how)
    {
        var elder = await SettledAsync("บุญมี");
        var other = how == "member" ? (await SettledAsync("ทองดี")).MemberId : elder.MemberId;
        var opened = await EnterAsync(other, remember: how != "borrowed");
        var proof = how == "secret" ? new(opened.DeviceId, new string('0', 64)) : Proof(opened);
        if (how == "revoked")
        {
            await Portal.Run(db => db.RevokeDeviceAsync(elder.MemberId, opened.DeviceId, Actor.System, Now, Stop));
        }
        else if (how == "old")
        {
            Pass(Device.Remembered);
        }

        await TryAsync(elder.Number, Wrong, proof);

        Assert.Equal([SignInTry.OfNumber(elder.Number), SignInTry.Site], (await CountersAsync()).Select(t => t.Key));
    }

    [Fact]
    public async Task Fifty_guesses_at_once_are_no_more_than_five()
    {
        var elder = await SettledAsync("บุญมี");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryAsync(elder.Number, Wrong)));

        Assert.Equal(SignInLimits.FreeTries, answers.Count(a => a.Wait is null));
        Assert.All(answers, a => Assert.Null(a.MemberId));
    }

    [Fact]
    public async Task When_the_site_is_flooded_strange_devices_take_turns_and_known_ones_do_not()
    {
        var elder = await SettledAsync("บุญมี");
        var phone = Proof(await EnterAsync(elder.MemberId));
        await Portal.Write(db => db.SignInTries.Add(new SignInTry { Key = SignInTry.Site, Failures = SignInLimits.SiteTries - 1, Since = Now, LastAt = Now }));
        string[] numbers = [SignInNumber.Draw(), SignInNumber.Draw(), SignInNumber.Draw()];

        Assert.Null((await TryAsync(numbers[0], Wrong)).Wait);
        Assert.False(await Portal.Read(db => db.IsFloodedAsync(Now, Stop)));
        Assert.Null((await TryAsync(numbers[1], Wrong)).Wait);
        Assert.True(await Portal.Read(db => db.IsFloodedAsync(Now, Stop)));
        Assert.Equal(SignInLimits.SiteTurn, (await TryAsync(numbers[2], Wrong)).Wait);
        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Own, phone)).MemberId);
        Pass(SignInLimits.SiteTurn);
        Assert.Null((await TryAsync(numbers[2], Wrong)).Wait);
        Assert.Equal(1, (await VerbsInJournal()).Count(v => v.EndsWith("sign-in-flooded", StringComparison.Ordinal)));

        Pass(SignInLimits.SiteWindow);
        Assert.False(await Portal.Read(db => db.IsFloodedAsync(Now, Stop)));
        Assert.Null((await TryAsync(numbers[1], Wrong)).Wait);
        Assert.Null((await TryAsync(numbers[2], Wrong)).Wait);
    }

    [Fact]
    public async Task Who_signs_in_well_does_not_count_towards_a_flood()
    {
        var elder = await SettledAsync("บุญมี");
        await TryAsync(SignInNumber.Draw(), Wrong);
        await TryAsync(elder.Number, Wrong);
        await TryAsync(elder.Number, Own);
        await EnterAsync(elder.MemberId);
        Assert.Equal(1, Assert.Single(await CountersAsync(), t => t.Key == SignInTry.Site).Failures);
    }

    [Fact]
    public async Task An_officer_lets_somebody_try_again_at_once()
    {
        var elder = await SettledAsync("บุญมี");
        var phone = Proof(await EnterAsync(elder.MemberId));
        for (var i = 0; i < SignInLimits.FreeTries; i++)
        {
            await TryAsync(elder.Number, Wrong);
            await TryAsync(elder.Number, Wrong, phone);
        }

        Assert.Equal("member.none", await Refused(() => Portal.Run(db => db.UnlockAsync(elder.MemberId, People.FromKhuMueang, Now, Stop))));
        await Portal.Run(db => db.UnlockAsync(elder.MemberId, People.InRole(Role.CdWorker, "3104"), Now, Stop));

        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Own)).MemberId);
        Assert.Equal(elder.MemberId, (await TryAsync(elder.Number, Own, phone)).MemberId);
        Assert.Contains("member unlocked", await VerbsInJournal());
    }

    [Fact]
    public async Task Counters_of_yesterday_are_swept_out()
    {
        await TryAsync(SignInNumber.Draw(), Wrong);
        Pass(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        var number = SignInNumber.Draw();
        await TryAsync(number, Wrong);
        Assert.Equal([SignInTry.OfNumber(number), SignInTry.Site], (await CountersAsync()).Select(t => t.Key));
    }

    private async Task<List<SignInTry>> CountersAsync() =>
        [.. (await Portal.Read(db => db.SignInTries.AsNoTracking().Where(t => t.Failures > 0).ToListAsync(Stop))).OrderBy(t => t.Key, StringComparer.Ordinal)];
}
