using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Identity;

/// <summary>An account of another provider, as that provider names it for good.</summary>
/// <param name="Provider">Name of the provider in the settings.</param>
public sealed record ProviderAccount(string Provider, string Subject);

/// <summary>Which accounts of other providers open which membership. A provider makes nobody an officer: it only says who somebody is.</summary>
public static class ExternalLogins
{
    /// <summary>Whose account it is, and whether that membership is open; <c>null</c> → nobody's.</summary>
    public static async Task<(Guid MemberId, bool IsOpen)?> FindLoginAsync(this PortalDb db, ProviderAccount account, CancellationToken cancellationToken) =>
        await db.Logins(account).Join(db.Members, l => l.MemberId, m => m.Id, (l, m) => m).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } member
            ? (member.Id, member.IsOpen)
            : null;

    /// <summary>What a member has linked, by provider.</summary>
    public static Task<Dictionary<string, DateTimeOffset>> LinkedProvidersAsync(this PortalDb db, Guid memberId, CancellationToken cancellationToken) =>
        db.ExternalLogins.Where(l => l.MemberId == memberId).ToDictionaryAsync(l => l.Provider, l => l.LinkedAt, cancellationToken);

    /// <summary>A member adds a way in.</summary>
    public static Task LinkAsync(this PortalDb db, Guid memberId, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.OpenMemberAsync(memberId, cancellationToken);
                var current = await db.ExternalLogins.SingleOrDefaultAsync(l => l.MemberId == memberId && l.Provider == account.Provider, cancellationToken);
                if (current?.Subject == account.Subject)
                {
                    return;
                }

                if (current is not null)
                {
                    throw new PortalException("login.other", "ท่านผูกบัญชีอื่นของผู้ให้บริการนี้ไว้แล้ว เลิกผูกบัญชีนั้นก่อนในหน้าบัญชีของฉัน");
                }

                await db.AddLoginAsync(member, account, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Uses a code up by linking an account to whom it invites. An account linked before gives way: whoever invites again knows why.</summary>
    /// <returns>The member.</returns>
    public static Task<Guid> LinkByInvitationAsync(this PortalDb db, string code, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () => await db.LinkInvitedAsync(await db.UseInvitationAsync(code, now, cancellationToken), account, now, cancellationToken),
            cancellationToken);

    /// <summary>The same for somebody whom an invitation names by an address that the provider has verified.</summary>
    /// <returns>The member; <c>null</c> when nobody is invited by that address, or more than one.</returns>
    public static async Task<Guid?> LinkByEmailAsync(this PortalDb db, string verified, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Beyond ASCII two addresses may be one in lower case.
        if (verified.Length == 0 || !verified.All(char.IsAscii))
        {
            return null;
        }

        var email = verified.ToLowerInvariant();
        return await db.InTransaction<Guid?>(
            async () =>
            {
                var invitations = await db.Invitations
                    .Where(i => i.Email == email && i.UsedAt == null && i.ExpiresAt > now && db.Members.Any(m => m.Id == i.MemberId && m.ClosedAt == null && m.ErasedAt == null))
                    .OrderBy(i => i.Id)
                    .Take(2)
                    .ToListAsync(cancellationToken);
                return invitations is [var only]
                    ? await db.LinkInvitedAsync(await db.UseInvitationAsync(only, now, cancellationToken), account, now, cancellationToken)
                    : null;
            },
            cancellationToken);
    }

    /// <summary>Makes a villager of somebody whom only a provider knows. What more they are, an officer decides.</summary>
    /// <param name="tambon">Official code of six digits.</param>
    /// <returns>The member; the one of before when the account has got one meanwhile.</returns>
    public static Task<Guid> JoinAsVillagerAsync(
        this PortalDb db, string? name, string? tambon, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.FindLoginAsync(account, cancellationToken) is { } known)
                {
                    return known.MemberId;
                }

                if (!await db.Areas.AnyAsync(a => a.Code == tambon && a.Code.Length == 6, cancellationToken))
                {
                    throw new PortalException("member.area", "โปรดเลือกตำบลที่ท่านอยู่", "Area");
                }

                var member = Member.Join(name ?? "", Role.Villager, tambon!, Actor.System, now);
                await db.NumberAsync(member, cancellationToken);
                db.Members.Add(member);
                await db.AddLoginAsync(member, account, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return member.Id;
            },
            cancellationToken);

    /// <summary>A member takes a way in away, never the last.</summary>
    /// <param name="offered">Providers in the settings: no other is a way in.</param>
    public static Task UnlinkAsync(
        this PortalDb db, Guid memberId, string provider, IReadOnlyCollection<string> offered, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var member = await db.OpenMemberAsync(memberId, cancellationToken);
                var logins = await db.ExternalLogins.Where(l => l.MemberId == memberId).ToListAsync(cancellationToken);
                if (logins.Find(l => l.Provider == provider) is not { } login)
                {
                    return;
                }

                if (!logins.Any(l => l != login && offered.Contains(l.Provider)) && !await db.Pins.AnyAsync(p => p.MemberId == memberId && !p.IsFirst, cancellationToken))
                {
                    throw new PortalException("login.last", "นี่คือทางเข้าเดียวของท่าน ตั้ง PIN หรือผูกบัญชีอื่นก่อน จึงเลิกผูกบัญชีนี้ได้");
                }

                db.Unlink(member, login, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static async Task<Guid> LinkInvitedAsync(this PortalDb db, Member member, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ExternalLogins.SingleOrDefaultAsync(l => l.MemberId == member.Id && l.Provider == account.Provider, cancellationToken) is { } before)
        {
            db.Unlink(member, before, now);
        }

        await db.AddLoginAsync(member, account, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return member.Id;
    }

    private static async Task AddLoginAsync(this PortalDb db, Member member, ProviderAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Logins(account).AnyAsync(cancellationToken))
        {
            throw new PortalException("login.taken", "บัญชีนี้ผูกกับสมาชิกอีกคนแล้ว ถ้าเป็นบัญชีของท่าน โปรดบอกพัฒนากร");
        }

        db.ExternalLogins.Add(new ExternalLogin { Provider = account.Provider, Subject = account.Subject, MemberId = member.Id, LinkedAt = JournalChain.Truncate(now) });
        member.Happened(Verbs.MemberLoginLinked, new Actor(member.Id, []), now, ("provider", account.Provider));
    }

    private static void Unlink(this PortalDb db, Member member, ExternalLogin login, DateTimeOffset now)
    {
        db.ExternalLogins.Remove(login);
        member.Happened(Verbs.MemberLoginUnlinked, new Actor(member.Id, []), now, ("provider", login.Provider));
    }

    private static IQueryable<ExternalLogin> Logins(this PortalDb db, ProviderAccount account) =>
        db.ExternalLogins.Where(l => l.Provider == account.Provider && l.Subject == account.Subject);
}
