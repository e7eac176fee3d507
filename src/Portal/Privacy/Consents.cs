using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Where one purpose stands with a sage.</summary>
/// <param name="Standing">The consent that holds now; of several the one that holds longest.</param>
/// <param name="Ended">The consent that ended last; told when none stands.</param>
public sealed record ConsentState(ConsentPurpose Purpose, Consent? Standing, Consent? Ended);

/// <summary>Recording what a sage agreed to and took back, by officers who may write the record. The person oneself: <see cref="OwnConsents"/>.</summary>
public static class Consents
{
    /// <summary>Several consents given on one occasion: all of them or none. The same sent twice, as with a bad connection, is one.</summary>
    public static Task GiveConsentsAsync(
        this PortalDb db, Guid sageId, IReadOnlyCollection<ConsentGift> gifts, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(sageId, by, now, sage => db.GiveAsync(sage, gifts, by, now, isSelf: false, cancellationToken), cancellationToken);

    /// <summary>Takes one purpose back, at once. The purpose to be shown takes the page away with it.</summary>
    public static Task WithdrawConsentAsync(
        this PortalDb db, Guid sageId, ConsentPurpose purpose, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnRecordAsync<Sage>(sageId, by, now, sage => db.EndAsync(sage, purpose, by, now, isSelf: false, cancellationToken), cancellationToken);

    /// <summary>Each of the six purposes. Call for a sage whom the reader may look after, or is.</summary>
    public static async Task<IReadOnlyList<ConsentState>> ConsentStatesAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken)
    {
        var all = (await db.ConsentHistoryAsync(sageId, cancellationToken)).ToLookup(c => c.Purpose);
        return [.. Enum.GetValues<ConsentPurpose>().Select(p => new ConsentState(
            p, all[p].Where(c => c.IsStanding).MaxBy(c => c.Expires ?? DateOnly.MaxValue), all[p].Where(c => !c.IsStanding).MaxBy(c => c.WithdrawnAt)))];
    }

    /// <summary>Everything that was ever given, newest first.</summary>
    public static async Task<IReadOnlyList<Consent>> ConsentHistoryAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        [.. (await db.Consents.AsNoTracking().Where(c => c.SageId == sageId).ToListAsync(cancellationToken)).OrderByDescending(c => c.RecordedAt).ThenBy(c => c.Purpose)];

    /// <summary>Call inside a transaction; the caller saves.</summary>
    internal static async Task GiveAsync(
        this PortalDb db, Sage sage, IReadOnlyCollection<ConsentGift> gifts, Actor by, DateTimeOffset now, bool isSelf, CancellationToken cancellationToken)
    {
        ConsentRules.Demand(gifts, ThaiTime.Day(now), isSelf);
        await db.DemandOwnSheetAsync(sage, gifts, cancellationToken);
        await db.DemandLaterAsync(sage, gifts, cancellationToken);
        var standing = (await db.StandingAsync(sage.Id, cancellationToken)).ToLookup(c => c.Purpose);
        var fresh = gifts.Where(g => !standing[g.Purpose].Any(c => IsSame(g, c))).ToList();
        var held = fresh.SelectMany(g => standing[g.Purpose].Where(c => !IsLonger(g, c)).Take(1)).ToList();
        if (held.Count > 0)
        {
            var told = string.Join(" · ", held.Select(c => $"{c.Purpose.Name()} ตั้งแต่ {BuddhistDate.Short(c.Given)}"));
            throw new PortalException("consent.standing", $"ให้ไว้แล้ว: {told} ไม่ต้องบันทึกอีก ถ้าจะแก้ ให้ถอนของเดิมก่อน", "Purposes");
        }

        db.Consents.AddRange(fresh.Select(g => sage.Consent(g, by, now, isSelf)));
    }

    /// <inheritdoc cref="GiveAsync"/>
    internal static async Task EndAsync(
        this PortalDb db, Sage sage, ConsentPurpose purpose, Actor by, DateTimeOffset now, bool isSelf, CancellationToken cancellationToken)
    {
        var standing = (await db.StandingAsync(sage.Id, cancellationToken)).Where(c => c.Purpose == purpose).ToList();
        if (standing.Count == 0)
        {
            throw new PortalException("consent.none", $"ไม่มีความยินยอมเรื่อง{purpose.Name()}ที่ยังมีผล อาจถอนไปแล้ว");
        }

        foreach (var (i, consent) in standing.Index())
        {
            sage.Withdraw(consent, by, now, isSelf, another: i < standing.Count - 1);
        }
    }

    private static Task<List<Consent>> StandingAsync(this PortalDb db, Guid sageId, CancellationToken cancellationToken) =>
        db.Consents.Where(c => c.SageId == sageId && c.WithdrawnAt == null).OrderBy(c => c.Id).ToListAsync(cancellationToken);

    // The picture of the sheet is another one each time that the form is sent.
    private static bool IsSame(ConsentGift gift, Consent consent) =>
        (gift.Given, gift.Method, gift.Expires, gift.Witness, gift.SheetCode, gift.KeptAt)
        == (consent.Given, consent.Method, consent.Expires, consent.Witness, consent.SheetCode, consent.KeptAt);

    // A consent that ends is given anew before it does: the page need not go meanwhile.
    private static bool IsLonger(ConsentGift gift, Consent consent) =>
        consent.Expires is { } last && gift.Given >= consent.Given && (gift.Expires is null || gift.Expires > last);
}
