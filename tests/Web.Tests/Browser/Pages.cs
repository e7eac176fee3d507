using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>One page of each kind.</summary>
internal static class Pages
{
    /// <summary>Of those pages that readers see: the longest of its kind where they differ, what search answers, the form, a problem.</summary>
    public static async Task<IReadOnlyList<string>> OfReadersAsync(Support.Portal portal)
    {
        var site = await portal.SiteAsync();
        string Longest(string start) => site.Where(p => p.Key.StartsWith(start, StringComparison.Ordinal)).MaxBy(p => p.Value.Body.Length).Key;
        return
        [
            "/", "/?near=310427", "/near", "/near?in=31", "/topics", "/lessons", "/articles", "/sages", "/sages?topic=soil&area=31&near=310427", "/centres", Longest("/lessons/"), Longest("/articles/"), Longest("/pages/"), Longest("/topics/"), Longest("/bases/"),
            Longest("/sages/"), site.Where(p => p.Key.StartsWith("/centres/", StringComparison.Ordinal) && !p.Key.Contains("/bases/", StringComparison.Ordinal)).MaxBy(p => p.Value.Body.Length).Key,
            site.Keys.First(p => p.StartsWith("/centres/", StringComparison.Ordinal) && p.Contains("/bases/", StringComparison.Ordinal)), Longest("/areas/"), "/search", "/search?q=" + Uri.EscapeDataString("ดิน"), "/search?q=" + Uri.EscapeDataString("ฏฎฐฑฒณฬฆฌ"),
            "/display",
        ];
    }

    /// <summary>Of the Studio, for somebody who may see them.</summary>
    public static async Task<IReadOnlyList<string>> OfStudioAsync(Support.Portal portal)
    {
        var entry = await portal.AskAsync(db => Task.FromResult(db.Entries.Where(e => e.Key == "lime-in-ring").Select(e => e.Id).Single()));
        return ["/studio", "/studio/entries", $"/studio/entries/{entry}", $"/studio/entries/{entry}/edit", $"/studio/entries/{entry}/revisions/1", "/studio/entries/new?type=article", "/studio/entries/new?type=page", "/studio/gaps", "/studio/reviews", $"/studio/entries/{entry}/return", $"/studio/entries/{entry}/schedule"];
    }

    /// <summary>Of one's account and of members, for somebody who enrols them.</summary>
    public static async Task<IReadOnlyList<string>> OfMembersAsync(Support.Portal portal) =>
        ["/account", "/account/pin", "/studio/members", "/studio/members/new", $"/studio/members/{await portal.MemberIdAsync("คำปัน")}", "/studio/roles"];

    /// <summary>Of a sage's consents and channels.</summary>
    public static async Task<IReadOnlyList<string>> OfConsentsAsync(Support.Portal portal)
    {
        var sage = await portal.AskAsync(db => Task.FromResult(db.Sages.Where(s => s.Key == "sage-kaew").Select(s => s.Id).Single()));
        return [$"/studio/sages/{sage}/consents", $"/studio/sages/{sage}/consents/form", $"/studio/sages/{sage}/contacts", $"/studio/sages/{sage}/preview"];
    }

    /// <summary>Of a picture that nothing uses, of those like it, and of topics that are merged.</summary>
    public static Task<IReadOnlyList<string>> OfPicturesAsync(Support.Portal portal) => portal.AskAsync(async db =>
    {
        using var upload = new MemoryStream(Photos.Jpeg());
        var picture = await db.AddPictureAsync(
            portal.Services.GetRequiredService<Pictures>(), new(upload, AssetOwner.Library, "3104", AssetUse.Picture, "รูปเก่าที่ไม่มีใครใช้", []), Actor.System, TimeProvider.System.GetUtcNow().AddDays(-3), default);
        var topics = await db.Topics.Where(t => t.ParentKey != null).OrderBy(t => t.SortKey).Select(t => t.Id).Take(2).ToListAsync();
        return (IReadOnlyList<string>)[$"/studio/pictures/{picture}", "/studio/pictures/unused", $"/studio/pictures/{picture}/removal", $"/studio/topics/{topics[0]}", $"/studio/topics/{topics[0]}/merge?into={topics[1]}", "/studio/dictionary/words/new", "/studio/index"];
    });

    /// <summary>Of the registers and of data protection, for who runs the portal.</summary>
    public static Task<IReadOnlyList<string>> OfRegistersAsync(Support.Portal portal) => portal.AskAsync(async db =>
    {
        var sage = await db.Sages.Where(s => s.Key == "sage-kaew").Select(s => s.Id).SingleAsync();
        var plot = await db.Plots.OrderBy(p => p.Number).Select(p => p.Id).FirstAsync();
        var centre = await db.Centres.OrderBy(c => c.Number).Select(c => c.Id).FirstAsync();
        var form = await db.FormDefinitions.Where(f => f.Kind == FormKind.Sage).Select(f => f.Id).FirstAsync();
        return (IReadOnlyList<string>)
        [
            "/studio/sages", $"/studio/sages/{sage}", $"/studio/sages/{sage}/edit", $"/studio/sages/{sage}/check", $"/studio/sages/{sage}/picture", "/studio/sages/duplicates", "/studio/pictures", "/studio/pictures/new",
            $"/studio/plots/{plot}/steps", $"/studio/centres/{centre}/selection", "/studio/centres/candidates", $"/studio/forms/{form}/next",
            "/studio/site", "/studio/pages", "/studio/snippets", "/studio/snippets/new", "/studio/topics", "/studio/reports", "/studio/entries/trash", "/studio/entries/links",
            "/studio/privacy", "/studio/privacy/ropa", "/studio/privacy/breaches/new",
        ];
    });
}
