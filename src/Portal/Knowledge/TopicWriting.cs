using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Adding, renaming and moving topics, from a form or a file; merging is <see cref="TopicMerging"/>.</summary>
public static class TopicWriting
{
    /// <param name="id">Of one that is there, or the one that the form gave a new one: the same form sent twice is one topic.</param>
    /// <param name="version">Version that the form was filled from; 0 for a new one.</param>
    /// <exception cref="PortalException">It says too little or too much, there would be three levels, or somebody else wrote meanwhile.</exception>
    public static Task WriteTopicAsync(this PortalDb db, Guid id, int version, TermText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var known = await db.Topics.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
                if (known is not null && version == 0)
                {
                    return;
                }

                Demand(known is not null || version == 0, "topic.none", "ไม่พบหัวข้อนี้ อาจถูกรวมกับหัวข้ออื่นแล้ว");
                Demand(known is null || known.Version == version, "topic.changed", $"มีคนแก้หัวข้อนี้ก่อนท่าน ตอนนี้ชื่อ «{known?.Title}» โปรดดูว่ายังต้องแก้ แล้วบันทึกอีกครั้ง");
                var clean = await db.CheckTopicAsync(known?.Id ?? id, known?.Key, text, cancellationToken);
                var topic = known ?? Topic.Create(id);
                await db.PutTopicAsync(topic, clean, by, now, cancellationToken);
                if (known is null)
                {
                    db.Topics.Add(topic);
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The text as it would be kept.</summary>
    /// <exception cref="PortalException">It may not be.</exception>
    public static async Task<TermText> CheckTopicAsync(this PortalDb db, Guid id, string? key, TermText text, CancellationToken cancellationToken)
    {
        var clean = TermRules.Clean(text, "หัวข้อ", "topic");
        clean = clean with { Slug = clean.Slug.Length > 0 ? clean.Slug : Slug.From(clean.Title) };
        Demand(Slug.IsValid(clean.Slug) && clean.Slug.Length <= EntryRules.SlugLength, "topic.slug", $"ที่อยู่ของหน้าใช้ได้เฉพาะตัวอักษร ตัวเลข และขีด - ไม่เกิน {EntryRules.SlugLength} ตัว", "Slug");
        Demand(!await db.Topics.AnyAsync(t => t.Id != id && t.Title == clean.Title, cancellationToken), "topic.taken", $"มีหัวข้อชื่อ «{clean.Title}» แล้ว ถ้าเป็นเรื่องเดียวกันให้รวมหัวข้อ", "Title");
        Demand(
            !await db.Topics.AnyAsync(t => t.Id != id && t.Slug == clean.Slug, cancellationToken)
                && !await db.TopicAliases.AnyAsync(a => a.Kind == TopicAliasKind.Slug && a.Name == clean.Slug && a.TopicId != id, cancellationToken),
            "topic.slug-taken",
            $"ที่อยู่ «{clean.Slug}» เป็นหรือเคยเป็นของหัวข้ออื่น โปรดเปลี่ยน",
            "Slug");
        if (clean.Parent.Length > 0)
        {
            var parent = await db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Key == clean.Parent, cancellationToken);
            Demand(parent is not null && parent.Id != id && parent.ParentKey is null, "topic.parent", "หัวข้อมีได้สองชั้น โปรดเลือกหมวดที่อยู่ชั้นบน", "Parent");
            Demand(key is null || !await db.Topics.AnyAsync(t => t.ParentKey == key, cancellationToken), "topic.levels", "หัวข้อนี้มีหัวข้อย่อยอยู่ จึงเป็นหัวข้อย่อยของหมวดอื่นไม่ได้ โปรดย้ายหัวข้อย่อยออกก่อน", "Parent");
        }

        return clean;
    }

    /// <summary>Writes a topic and keeps its former address. Call inside <see cref="PortalDb.InTransaction{T}"/>; the caller saves.</summary>
    internal static async Task PutTopicAsync(this PortalDb db, Topic topic, TermText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var former = topic.Slug;
        var parent = text.Parent.Length == 0 ? [] : await db.TodaysTopicsAsync([text.Parent], cancellationToken);
        // A file may name what was merged into the very topic that it writes.
        topic.Write(text with { Parent = parent is [var today] && today != topic.Key ? today : "" }, by, now);
        if (former == topic.Slug || former.Length == 0)
        {
            return;
        }

        // A topic that takes back a former address of its own no longer needs the sign there.
        db.TopicAliases.RemoveRange(await db.TopicAliases.Where(a => a.Kind == TopicAliasKind.Slug && a.Name == topic.Slug && a.TopicId == topic.Id).ToListAsync(cancellationToken));
        if (!await db.TopicAliases.AnyAsync(a => a.Kind == TopicAliasKind.Slug && a.Name == former, cancellationToken))
        {
            db.TopicAliases.Add(new TopicAlias { Kind = TopicAliasKind.Slug, Name = former, TopicId = topic.Id });
        }
    }

    internal static void Demand(bool holds, string code, string message, string? field = null)
    {
        if (!holds)
        {
            throw new PortalException(code, message, field);
        }
    }
}
