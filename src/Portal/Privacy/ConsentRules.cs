using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What has to be so before a consent is written down. Files are not held to it: their consents were recorded where they come from.</summary>
internal static class ConsentRules
{
    private const int MostLetters = 200;

    // The registers are younger; a consent from before is a slip in the year.
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public static void Demand(IReadOnlyCollection<ConsentGift> gifts, DateOnly today, bool isSelf)
    {
        if (gifts.Count == 0)
        {
            throw new PortalException("consent.purposes", "เลือกอย่างน้อยหนึ่งเรื่อง", "Purposes");
        }

        foreach (var gift in gifts)
        {
            DemandDays(gift, today);
            DemandProof(gift, isSelf);
        }
    }

    /// <summary>One sheet is one person's: a code that stands at somebody else's consent was mistyped, or the wrong sheet is in hand.</summary>
    public static async Task DemandOwnSheetAsync(this PortalDb db, Sage sage, IReadOnlyCollection<ConsentGift> gifts, CancellationToken cancellationToken)
    {
        foreach (var code in gifts.Select(g => g.SheetCode).Where(c => c.Length > 0).Distinct())
        {
            if (await db.Consents.AnyAsync(c => c.SheetCode == code && c.SageId != sage.Id, cancellationToken))
            {
                throw new PortalException("consent.sheet-used", "รหัสใบนี้บันทึกไว้กับปราชญ์คนอื่นแล้ว ดูรหัสบนใบอีกครั้ง", "SheetCode");
            }
        }
    }

    /// <summary>What the person took back by oneself comes back by a later word only, not by a sheet from before that an officer still had in hand.</summary>
    public static async Task DemandLaterAsync(this PortalDb db, Sage sage, IReadOnlyCollection<ConsentGift> gifts, CancellationToken cancellationToken)
    {
        var own = await db.Journal.AsNoTracking()
            .Where(h => h.SubjectId == sage.Id && h.Verb == Verbs.ConsentWithdrawn.Name && db.Members.Any(m => m.Id == h.ActorId && m.SageKey == sage.Key))
            .OrderBy(h => h.Seq)
            .Select(h => new { h.At, h.Data })
            .ToListAsync(cancellationToken);
        foreach (var gift in gifts)
        {
            var fact = $"\"{gift.Purpose.ToString().ToLowerInvariant()}\"";
            if (own.LastOrDefault(h => h.Data.Contains(fact, StringComparison.Ordinal)) is { } last && gift.Given < ThaiTime.Day(last.At))
            {
                throw new PortalException(
                    "consent.taken-back",
                    $"เจ้าตัวถอนเรื่อง{gift.Purpose.Name()}เองเมื่อ {BuddhistDate.Short(ThaiTime.Day(last.At))} ความยินยอมที่ให้ก่อนนั้นจึงใช้ไม่ได้ ต้องถามใหม่",
                    "Given");
            }
        }
    }

    private static void DemandDays(ConsentGift gift, DateOnly today)
    {
        if (gift.Given > today)
        {
            throw new PortalException("consent.future", "วันที่ให้ต้องไม่อยู่ในอนาคต", "Given");
        }

        if (gift.Given < Earliest)
        {
            throw new PortalException("consent.long-ago", $"วันที่ให้คือ {BuddhistDate.Short(gift.Given)} ตรวจปี พ.ศ. อีกครั้ง", "Given");
        }

        if (gift.Expires < gift.Given)
        {
            throw new PortalException("consent.order", "วันหมดอายุอยู่ก่อนวันที่ให้", "Expires");
        }

        if (gift.Expires < today)
        {
            throw new PortalException("consent.over", "วันหมดอายุผ่านไปแล้ว ความยินยอมนี้จึงใช้ไม่ได้", "Expires");
        }
    }

    private static void DemandProof(ConsentGift gift, bool isSelf)
    {
        if (isSelf != (gift.Method == ConsentMethod.Online))
        {
            throw new PortalException("consent.online", "ทางออนไลน์ใช้ได้เมื่อเจ้าตัวเข้าสู่ระบบและกดเองเท่านั้น เลือกวิธีอื่น", "Method");
        }

        if (gift.Method == ConsentMethod.Thumbprint && gift.Witness.Length == 0)
        {
            throw new PortalException("consent.witness", "พิมพ์ลายนิ้วมือต้องมีชื่อพยาน", "Witness");
        }

        // Not every office has a scanner. What the law asks is that the office can show the sheet: a picture, or the place where it lies.
        if (gift.Method is ConsentMethod.Paper or ConsentMethod.Thumbprint && gift.EvidenceId is null && gift.KeptAt.Length == 0)
        {
            throw new PortalException("consent.proof", "แนบภาพใบยินยอม หรือบอกว่าเก็บต้นฉบับไว้ที่ใด", "KeptAt");
        }

        CitizenNumber.Demand("ชื่อพยาน", gift.Witness, "Witness");
        CitizenNumber.Demand("ที่เก็บต้นฉบับ", gift.KeptAt, "KeptAt");
        if (gift.Witness.Length > MostLetters || gift.KeptAt.Length > MostLetters)
        {
            throw new PortalException("consent.long", $"ยาวเกินไป ใช้ได้ไม่เกิน {MostLetters} ตัวอักษร", gift.Witness.Length > MostLetters ? "Witness" : "KeptAt");
        }
    }
}
