using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Adding, changing and removing snippets.</summary>
public static class SnippetWriting
{
    /// <param name="id">Of one that is there, or the one that the form gave a new one: the same form sent twice is one snippet.</param>
    /// <param name="version">Version that the form was filled from; 0 for a new one.</param>
    /// <param name="text">Cleaned and checked by <see cref="SnippetRules"/>; the code of one that is there stays.</param>
    /// <exception cref="PortalException">The code is taken, it is not there, or somebody else wrote meanwhile.</exception>
    public static Task WriteSnippetAsync(this PortalDb db, Guid id, int version, SnippetText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var known = await db.Snippets.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
                if (known is not null && version == 0)
                {
                    return;
                }

                Demand(known is not null || version == 0, "snippet.none", "ไม่พบข้อความนี้ อาจถูกลบไปแล้ว");
                Demand(known is null || known.Version == version, "snippet.newer", "มีคนแก้ข้อความนี้ก่อนท่าน สิ่งที่พิมพ์ยังอยู่ โปรดดูแล้วบันทึกอีกครั้ง");
                Demand(known is not null || !await db.Snippets.AnyAsync(s => s.Key == text.Key, cancellationToken), "snippet.taken", $"มีข้อความที่ใช้รหัส «{text.Key}» แล้ว โปรดเปลี่ยน", "Key");
                if (known is null)
                {
                    db.Snippets.Add(known = Snippet.Create(id, text.Key));
                }

                known.Write(text.Title, text.Body, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <exception cref="PortalException">A text uses it, or somebody else wrote it meanwhile.</exception>
    public static Task RemoveSnippetAsync(this PortalDb db, Guid id, int version, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var known = await db.Snippets.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new PortalException("snippet.none", "ไม่พบข้อความนี้ อาจถูกลบไปแล้ว");
                Demand(known.Version == version, "snippet.newer", "มีคนแก้ข้อความนี้ก่อนท่าน โปรดดูอีกครั้งก่อนลบ");
                var uses = await SnippetUses.OfAsync(db, known.Key, by, cancellationToken);
                Demand(uses.Live + uses.Drafts == 0, "snippet.used", $"มี {uses.Live + uses.Drafts:N0} เรื่องใช้ข้อความนี้อยู่ จึงยังลบไม่ได้ โปรดเอาออกจากเรื่องเหล่านั้นก่อน");
                known.Remove(by, now);
                db.Snippets.Remove(known);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static void Demand(bool holds, string code, string message, string? field = null)
    {
        if (!holds)
        {
            throw new PortalException(code, message, field);
        }
    }
}
