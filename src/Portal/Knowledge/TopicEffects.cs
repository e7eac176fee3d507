using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Reading;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What hangs on a topic, to be looked at before it is changed.</summary>
/// <param name="Live">Texts that readers see, the newest few; all of them are indexed anew.</param>
/// <param name="Drafts">Latest wordings that name it and are not what readers see.</param>
/// <param name="Sages">Records of sages that name it, public or not.</param>
/// <param name="Centres">Public centres that its texts name.</param>
/// <param name="Below">Topics below it.</param>
/// <param name="Addresses">Its page's address and the former ones that lead to it.</param>
public sealed record TopicEffects(
    int Live, IReadOnlyList<Link> Newest, int Drafts, int Sages, int Centres, IReadOnlyList<string> Below, IReadOnlyList<string> Addresses)
{
    private const int Shown = 10;

    /// <summary>Short mark of all this: whoever says yes to it says what was looked at.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [.. new[] { Live, Drafts, Sages, Centres }.Select(n => n.ToString(CultureInfo.InvariantCulture)), .. Newest.Select(n => n.Url), "", .. Below, "", .. Addresses]))))[..16];

    public static async Task<TopicEffects> OfAsync(PortalDb db, Topic topic, CancellationToken cancellationToken)
    {
        List<string> keys = [topic.Key, .. await db.TopicAliases.Where(a => a.TopicId == topic.Id && a.Kind == TopicAliasKind.Key).Select(a => a.Name).ToListAsync(cancellationToken)];
        var live = db.LiveEntries().About(db, ReferenceKind.Topic, topic.Key);
        // Only what is being worked on has to be read to the ground; what is live is counted by its references.
        var drafts = await db.Entries.AsNoTracking().Where(e => !e.IsLive || e.LiveNumber != e.LatestNumber)
            .Join(db.Revisions, e => new { e.Id, Number = e.LatestNumber }, r => new { Id = r.EntryId, r.Number }, (e, r) => r.Content)
            .ToListAsync(cancellationToken);
        return new(
            await live.CountAsync(cancellationToken),
            [.. (await live.Newest().Take(Shown).Select(e => new { e.LiveTitle, e.Type, e.Slug }).ToListAsync(cancellationToken)).Select(e => new Link(e.LiveTitle, Urls.Entry(e.Type, e.Slug!)))],
            drafts.Count(d => d.Topics.Any(keys.Contains)),
            await db.Sages.CountAsync(s => s.TopicKeys.Any(k => keys.Contains(k)), cancellationToken),
            await db.PublicCentres().CountAsync(c => db.References.Any(r => r.Kind == ReferenceKind.Centre && r.Key == c.Key && live.Any(e => e.Id == r.EntryId)), cancellationToken),
            await db.Topics.Where(t => t.ParentKey == topic.Key).OrderBy(t => t.Order).ThenBy(t => t.SortKey).Select(t => t.Title).ToListAsync(cancellationToken),
            [Urls.Of(topic), .. (await db.TopicAliases.Where(a => a.TopicId == topic.Id && a.Kind == TopicAliasKind.Slug).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync(cancellationToken)).Select(s => $"/topics/{s}")]);
    }
}
