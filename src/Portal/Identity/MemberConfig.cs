using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

internal sealed class MemberConfig : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("Members");
        member.HasIndex(m => m.SignInNumber).IsUnique();
        member.HasIndex(m => m.SortKey);
        member.HasMany<MemberRevision>("_revisions").WithOne().HasForeignKey(r => r.MemberId);
        member.OwnsMany(m => m.Roles, role =>
        {
            role.ToTable("MemberRoles");
            role.WithOwner().HasForeignKey("MemberId");
            role.HasKey("MemberId", nameof(MemberRole.Role), nameof(MemberRole.Area), nameof(MemberRole.Centre));
            role.HasIndex(nameof(MemberRole.Area));
        });
    }
}

/// <summary>What a member was called from one moment on. The journal names the revision, never the name; erasure removes these rows.</summary>
public sealed class MemberRevision
{
    public required Guid MemberId { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string SageKey { get; init; }

    public required DateTimeOffset At { get; init; }

    private sealed class Config : IEntityTypeConfiguration<MemberRevision>
    {
        public void Configure(EntityTypeBuilder<MemberRevision> revision)
        {
            revision.ToTable("MemberRevisions");
            revision.HasKey(r => new { r.MemberId, r.Number });
        }
    }
}

/// <summary>How to reach a member. Read through <see cref="MemberContacts"/> alone, which records who looked.</summary>
public sealed class MemberContact
{
    public required Guid MemberId { get; init; }

    /// <summary>Digits only; empty → none.</summary>
    public required string Phone { get; set; }

    private sealed class Config : IEntityTypeConfiguration<MemberContact>
    {
        public void Configure(EntityTypeBuilder<MemberContact> contact)
        {
            contact.ToTable("MemberContacts");
            contact.HasKey(c => c.MemberId);
        }
    }
}
