using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>Writing the shared list of learning bases in the Studio.</summary>
public static class BaseWriting
{
    public const int MostOrder = 999;

    /// <param name="id">Of one that is there, or the one that the form gave a new one: the same form sent twice is one base.</param>
    /// <param name="version">Version that the form was filled from; 0 for a new one.</param>
    /// <exception cref="PortalException">It says too little or too much, another base is called so, or somebody else wrote meanwhile.</exception>
    public static Task WriteBaseAsync(this PortalDb db, Guid id, int version, TermText text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var clean = Clean(text);
                var known = await db.LearningBases.SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
                if (known is null && version > 0)
                {
                    throw new PortalException("base.none", "ไม่พบฐานการเรียนรู้นี้");
                }

                if (known is not null && known.Version != version)
                {
                    if (version == 0)
                    {
                        return;
                    }

                    throw new PortalException("base.changed", $"มีคนแก้ฐานนี้ก่อนท่าน ตอนนี้ชื่อ «{known.Title}» ลำดับ {known.Order} โปรดดูว่ายังต้องแก้ แล้วบันทึกอีกครั้ง");
                }

                await db.DemandFreeAsync(id, clean.Title, cancellationToken);
                if (known is null)
                {
                    db.LearningBases.Add(known = LearningBase.Create(id));
                }

                known.Write(clean with { Slug = known.Slug.Length > 0 ? known.Slug : Slug.From(clean.Title) }, by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static TermText Clean(TermText text)
    {
        var clean = text with
        {
            Title = EntryRules.Line(text.Title),
            Summary = EntryRules.Line(text.Summary),
            Body = EntryRules.Block(text.Body),
            Synonyms = [.. text.Synonyms.Select(EntryRules.Line).Where(s => s.Length > 0).Distinct()],
        };
        if (!ThaiText.HasLetterOrDigit(clean.Title) || clean.Title.Length > EntryRules.TitleLength)
        {
            throw new PortalException("base.title", $"โปรดใส่ชื่อฐาน ไม่เกิน {EntryRules.TitleLength} ตัวอักษร", "Title");
        }

        if (clean.Order is < 0 or > MostOrder)
        {
            throw new PortalException("base.order", $"ลำดับเป็นตัวเลข 0 ถึง {MostOrder}", "Order");
        }

        if (clean.Summary.Length > EntryRules.SummaryLength)
        {
            throw new PortalException("base.summary", $"สรุปยาวเกินไป ใช้ได้ไม่เกิน {EntryRules.SummaryLength} ตัวอักษร", "Summary");
        }

        if (clean.Body.Length > EntryRules.BodyLength || !MarkdownText.IsReadable(clean.Body))
        {
            throw new PortalException("base.body", $"เนื้อความยาวเกิน {EntryRules.BodyLength:N0} ตัวอักษร หรือซ้อนกันลึกเกินไป", "Body");
        }

        if (clean.Synonyms.Count > EntryRules.ItemCount || clean.Synonyms.Any(s => s.Length > EntryRules.TitleLength))
        {
            throw new PortalException("base.synonyms", $"คำอื่นที่เรียกฐานนี้ใส่ได้ไม่เกิน {EntryRules.ItemCount} คำ คำละไม่เกิน {EntryRules.TitleLength} ตัวอักษร", "Synonyms");
        }

        return clean;
    }

    private static async Task DemandFreeAsync(this PortalDb db, Guid id, string title, CancellationToken cancellationToken)
    {
        var slug = Slug.From(title);
        if (await db.LearningBases.AnyAsync(b => b.Id != id && (b.Title == title || b.Slug == slug), cancellationToken))
        {
            throw new PortalException("base.taken", $"มีฐานชื่อ «{title}» แล้ว", "Title");
        }
    }
}
