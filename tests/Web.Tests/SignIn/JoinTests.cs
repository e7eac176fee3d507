using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>Becoming a villager member, in a portal whose administrator allows that.</summary>
public sealed class JoinTests : ProviderTest
{
    private readonly Visitor _browser;

    public JoinTests(ProviderPortal all)
        : base(all) => _browser = all.OpenPortal.Visitor();

    [Fact]
    public async Task Somebody_whom_only_the_provider_knows_becomes_a_villager_of_their_tambon_and_nothing_more()
    {
        var form = await ToTheFormAsync();
        Assert.Equal(Person.Name, form.Value("name"));
        var wrong = await _browser.PressAsync(form, "สมัครเป็นสมาชิก", ("name", "บุญชู อยู่ดี"));
        Assert.Equal("โปรดเลือกตำบลที่ท่านอยู่", wrong.Document.QuerySelector("#Area-error")?.TextContent);
        Assert.Equal("บุญชู อยู่ดี", wrong.Value("name"));
        wrong = await _browser.PressAsync(wrong, "สมัครเป็นสมาชิก", ("name", " "), ("tambon", "310402"));
        Assert.NotNull(wrong.Document.QuerySelector("#Name-error"));
        Assert.Equal("310402", wrong.Value("tambon"));

        var answer = await _browser.PressOnceAsync(wrong, "สมัครเป็นสมาชิก", ("name", "บุญชู อยู่ดี"));
        Assert.Equal((302, "/lessons"), (answer.Status, answer.Location));
        var member = await All.OpenPortal.AskAsync(db => db.Members.SingleAsync(m => m.Name == "บุญชู อยู่ดี", Stop));
        var role = Assert.Single(member.Roles);
        Assert.Equal((Role.Villager, "310402", (DateOnly?)null), (role.Role, role.Area, role.Until));
        Assert.NotNull(SignInNumber.Parse(member.SignInNumber));
        Assert.Equal(
            ["joined", "login-linked", "signed-in"],
            await All.OpenPortal.AskAsync(db => db.Journal.Where(h => h.SubjectId == member.Id).OrderBy(h => h.Seq).Select(h => h.Verb).ToListAsync(Stop)));
        // In, and a villager has an account only.
        Assert.Equal("/account", (await _browser.OnceAsync("/studio")).Location);
    }

    [Theory]
    [InlineData("310403")]
    [InlineData("3104")]
    [InlineData("31")]
    [InlineData("")]
    [InlineData("<b>")]
    public async Task No_other_area_will_do(string area)
    {
        var form = await ToTheFormAsync();
        var wrong = await _browser.PressAsync(form, "สมัครเป็นสมาชิก", ("tambon", area), ("name", "บุญชู หลงที่"));
        Assert.Equal("โปรดเลือกตำบลที่ท่านอยู่", wrong.Document.QuerySelector("#Area-error")?.TextContent);
        Assert.False(await All.OpenPortal.AskAsync(db => db.Members.AnyAsync(m => m.Name == "บุญชู หลงที่", Stop)));
    }

    [Fact]
    public async Task Sending_the_form_twice_makes_one_member()
    {
        var form = await ToTheFormAsync();
        var answers = await Task.WhenAll(
            _browser.PressOnceAsync(form, "สมัครเป็นสมาชิก", ("name", "บุญชู สองครั้ง"), ("tambon", "310401")),
            _browser.PressOnceAsync(form, "สมัครเป็นสมาชิก", ("name", "บุญชู สองครั้ง"), ("tambon", "310401")));
        Assert.All(answers, a => Assert.Equal(302, a.Status));
        Assert.Equal(1, await All.OpenPortal.AskAsync(db => db.Members.CountAsync(m => m.Name == "บุญชู สองครั้ง", Stop)));
    }

    [Fact]
    public async Task Without_a_provider_s_word_nobody_joins()
    {
        var answer = await _browser.OnceAsync("/sign-in/join");
        Assert.Equal((302, "/sign-in/refused/late"), (answer.Status, answer.Location));
    }

    private async Task<Answer> ToTheFormAsync()
    {
        var page = await _browser.TravelAsync("/sign-in/with/home?back=/lessons");
        Assert.Equal((200, "ยังไม่ได้เป็นสมาชิก"), (page.Status, page.Heading));
        var district = await _browser.PressAsync(page, "ต่อไป", ("in", "31"));
        return await _browser.PressAsync(district, "ต่อไป", ("in", "3104"));
    }
}
