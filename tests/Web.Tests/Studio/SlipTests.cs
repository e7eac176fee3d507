using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

[Collection(WritersPortal.Name)]
public sealed class SlipTests(Support.Portal portal)
{
    // What nginx takes in one line of a header unless it is told otherwise.
    private const int LongestHeader = 8_000;

    [Fact]
    public async Task As_many_slips_as_are_allowed_go_to_the_printer_through_a_proxy_and_once()
    {
        var ids = await portal.AskAsync(db => db.InTransaction(
            async () =>
            {
                var members = Enumerable.Range(0, Pins.MostSlips).Select(i => Member.Join($"นางสาวสมหญิงที่{i} วงศ์ประเสริฐสุขสวัสดิ์", Role.Villager, "310401", Actor.System, TimeProvider.System.GetUtcNow())).ToList();
                db.Members.AddRange(members);
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                return members.ConvertAll(m => m.Id);
            },
            TestContext.Current.CancellationToken));
        using var head = await portal.MemberAsync("มานพ");
        var token = (await head.GetAsync("/account")).Value("__RequestVerificationToken");
        (string, string)[] fields = [("__RequestVerificationToken", token), .. ids.Select(id => ("members", id.ToString()))];

        Assert.Equal("/studio/members/slips", (await head.PostAsync("/studio/members/slips", fields)).Location);

        Assert.InRange(head.Cookies.GetCookieHeader(new Uri(portal.Address, "/studio/members/slips")).Length, 1, LongestHeader);
        var printed = await head.GetAsync("/studio/members/slips");
        Assert.Equal(Pins.MostSlips, printed.Document.QuerySelectorAll(".slip").Length);
        Assert.All(printed.Document.QuerySelectorAll(".slip"), slip => Assert.Matches("นางสาวสมหญิงที่[0-9]+ .*[0-9]{3}-[0-9]{4}.*[0-9]{3} [0-9]{3} ", Answer.Squeeze(slip.TextContent)));
        Assert.Empty((await head.GetAsync("/studio/members/slips")).Document.QuerySelectorAll(".slip"));

        // One too many is refused before anything is done.
        await head.PostAsync("/studio/members/slips", [.. fields, ("members", (await portal.MemberIdAsync("บุญมี")).ToString())]);
        Assert.Contains("1 ถึง 60", (await head.GetAsync("/studio/members")).Main, StringComparison.Ordinal);
    }
}
