using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A sage's own switchboard, without script (S07); in a portal of its own, for it links a member.</summary>
public sealed class OwnConsentPageTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    [Fact]
    public async Task A_sage_decides_alone_and_over_nobody_else()
    {
        using var self = await portal.MemberAsync("คำปัน");
        Assert.Equal(404, (await self.GetAsync("/account/consents")).Status);
        Assert.Equal(404, (await self.GetAsync("/account/consents/preview")).Status);

        var (mine, theirs) = (await portal.AddSageAsync("นายคำปัน ตัวจริง", [ConsentPurpose.Profile]), await portal.AddSageAsync("นางคนอื่น ไกลตา", [ConsentPurpose.Profile]));
        await portal.LinkAsync("คำปัน", mine);
        await portal.AddContactAsync(mine, ContactChannel.Phone, "0812345678", Visibility.Staff);
        var other = await portal.AddContactAsync(theirs, ContactChannel.Phone, "0898765432", Visibility.Staff);
        await portal.AskAsync(db => db.LookAtContactsAsync(mine.Id, Actor.System with { Id = Guid.CreateVersion7() }, TimeProvider.System.GetUtcNow(), default));

        var page = await self.ClickAsync(await self.GetAsync("/account"), "ความยินยอมและช่องทางติดต่อ");
        Assert.Contains("หน้าของท่านอยู่บนเว็บแล้ว", page.Main, StringComparison.Ordinal);
        Assert.Contains("081-234-5678", page.Main, StringComparison.Ordinal);
        Assert.Contains("เจ้าหน้าที่ที่ดูช่องทางติดต่อของฉัน (1 ครั้ง)", page.Main, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);

        // The page has a button for each purpose; the posted name says which.
        var token = page.Value("__RequestVerificationToken");
        page = await Post("give", ("purpose", "phone"));
        Assert.Contains("ยินยอมเรื่องเบอร์โทรและช่องทางติดต่อแล้ว", page.Main, StringComparison.Ordinal);
        page = await self.PressAsync(page, "บันทึก", ("visibility", "Public"));
        Assert.Contains("ตั้งเป็นสาธารณะแล้ว", page.Main, StringComparison.Ordinal);
        Assert.Single(await portal.AskAsync(db => db.ContactsForAsync(mine.Id, ContactReader.Anybody, default)));

        Assert.Contains("หน้านี้เผยแพร่แล้ว", (await self.GetAsync("/account/consents/preview")).Main, StringComparison.Ordinal);
        page = await Post("withdraw", ("purpose", "profile"));
        Assert.Contains("ไม่มีหน้าของท่านบนเว็บ", page.Main, StringComparison.Ordinal);
        Assert.Equal(404, (await self.OnceAsync($"/sages/{mine.Code}")).Status);
        Assert.Empty(await portal.AskAsync(db => db.ContactsForAsync(mine.Id, ContactReader.Member, default)));
        Assert.Contains("ยังขาด ความยินยอมเรื่องเผยแพร่ชื่อและประวัติ", (await self.GetAsync("/account/consents/preview")).Main, StringComparison.Ordinal);
        page = await Post("give", ("purpose", "profile"));
        Assert.Contains("รอเจ้าหน้าที่เผยแพร่", page.Main, StringComparison.Ordinal);

        // Somebody else's channel is not there, nor are the office's pages.
        Assert.Equal(404, (await Post("show", ("contact", other.ToString()), ("visibility", "Public"))).Status);
        Assert.Equal(404, (await Post("give", ("purpose", "0"))).Status);
        foreach (var sage in (Sage[])[mine, theirs])
        {
            Assert.Equal(404, (await self.GetAsync($"/studio/sages/{sage.Id}/consents")).Status);
            Assert.Equal(404, (await self.PostAsync($"/studio/sages/{sage.Id}/consents/profile/withdrawal", [("__RequestVerificationToken", token)])).Status);
        }

        Assert.True(await portal.AskAsync(db => db.HasConsentAsync(theirs.Id, ConsentPurpose.Profile, default)));
        Assert.Equal(Visibility.Staff, await portal.AskAsync(db => db.SageContacts.Where(c => c.Id == other).Select(c => c.Visibility).SingleAsync()));

        async Task<Answer> Post(string act, params (string, string)[] fields)
        {
            var answer = await self.PostAsync($"/account/consents/acts/{act}", [.. fields, ("__RequestVerificationToken", token)]);
            return answer.Location is { } next ? await self.GetAsync(next) : answer;
        }
    }
}
