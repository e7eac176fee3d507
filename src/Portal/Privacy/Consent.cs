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
    Paper,
    Spoken,
    Online,
}

/// <summary>A consent and, later, its withdrawal; the row stays as the evidence.</summary>
public sealed class Consent
{
    public Consent(Guid sageId, ConsentPurpose purpose, DateOnly given, ConsentMethod method) =>
        (SageId, Purpose, Given, Method) = (sageId, purpose, given, method);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid SageId { get; private init; }

    public ConsentPurpose Purpose { get; private init; }

    public DateOnly Given { get; private init; }

    public ConsentMethod Method { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    private sealed class Config : IEntityTypeConfiguration<Consent>
    {
        public void Configure(EntityTypeBuilder<Consent> consent)
        {
            consent.ToTable("Consents");
            consent.HasIndex(c => new { c.SageId, c.Purpose });
        }
    }
}

public static class ConsentQueries
{
    /// <summary>Sages who agreed to be shown: the one door to sages for every public page, list, search and address.</summary>
    public static IQueryable<Sage> PublicSages(this PortalDb db) =>
        db.Sages.AsNoTracking().Where(s => db.Consents.Any(c =>
            c.SageId == s.Id && c.Purpose == ConsentPurpose.Profile && c.WithdrawnAt == null));

    /// <summary>Those of them who can be asked and visited: the living.</summary>
    public static IQueryable<Sage> SagesToAsk(this PortalDb db) => db.PublicSages().Where(s => !s.IsDeceased);
}
