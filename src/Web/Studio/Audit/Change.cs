using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Web.Studio.Entries;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>A field before and after.</summary>
public sealed record Change(string Field, string Before, string After)
{
    /// <summary>What stands where a person was erased.</summary>
    public const string Erased = "ลบตามคำขอแล้ว";

    private const string Empty = "(ว่าง)";

    /// <summary>What a row changed, field by field; empty when it changed no text.</summary>
    public static async Task<IReadOnlyList<Change>> OfAsync(PortalDb db, AuditRow row, CancellationToken cancellationToken)
    {
        if (await db.TextChangeAsync(row, cancellationToken) is { } text)
        {
            return OfText(text);
        }

        if (await db.MemberChangeAsync(row, cancellationToken) is { } member)
        {
            return await OfMemberAsync(db, member, cancellationToken);
        }

        if (await db.MoveAsync(row, cancellationToken) is { } move)
        {
            var places = await db.PlacesAsync([move.Before ?? "", move.After ?? ""], cancellationToken);
            return [new("พื้นที่", Or(places.Name(move.Before ?? ""), Empty), Or(places.Name(move.After ?? ""), Empty))];
        }

        return [];
    }

    private static IReadOnlyList<Change> OfText(BeforeAfter<EntryContent> text)
    {
        if (text.Before is not { } before || text.After is not { } after)
        {
            return [new("เนื้อหา", text.Before is null ? Erased : "ยังเก็บไว้", text.After is null ? Erased : "ยังเก็บไว้")];
        }

        var (left, right) = (EntryForm.From(before, "", 0), EntryForm.From(after, "", 0));
        return [.. FieldNames.All
            .Select(f => new Change(f.Name, Or(FieldNames.Text(left, f.Field), Empty), Or(FieldNames.Text(right, f.Field), Empty)))
            .Where(c => c.Before != c.After)];
    }

    private static async Task<IReadOnlyList<Change>> OfMemberAsync(PortalDb db, BeforeAfter<MemberRevision> member, CancellationToken cancellationToken)
    {
        var keys = new[] { member.Before?.SageKey, member.After?.SageKey };
        var sages = await db.Sages.Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Name, cancellationToken);
        return [.. new Change[]
        {
            new("ชื่อ", member.Before?.Name ?? Erased, member.After?.Name ?? Erased),
            new("ปราชญ์ในทะเบียน", Sage(member.Before), Sage(member.After)),
        }.Where(c => c.Before != c.After || c.Before == Erased)];

        string Sage(MemberRevision? revision) => revision switch
        {
            null => Erased,
            { SageKey.Length: 0 } => Empty,
            _ => sages.GetValueOrDefault(revision.SageKey, "ปราชญ์ที่ลบแล้ว"),
        };
    }

    private static string Or(string text, string empty) => text.Length > 0 ? text : empty;
}
