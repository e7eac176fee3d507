using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Site.Cards;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>What goes along when a page is shared (feature V26).</summary>
[Collection(ReadersPortal.Name)]
public sealed class CardTests(Support.Portal portal)
{
    [Fact]
    public async Task Every_public_page_says_what_is_shared_with_it_and_its_card_is_there()
    {
        using var visitor = portal.Visitor();
        var drawn = new HashSet<string>();
        foreach (var (path, page) in await portal.SiteAsync())
        {
            string? Meta(string name) => page.Document.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
            Assert.Equal(Meta("description"), Meta("og:description"));
            Assert.True(Meta("og:title") is { Length: > 0 } && Meta("og:type") is "article" or "profile" or "website", path);
            Assert.Equal(("1200", "630", "summary_large_image"), (Meta("og:image:width"), Meta("og:image:height"), Meta("twitter:card")));
            Assert.False(string.IsNullOrEmpty(Meta("og:image:alt")));
            var card = new Uri(Meta("og:image")!);
            Assert.Equal(portal.Address.Authority, card.Authority);
            // Drawing hundreds would only be slow: one of each kind.
            if (drawn.Add(string.Join('/', card.AbsolutePath.Split('/').SkipLast(1))))
            {
                var picture = await visitor.OnceAsync(card.PathAndQuery);
                Assert.True(picture.Status == 200, $"{path}: {card} answers {picture.Status}");
                Assert.Equal("image/png", picture.Header("Content-Type"));
                Assert.InRange(picture.Body.Length, 10_000, 150_000);
                using var image = NetVips.Image.NewFromBuffer(picture.Body);
                Assert.Equal((1200, 630), (image.Width, image.Height));
                // The theme's paper by day; a palette may move it a little.
                Assert.All(image.Getpoint(3, 3).Zip([0xFA, 0xF5, 0xEA]), c => Assert.InRange(c.First, c.Second - 4, c.Second + 4));
            }
        }

        Assert.Superset(new HashSet<string> { "/cards", "/cards/lessons", "/cards/articles", "/cards/sages", "/cards/centres", "/cards/topics" }, drawn);
    }

    [Fact]
    public async Task A_card_of_a_person_is_asked_for_each_time_others_are_kept()
    {
        using var visitor = portal.Visitor();
        Assert.Equal((true, TimeSpan.FromMinutes(1)), Kept(await visitor.OnceAsync("/cards/sages/m7kq4.png")));
        var topic = await visitor.OnceAsync("/cards/topics/ดิน.png");
        Assert.Equal((false, TimeSpan.FromHours(1)), Kept(topic));
        Assert.Equal(304, (await visitor.OnceAsync("/cards/topics/ดิน.png?v=9", ("If-None-Match", topic.Header("ETag")!))).Status);
    }

    private static (bool IsPrivate, TimeSpan? Age) Kept(Answer answer) => (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.MaxAge);

    [Theory]
    [InlineData("/cards/sages/k4vz6.png")]
    [InlineData("/cards/sages/sage-kaew.png")]
    [InlineData("/cards/lessons/ไม่มี.png")]
    [InlineData("/cards/areas/31.png")]
    [InlineData("/cards/nothing.png")]
    public async Task What_has_no_page_has_no_card(string path)
    {
        using var visitor = portal.Visitor();
        Assert.Equal(404, (await visitor.OnceAsync(path)).Status);
    }

    [Fact]
    public void Letters_are_drawn_and_hostile_names_do_no_harm()
    {
        var painter = portal.Services.GetRequiredService<CardPainter>();
        var plain = painter.Draw(new ShareCard("nong", "บทเรียน", "", ""), "โคก หนอง นา");
        var seen = new HashSet<string>();
        foreach (var title in (string[])["ปู่ทำที่ญี่ปุ่น ฎีกา กตัญญู", "</text><image href=\"/etc/passwd\"/>", "&amp; &#0; \u0000\u0007\uFFFF", new string('ก', 200), new string('W', 200), "🌾🌾🌾", "ํ"])
        {
            var card = painter.Draw(new ShareCard("na", title, title, title), title);
            Assert.NotEqual(plain, card);
            Assert.True(seen.Add(Convert.ToHexString(card)));
        }
    }

