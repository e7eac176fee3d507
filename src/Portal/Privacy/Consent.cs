using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What a person agreed to, one purpose each (PDPA s.19, s.23). Nothing is public without <see cref="Profile"/>.</summary>
public enum ConsentPurpose
{
    /// <summary>เผยแพร่ชื่อและประวัติ</summary>
    Profile,

    /// <summary>ภาพถ่าย</summary>
    Photo,

    /// <summary>เสียง วิดีโอ</summary>
    Voice,

    /// <summary>เบอร์โทร</summary>
    Phone,

    /// <summary>ส่งต่อระดับจังหวัด กรม</summary>
    Province,

    /// <summary>พิกัดบ้าน</summary>
    Home,
}

public enum ConsentMethod
{
    /// <summary>Signed sheet.</summary>
    Paper,

    /// <summary>Thumbprint before a witness, for who cannot write.</summary>
    Thumbprint,
    Spoken,
    Online,
}

/// <summary>What is written down when somebody agrees.</summary>
/// <param name="Expires">Last day; <c>null</c> → until it is taken back.</param>
/// <param name="Witness">Who saw a thumbprint given.</param>
/// <param name="EvidenceId">Picture of the sheet; only the office sees it.</param>
/// <param name="SheetCode">Code printed on the sheet; empty → none.</param>
/// <param name="KeptAt">Where the signed sheet lies, in words, when there is no picture of it.</param>
public sealed record ConsentGift(
    ConsentPurpose Purpose,
    DateOnly Given,
    ConsentMethod Method,
    DateOnly? Expires = null,
    string Witness = "",
    Guid? EvidenceId = null,
    string SheetCode = "",
    string KeptAt = "");

/// <summary>A consent and, later, its end; the row stays as the evidence.</summary>
public sealed class Consent
{
    private Consent() { }

    internal Consent(Guid sageId, ConsentGift gift, Guid recorderId, DateTimeOffset recordedAt)
    {
        (SageId, RecorderId, RecordedAt) = (sageId, recorderId, recordedAt);
        (Purpose, Given, Method, Expires, Witness, EvidenceId, SheetCode, KeptAt) = gift;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid SageId { get; private set; }

    public ConsentPurpose Purpose { get; private init; }

    public DateOnly Given { get; private init; }

    public ConsentMethod Method { get; private init; }

    /// <summary>Last day on which it stands; a daily job ends it after that, so that readers' queries ask for one thing only.</summary>
    public DateOnly? Expires { get; private init; }

    public string Witness { get; private set; } = "";

    public Guid? EvidenceId { get; private set; }

    public string SheetCode { get; private init; } = "";

    public string KeptAt { get; private set; } = "";

    public Guid RecorderId { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was taken back or ran out.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsStanding => WithdrawnAt is null;

    /// <summary>Whether it ended because its last day was over, and nobody took it back.</summary>
    internal bool RanOut => Expires is { } last && WithdrawnAt is { } end && ThaiTime.Day(end) > last;

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    /// <summary>The person is in the register under another record from now on.</summary>
    internal void Move(Guid sageId) => SageId = sageId;

    private sealed class Config : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> consent)
        {
            consent.ToTable("Consents");
            consent.HasIndex(c => new { c.SageId, c.Purpose });
            consent.Ignore(c => c.IsStanding);
            consent.Ignore(c => c.RanOut);
        }
    }
}

public static class ConsentQueries
{
    /// <summary>
    /// Sages who agreed to be shown, whose record was accepted and whose page the office published: the one door to sages for every public page,
    /// list, search and address.
    /// </summary>
    public static IQueryable<Sage> PublicSages(this PortalDb db) =>
        db.Sages.AsNoTracking().Where(s => s.IsAccepted && s.IsPublished && db.Consents.Any(c =>
            c.SageId == s.Id && c.Purpose == ConsentPurpose.Profile && c.WithdrawnAt == null));

    /// <summary>Whether a consent stands now.</summary>
    public static Task<bool> HasConsentAsync(this PortalDb db, Guid sageId, ConsentPurpose purpose, CancellationToken cancellationToken) =>
        db.Consents.AnyAsync(c => c.SageId == sageId && c.Purpose == purpose && c.WithdrawnAt == null, cancellationToken);

    /// <summary>Those of them who can be asked and visited: the living.</summary>
    public static IQueryable<Sage> SagesToAsk(this PortalDb db) => db.PublicSages().Where(s => !s.IsDeceased);
}
