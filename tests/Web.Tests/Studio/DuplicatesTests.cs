using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>People who are twice in the register, in a portal of its own.</summary>
public sealed class DuplicatesTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    [Fact]
    public async Task Who_enters_somebody_known_is_asked_first_and_nothing_typed_is_lost()
    {
        var known = await EnterAsync("จำปี ทองประเสริฐ", "310427");
        using var worker = await portal.MemberAsync("สายใจ");

        var asked = await NewAsync(worker, "จำปี่ ทองประเสริฐ");

        Assert.Contains("ชื่อเหมือนกัน ต่างวรรณยุกต์หรือการเว้นวรรค · ตำบลเดียวกัน", asked.Main, StringComparison.Ordinal);
        Assert.NotNull(asked.Document.QuerySelector($"a[href='/studio/sages/{known}'][target=_blank]"));
        Assert.Equal(("จำปี่ ทองประเสริฐ", "ใจเย็น"), (asked.Document.QuerySelector("#name")!.GetAttribute("value"), asked.Document.QuerySelector("#summary")!.TextContent.Trim()));
        Assert.Equal(1, await CountAsync("ทองประเสริฐ"));

        var saved = await worker.PressAsync(asked, "คนละคน บันทึกต่อ");
        Assert.Equal("จำปี่ ทองประเสริฐ", saved.Heading);
        Assert.Equal("ใจเย็น", await portal.AskAsync(async db => (await db.Sages.SingleAsync(s => s.Name == "จำปี่ ทองประเสริฐ")).Profile.Summary));
        Assert.DoesNotContain("จำปี", (await worker.GetAsync("/studio/sages/duplicates")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_somebody_in_another_district_only_the_district_is_told()
    {
        var known = await EnterAsync("ลำดวน แสงอรุณ", "310201");
        using var worker = await portal.MemberAsync("สายใจ");

        var asked = await NewAsync(worker, "ลำดวน แสงอรุณ");

        var told = asked.Document.QuerySelector("section[role=alert]")!;
        Assert.Contains("มีรายการคล้ายกันใน อ.คูเมือง โปรดติดต่อ สพอ. นั้น", Answer.Squeeze(told.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("ลำดวน", told.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(known.ToString(), asked.Html, StringComparison.Ordinal);
        Assert.Equal("ลำดวน แสงอรุณ", (await worker.PressAsync(asked, "คนละคน บันทึกต่อ")).Heading);
    }

    [Fact]
    public async Task A_pair_is_told_apart_on_the_spot_and_not_asked_about_again()
    {
        await EnterAsync("พิกุล ศรีนวล", "310427");
        await EnterAsync("พิกุล ศรีนวน", "310427");
        using var head = await portal.MemberAsync("มานพ");
        using var other = await portal.MemberAsync("ประเสริฐ");
        Assert.DoesNotContain("พิกุล", (await other.GetAsync("/studio/sages/duplicates")).Main, StringComparison.Ordinal);

        var page = await head.ClickAsync(await head.GetAsync("/studio/sages"), "ดูรายการที่อาจซ้ำกัน");
        var pair = page.Document.QuerySelectorAll("section").Single(s => s.TextContent.Contains("พิกุล", StringComparison.Ordinal));
        Assert.Contains("ชื่อออกเสียงเหมือนกัน · ตำบลเดียวกัน", Answer.Squeeze(pair.TextContent), StringComparison.Ordinal);
        string Value(string name) => pair.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var token = page.Value("__RequestVerificationToken");
        Assert.Equal(404, (await other.PostAsync("/studio/sages/duplicates", [("one", Value("one")), ("other", Value("other")), ("__RequestVerificationToken", (await other.GetAsync("/account")).Value("__RequestVerificationToken"))])).Status);

        Assert.Equal(302, (await head.PostAsync("/studio/sages/duplicates", [("one", Value("one")), ("other", Value("other")), ("__RequestVerificationToken", token)])).Status);
        Assert.DoesNotContain("พิกุล", (await head.GetAsync("/studio/sages/duplicates")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_records_become_one_and_every_sign_leads_there()
    {
        var kept = await PublicAsync("นายบุญส่ง พันธุ์ดี", "310427");
        var other = await PublicAsync("บุญส่ง พันธ์ดี", "310427");
        using var reader = portal.Visitor();
        Assert.Equal(200, (await reader.GetAsync($"/sages/{other.Code}")).Status);
        using var head = await portal.MemberAsync("มานพ");
        using var stranger = await portal.MemberAsync("ประเสริฐ");
        Assert.Equal(404, (await stranger.GetAsync($"/studio/sages/{kept.Id}/merge?with={other.Id}")).Status);

        var page = await head.GetAsync($"/studio/sages/{kept.Id}/merge?with={other.Id}");
        Assert.Contains("รวมแล้วย้อนกลับไม่ได้", page.Main, StringComparison.Ordinal);
        var refused = await head.PressAsync(page, "รวมสองรายการนี้", ("pick.name", "other"));
        Assert.Contains("โปรดติ๊กยืนยัน", refused.Main, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("input[name='pick.name'][value=other][checked]"));
        var merged = await head.PressAsync(refused, "รวมสองรายการนี้", ("confirm", "yes"));

        Assert.Contains("รวมจาก", merged.Main, StringComparison.Ordinal);
        Assert.Equal("บุญส่ง พันธ์ดี", await portal.AskAsync(async db => (await db.Sages.SingleAsync(s => s.Id == kept.Id)).Latest.Name));
        Assert.Equal($"/studio/sages/{kept.Id}", (await head.GetAsync($"/studio/sages/{other.Id}")).Path);
        var moved = await reader.OnceAsync($"/sages/{other.Code}");
        await Until.Async(async () => (moved = await reader.OnceAsync($"/sages/{other.Code}")).Status == 301, "the former address leads on");
        Assert.Equal($"/sages/{kept.Code}", moved.Location);
        Assert.Equal(404, (await head.GetAsync($"/studio/sages/{kept.Id}/merge?with={other.Id}")).Status);
    }

    private Task<int> CountAsync(string family) => portal.AskAsync(db => db.Sages.CountAsync(s => s.Name.Contains(family)));

    private static async Task<Answer> NewAsync(Visitor worker, string name)
    {
        var page = await worker.GetAsync("/studio/sages/new");
        return await worker.PressAsync(page, "บันทึก", ("f.name", name), ("f.summary", "ใจเย็น"), ("Area.District", "3104"), ("Area.Tambon", "310427"));
    }

    private Task<Guid> EnterAsync(string name, string area) => portal.AskAsync(async db =>
    {
        var sage = Sage.Create(null, null);
        await db.EnterAsync(sage, new SageRecord(name, area, new(), new()), Actor.System, TimeProvider.System.GetUtcNow(), default);
        return sage.Id;
    });

    private async Task<(Guid Id, string Code)> PublicAsync(string name, string area)
    {
        var id = await EnterAsync(name, area);
        return (id, await portal.AskAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var (checker, head) = (Officer(), Officer());
            await db.OnRecordAsync<Sage>(id, head, now, sage => Task.FromResult(db.Consents.Add(sage.Consent(new(ConsentPurpose.Profile, new(2026, 1, 1), ConsentMethod.Paper), head, now))), default);
            await db.OnRecordAsync<Sage>(id, head, now, sage => Do(() => sage.Submit([], head, now)), default);
            await db.CheckAsync<Sage>(id, 1, checker, now, default);
            await db.AcceptAsync<Sage>(id, 1, head, now, default);
            await db.OnRecordAsync<Sage>(id, head, now, sage => Do(() => sage.Publish(mayBeShown: true, head, now)), default);
            return await db.Sages.Where(s => s.Id == id).Select(s => s.Code).SingleAsync();
        }));
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static Actor Officer() => new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.ProvinceOfficer).Select(p => new Grant(p, "31"))]);
}