    [Theory]
    [InlineData("ปุ๋ยหมักกองสามเหลี่ยมไม่ต้องกลับกอง", 12)]
    [InlineData("เริ่มแบบเพื่อนรับรอง (PGS) ก่อนปลูก", 10)]
    [InlineData("กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", 5)]
    [InlineData("ที่ปู่ญี่ปุ่นฎีกากตัญญูน้ำ", 4)]
    public void Lines_break_between_words_and_lose_nothing(string text, int width)
    {
        // A mark takes no room of its own.
        static double Width(string part) => part.EnumerateRunes().Count(r => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(r.ToString(), 0) != System.Globalization.UnicodeCategory.NonSpacingMark);
        var lines = ThaiLines.Break(text, width, 50, Width);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(Width(l) <= width && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(l[0]) != System.Globalization.UnicodeCategory.NonSpacingMark && l[^1] != '(', l));
        var cut = ThaiLines.Break(text, width, 2, Width);
        Assert.Equal(2, cut.Count);
        Assert.EndsWith("…", cut[1], StringComparison.Ordinal);
        Assert.True(Width(cut[1]) <= width);
    }
}

/// <summary>Consent and publication, asked for on each request.</summary>
[Collection(WritersPortal.Name)]
public sealed class CardConsentTests(Support.Portal portal)
{
    [Fact]
    public async Task A_card_goes_with_the_consent_and_with_the_publication()
    {
        using var visitor = portal.Visitor();
        var code = await portal.AskAsync(async db => await db.InTransaction(
            async () =>
            {
                var sage = KhokNongNa.Portal.Network.Sage.Create("sage-of-the-card", null);
                sage.Write(new("นางการ์ด ใบเดียว", "310427", new(), new()), "", Actor.System, TimeProvider.System.GetUtcNow(), CheckState.Accepted);
                db.Sages.Add(sage);
                db.Consents.Add(sage.Consent(new(ConsentPurpose.Profile, new DateOnly(2026, 11, 1), ConsentMethod.Paper), Actor.System, TimeProvider.System.GetUtcNow()));
                sage.Publish(mayBeShown: true, Actor.System, TimeProvider.System.GetUtcNow());
                await db.SaveChangesAsync();
                return sage.Code;
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(200, (await visitor.OnceAsync($"/cards/sages/{code}.png")).Status);
        await portal.AskAsync(async db => await db.InTransaction(
            async () =>
            {
                var sage = await db.Sages.SingleAsync(s => s.Code == code);
                sage.Withdraw(await db.Consents.SingleAsync(c => c.SageId == sage.Id), Actor.System, TimeProvider.System.GetUtcNow());
                await db.SaveChangesAsync();
                return true;
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(404, (await visitor.OnceAsync($"/cards/sages/{code}.png")).Status);

        var entry = await portal.PublishedAsync("บทเรียนที่มีการ์ด");
        var card = $"/cards{entry.Link("ดูหน้าที่เผยแพร่")}.png";
        Assert.Equal(200, (await visitor.OnceAsync(card)).Status);
        using var head = await portal.MemberAsync("มานพ");
        await head.PressAsync(await head.GetAsync(entry.Path), "เลิกเผยแพร่");
        Assert.Equal(404, (await visitor.OnceAsync(card)).Status);
    }

    [Fact]
    public async Task A_hostile_title_stays_inside_the_facts_for_machines()
    {
        const string Title = "</script><script>alert(1)</script>“'\"&<!--";
        var entry = await portal.PublishedAsync(Title);
        using var visitor = portal.Visitor();
        var page = await visitor.GetAsync(entry.Link("ดูหน้าที่เผยแพร่"));
        Security.MarkupTests.AssertClean(page);
        var data = Assert.Single(page.Document.QuerySelectorAll("script"));
        Assert.Equal(Title, System.Text.Json.JsonDocument.Parse(data.TextContent).RootElement.GetProperty("@graph")[0].GetProperty("name").GetString());
    }
}
