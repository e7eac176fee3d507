using KhokNongNa.Portal.Data;
using KhokNongNa.Web.Security;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace KhokNongNa.Web.Site.Cards;

/// <summary>Pictures of shared pages, drawn when they are asked for.</summary>
public static class CardEndpoints
{
    /// <summary>Bytes of drawn cards that are kept.</summary>
    private const long Kept = 16 * 1024 * 1024;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static void AddCards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SiteFrame.Assets>();
        builder.Services.AddSingleton<CardPainter>();
        builder.Services.AddSingleton<CardCache>();
    }

    /// <summary><c>/cards/site.png</c> and <c>/cards/{lessons|articles|…}/{last part of the page's address}.png</c>.</summary>
    public static void MapCards(this WebApplication app)
    {
        app.MapMethods(ShareCard.SitePath, Methods, async (SiteFrame frame, CardCache cards, HttpContext context) =>
        {
            var site = (await frame.SiteAsync(context.RequestAborted)).Text;
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Send(cards, ShareCard.OfSite(site), site.Name);
        }).RequireRateLimiting(Limits.Cards);
        app.MapMethods("/cards/{kind}/{name}.png", Methods, async (string kind, string name, PortalDb db, SiteFrame frame, CardCache cards, HttpContext context) =>
        {
            // Consent and publication are asked for each time; only the drawing is kept.
            var card = await ShareCard.FindAsync(db, kind, name, context.RequestAborted);
            context.Response.Headers.CacheControl = card is null ? "no-store" : card.ShowsPerson ? "private, max-age=60" : "public, max-age=3600";
            return card is null ? Results.NotFound() : Send(cards, card, (await frame.SiteAsync(context.RequestAborted)).Text.Name);
        }).RequireRateLimiting(Limits.Cards);
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(app.Services.GetRequiredService<CardPainter>().Check));
    }

    private static IResult Send(CardCache cards, ShareCard card, string site) => CardPainter.CanDraw && cards.Find(card, site) is { } drawn
        ? Results.Bytes(drawn, "image/png", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(drawn).AsSpan(0, 8))}\""))
        : Results.NotFound();

    /// <summary>Drawn cards by what they say, so that whatever else stands in an address makes no further copy.</summary>
    public sealed class CardCache(CardPainter painter) : IDisposable
    {
        private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = Kept });

        public byte[] Find(ShareCard card, string site) => _drawn.GetOrCreate((card, site), entry =>
        {
            var drawn = painter.Draw(card, site);
            entry.SetSize(drawn.Length).SetAbsoluteExpiration(Life);
            return drawn;
        })!;

        public void Dispose() => _drawn.Dispose();
    }
}
