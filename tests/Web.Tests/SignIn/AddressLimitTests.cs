using System.Net;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>How often one address may send sign-in forms. Alone on its portal, whose addresses are used up here.</summary>
public sealed class AddressLimitTests(AddressLimitTests.Fixture portal) : IClassFixture<AddressLimitTests.Fixture>
{
    public sealed class Fixture : Support.Portal;

    [Fact]
    public async Task One_address_is_slowed_in_Thai_and_another_is_not()
    {
        using var village = new Visitor(portal.Address, IPAddress.Parse("127.0.0.77"));
        var page = await village.GetAsync("/sign-in");
        Answer answer;
        var sent = 0;
        do
        {
            answer = await village.PressAsync(page, "เข้าสู่ระบบ", ("Form.Number", "1"));
            sent++;
        }
        while (answer.Status == 200 && sent < 100);

        Assert.Equal((429, "มีคนใช้พร้อมกันมาก"), (answer.Status, answer.Heading));
        Assert.True(sent > 40, $"Refused after {sent}: a village shares an address.");
        // Reading goes on, and so do other addresses.
        Assert.Equal(200, (await village.OnceAsync("/sign-in")).Status);
        Assert.Equal(200, (await village.OnceAsync("/lessons")).Status);
        using var other = new Visitor(portal.Address, IPAddress.Parse("127.0.0.78"));
        Assert.Equal(200, (await other.PressAsync(await other.GetAsync("/sign-in"), "เข้าสู่ระบบ", ("Form.Number", "1"))).Status);
    }
}
