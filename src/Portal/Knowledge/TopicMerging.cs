using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// Two topics become one. What lists and counts read is rewritten in the same transaction; texts, files and records that name the
/// other by its key are left as they were written, and their key leads to the one that stays.
/// </summary>
public static class TopicMerging
{
    /// <param name="goes">The topic that is no more, and its version when its effects were looked at.</param>
    /// <param name="stays">The one that it goes into, and its version.</param>
    /// <param name="seen"><see cref="TopicEffects.Stamp"/> of what hung on the first when it was looked at.</param>
    /// <exception cref="PortalException">One of them or what hangs on the first changed meanwhile, nobody looked, or there would be three levels.</exception>
    public static Task MergeTopicsAsync(
        this PortalDb db, (Guid Id, int Version) goes, (Guid Id, int Version) stays, string seen, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var (other, kept) = await db.MergeableAsync(goes.Id, stays.Id, cancellationToken);
                TopicWriting.Demand(
                    other.Version == goes.Version && kept.Version == stays.Version, "topic.changed", "มีคนแก้หัวข้อนี้หรือหัวข้อที่จะรวมเข้าไปก่อนท่าน โปรดดูผลกระทบอีกครั้งแล้วยืนยันใหม่");
                var effects = await TopicEffects.OfAsync(db, other, cancellationToken);
                TopicWriting.Demand(effects.Stamp == seen, "topic.unseen", "สิ่งที่จะกระทบเปลี่ยนไปจากที่ท่านดู หรือยังไม่ได้ดู ข้างล่างนี้คือของตอนนี้ โปรดดูอีกครั้งแล้วยืนยัน");
                foreach (var child in await db.Topics.Where(t => t.ParentKey == other.Key).ToListAsync(cancellationToken))
                {
                    child.MoveBelow(kept.Key, by, now);
                }

                kept.Absorb(other, by, now);
                other.GoInto(kept, by, now);
                await db.TopicAliases.Where(a => a.TopicId == other.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TopicId, kept.Id), cancellationToken);
                db.TopicAliases.AddRange(
                    new TopicAlias { Kind = TopicAliasKind.Slug, Name = other.Slug, TopicId = kept.Id },
                    new TopicAlias { Kind = TopicAliasKind.Key, Name = other.Key, TopicId = kept.Id });
                await db.MoveReferencesAsync(other.Key, kept.Key, cancellationToken);
                db.Topics.Remove(other);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Both topics, when they may be merged.</summary>
    public static async Task<(Topic Goes, Topic Stays)> MergeableAsync(this PortalDb db, Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var other = await db.Topics.SingleOrDefaultAsync(t => t.Id == goes, cancellationToken);
        var kept = await db.Topics.SingleOrDefaultAsync(t => t.Id == stays, cancellationToken);
        TopicWriting.Demand(other is not null && kept is not null, "topic.none", "ไม่พบหัวข้อนี้ อาจถูกรวมกับหัวข้ออื่นแล้ว", "Into");
        TopicWriting.Demand(goes != stays, "topic.same", "โปรดเลือกหัวข้ออื่นที่จะรวมเข้าไป", "Into");
        TopicWriting.Demand(
            kept!.ParentKey is null || !await db.Topics.AnyAsync(t => t.ParentKey == other!.Key, cancellationToken),
            "topic.levels",
            $"«{other!.Title}» มีหัวข้อย่อย จึงรวมเข้าหัวข้อย่อยอื่นไม่ได้ โปรดเลือกหมวดชั้นบน หรือย้ายหัวข้อย่อยออกก่อน",
            "Into");
        return (other, kept);
    }

    // A text in both is in the one that stays once, at the earlier of the two places.
    private static async Task MoveReferencesAsync(this PortalDb db, string from, string to, CancellationToken cancellationToken)
    {
        var topics = db.References.Where(r => r.Kind == ReferenceKind.Topic);
        await topics.Where(r => r.Key == to && topics.Any(o => o.EntryId == r.EntryId && o.Key == from && o.Position < r.Position)).ExecuteDeleteAsync(cancellationToken);
        await topics.Where(r => r.Key == from && topics.Any(o => o.EntryId == r.EntryId && o.Key == to)).ExecuteDeleteAsync(cancellationToken);
        await topics.Where(r => r.Key == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.Key, to), cancellationToken);
    }
}
