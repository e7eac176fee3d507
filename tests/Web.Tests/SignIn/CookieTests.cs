using System.Globalization;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>What a browser gets to keep, and what becomes of it.</summary>
[Collection(WritersPortal.Name)]
public sealed class CookieTests(Support.Portal portal)
{
    private const string Own = "407193";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_device_of_ones_own_is_remembered_and_a_borrowed_one_forgets_with_the_browser(bool own)
    {
        using var elder = new Visitor(portal.Address, Addresses.Next());
        var answer = await SignInAsync(elder, await SettledAsync(), own);
        var cookies = answer.Headers.GetValues("Set-Cookie").Select(c => c.ToLowerInvariant()).ToDictionary(c => c.Split('=')[0]);
        foreach (var (name, path) in new[] { ("session", "path=/"), ("device", "path=/sign-in") })
        {
            var parts = cookies[name].Split("; ");
            Assert.Contains(path, parts);
            Assert.Contains("httponly", parts);
            Assert.Contains("samesite=lax", parts);
            Assert.Equal(own, parts.Any(p => p.StartsWith("expires=", StringComparison.Ordinal) || p.StartsWith("max-age=", StringComparison.Ordinal)));
        }

        if (own)
        {
            Assert.Contains("max-age=7776000", cookies["device"], StringComparison.Ordinal);
            var expires = DateTimeOffset.Parse(cookies["session"].Split("expires=")[1].Split(';')[0], CultureInfo.InvariantCulture);
            Assert.InRange(expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(89), TimeSpan.FromDays(90));
        }

        var account = await elder.GetAsync("/account");
        Assert.Equal(!own, account.Main.Contains("เครื่องยืม", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_begins_with_an_id_that_nobody_could_have_put_there()
    {
        var slip = await SettledAsync();
        using var elder = new Visitor(portal.Address, Addresses.Next());
        await SignInAsync(elder, slip, true);
        var first = Session(elder);
        elder.Cookies.Add(portal.Address, new System.Net.Cookie("session", "planted"));
        Assert.Equal(302, (await elder.OnceAsync("/account")).Status);
        await SignInAsync(elder, slip, true);
        Assert.NotEqual("planted", Session(elder));

        // The same device again is another session, and the first one is over.
        using var thief = new Visitor(portal.Address);
        thief.Cookies.Add(portal.Address, new System.Net.Cookie("session", first));
        Assert.Equal(302, (await thief.OnceAsync("/account")).Status);
        Assert.Equal(200, (await elder.OnceAsync("/account")).Status);
        Assert.Equal(1, await portal.AskAsync(db => db.Devices.CountAsync(d => d.MemberId == slip.MemberId)));
    }

    [Theory]
    [InlineData("ออกจากระบบทุกเครื่อง")]
    [InlineData("ออกจากระบบ")]
    [InlineData("ออกและลืมเครื่องนี้")]
    public async Task A_stolen_cookie_is_worth_nothing_after_signing_out(string button)
    {
        using var elder = new Visitor(portal.Address, Addresses.Next());
        await SignInAsync(elder, await SettledAsync(), true);
        using var thief = new Visitor(portal.Address);
        thief.Cookies.Add(portal.Address, new System.Net.Cookie("session", Session(elder)));
        Assert.Equal(200, (await thief.OnceAsync("/account")).Status);

        var account = await elder.GetAsync("/account");
        await elder.PressAsync(account, account.Buttons().First(b => b == button));

        Assert.Equal(302, (await thief.OnceAsync("/account")).Status);
        Assert.Equal(302, (await elder.OnceAsync("/account")).Status);
    }

    [Fact]
    public async Task Keys_lie_in_the_database_and_another_process_opens_what_this_one_sealed()
    {
        Assert.NotEqual(0, await portal.AskAsync(db => db.KeyRingKeys.CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(portal.DataFolder, "key-*.xml", SearchOption.AllDirectories));
        using var elder = new Visitor(portal.Address, Addresses.Next());
        await SignInAsync(elder, await SettledAsync(), true);

        // The database as another node would have it; a folder serves one process.
        using var folder = new Processes.TempFolder();
        var setup = new Processes.PortalSetup(folder.Sub("data")) { Content = "off" };
        var copy = Path.Combine(setup.DataFolder, "portal.db");
        await portal.AskAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        await using var other = await Processes.PortalProcess.StartAsync(setup);
        using var there = new Visitor(other.Address);
        there.Cookies.Add(other.Address, new System.Net.Cookie("session", Session(elder)));
        Assert.Equal(200, (await there.OnceAsync("/account")).Status);
    }

    private string Session(Visitor elder) => elder.Cookies.GetCookies(portal.Address)["session"]!.Value;

    private static async Task<Answer> SignInAsync(Visitor elder, Slip slip, bool own)
    {
        var answer = await elder.PressOnceAsync(
            await elder.GetAsync("/sign-in"), "เข้าสู่ระบบ", ("Form.Number", slip.Number), ("Form.Pin", Own), ("Form.Remember", own ? "true" : null));
        Assert.Equal((302, "/studio"), (answer.Status, answer.Location));
        return answer;
    }

    private async Task<Slip> SettledAsync()
    {
        var slip = await portal.EnrolAsync("สมหมาย ผู้ทดลอง", Role.Villager, "310401");
        await portal.ChooseAsync(slip, Own);
        return slip;
    }
}
