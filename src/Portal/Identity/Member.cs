using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Identity;

/// <summary>Somebody who can sign in.</summary>
public sealed class Member : Aggregate
{
    private readonly List<MemberRole> _roles = [];

    private Member() { }

    public string Name { get; private set; } = "";

    public IReadOnlyList<MemberRole> Roles => _roles;

    /// <param name="area">Official code that the role holds in; empty for the whole country.</param>
    public static Member Join(string name, Role role, string area, Actor by, DateTimeOffset now)
    {
        var member = new Member { Name = name };
        member._roles.Add(new MemberRole(role, area));
        member.Record(Verbs.MemberJoined, by, now, ("role", role), ("area", area));
        return member;
    }

    public Actor ToActor() => new(
        Id,
        [.. _roles.SelectMany(r => Identity.Roles.Permissions(r.Role), (r, permission) => new Grant(permission, r.Area)).Distinct()]);

    private sealed class Config : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member)
        {
            member.ToTable("Members");
            member.OwnsMany(m => m.Roles, role =>
            {
                role.ToTable("MemberRoles");
                role.WithOwner().HasForeignKey("MemberId");
                role.HasKey("MemberId", nameof(MemberRole.Role), nameof(MemberRole.Area));
            });
        }
    }
}

/// <param name="Role">What the member is.</param>
/// <param name="Area">Where; empty for the whole country.</param>
public sealed record MemberRole(Role Role, string Area);

public static class MemberQueries
{
    /// <summary>The member with today's grants; <c>null</c> when there is no such member.</summary>
    public static Task<Member?> MemberAsync(this PortalDb db, Guid id, CancellationToken cancellationToken) =>
        db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
}
