using System.Security.Cryptography;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme.Links;

/// <summary>
/// A way into one district's part of a round without signing in: a form for the phones of a village, or a table that a spreadsheet fetches. Who has
/// the token has the way, so it ends on a day, and can be closed before.
/// </summary>
public sealed class RoundLink : Aggregate
{
    /// <summary>What stands where else the name of who entered a record does.</summary>
    public const string RecorderName = "ลิงก์เก็บข้อมูล";

    /// <summary>A meeting of a village, one after the other; more than that in an hour is a program.</summary>
    public const int MostAnHour = 60;

    public const int MostADay = 200;

    /// <summary>A token as it may be typed, with blanks and dashes.</summary>
    public const int LongestToken = 2 * Length;

    // Read from paper and typed: nothing that is mistaken for something else.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private const int Length = 16;

    private RoundLink() { }

    public Guid DirectiveId { get; private init; }

    /// <summary>Four digits.</summary>
    public string AreaCode { get; private init; } = "";

    public LinkKind Kind { get; private init; }

    /// <summary>SHA-256 of the token, hex; the token itself is kept nowhere.</summary>
    public string TokenHash { get; private init; } = "";

    public Guid CreatorId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Records that came in.</summary>
    public int Taken { get; private set; }

    /// <summary>When, of the last day.</summary>
    public IReadOnlyList<DateTimeOffset> Recent { get; private set; } = [];

    /// <summary>Who acts when something comes in: nobody but the link, who enters records in the one district and does nothing else.</summary>
    public Actor Actor => new(Id, [new(Permission.Register, AreaCode)]);

    /// <param name="until">Last day on which it opens.</param>
    /// <returns>The link and its token.</returns>
    internal static (RoundLink Link, string Token) Make(Directive round, string area, LinkKind kind, DateOnly until, Actor by, DateTimeOffset now)
    {
        Demand(by, area);
        if (!round.IsOpen(now) || !round.Text.Addressed().Contains(area))
        {
            throw new PortalException("link.round", "รอบนี้ไม่ได้เปิดรับจากอำเภอนี้แล้ว จึงทำลิงก์ไม่ได้");
        }

        if (kind.Task() is { } task && round.Text.Tasks.All(t => t.Kind != task))
        {
            throw new PortalException("link.kind", "รอบนี้ไม่ได้ขอเรื่องนี้", "Kind");
        }

        if (until < ThaiTime.Day(now) || until > round.LastDay())
        {
            throw new PortalException("link.until", "เลือกวันตั้งแต่วันนี้ จนถึงวันที่รอบนี้ปิด", "Until");
        }

        var token = RandomNumberGenerator.GetString(Letters, Length);
        var link = new RoundLink
        {
            DirectiveId = round.Id,
            AreaCode = area,
            Kind = kind,
            TokenHash = Hash(token),
            CreatorId = by.Id,
            CreatedAt = JournalChain.Truncate(now),
            ExpiresAt = ThaiTime.StartOf(until.AddDays(1)),
        };
        link.Record(Verbs.RoundLinkMade, by, now, ("directive", round.Id), ("area", area), ("link", kind), ("until", until));
        return (link, token);
    }

    /// <summary>What a typed or scanned token is looked up by: case, blanks and dashes do not matter.</summary>
    public static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Concat(token.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToLowerInvariant())));

    /// <summary>Closes it for good, now.</summary>
    public void Revoke(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (RevokedAt is null)
        {
            RevokedAt = JournalChain.Truncate(now);
            Record(Verbs.RoundLinkRevoked, by, now, ("directive", DirectiveId), ("area", AreaCode), ("link", Kind));
        }
    }

    /// <summary>Something came in. What it was, the record's own happening says.</summary>
    internal void Take(DateTimeOffset now)
    {
        var recent = Recent.Where(at => at > now.AddDays(-1)).ToList();
        if (recent.Count >= MostADay || recent.Count(at => at > now.AddHours(-1)) >= MostAnHour)
        {
            throw new PortalException("link.full", "วันนี้มีคนส่งผ่านลิงก์นี้มากแล้ว โปรดรอหนึ่งชั่วโมงแล้วกดส่งอีกครั้ง");
        }

        (Taken, Recent) = (Taken + 1, [.. recent, JournalChain.Truncate(now)]);
    }

    private static void Demand(Actor by, string area)
    {
        if (!by.May(Permission.Check, area))
        {
            throw new PortalException("link.forbidden", "ท่านยังไม่มีสิทธิ์ทำหรือยกเลิกลิงก์ของอำเภอนี้");
        }
    }

    private sealed class Config : IEntityTypeConfiguration<RoundLink>
    {
        public void Configure(EntityTypeBuilder<RoundLink> link)
        {
            link.ToTable("RoundLinks");
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.DirectiveId, l.AreaCode });
            link.HasOne<Directive>().WithMany().HasForeignKey(l => l.DirectiveId);
            link.Property(l => l.Recent).HasJsonConversion();
            link.Ignore(l => l.Actor);
        }
    }
}
