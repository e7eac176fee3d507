using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>
/// Forgetting people of the registers (PDPA s.33). What remains of a sage is the register number, a random id in the journal, and a hash by
/// which no file brings the person back.
/// </summary>
public static class Erasure
{
    /// <summary>Takes every consent of a sage back at once, and the page away from readers.</summary>
    public static Task WithdrawAllAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var sage = await db.ProtectedFor<Sage>(by).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw PersonFiles.None;
                var standing = await db.Consents.Where(c => c.SageId == id && c.WithdrawnAt == null).ToListAsync(cancellationToken);
                if (standing.Count == 0 && !sage.IsPublished)
                {
                    throw new PortalException("consent.none", "ไม่มีความยินยอมที่ยังมีผลอยู่");
                }

                standing.ForEach(consent => sage.Withdraw(consent, by, now));
                sage.Hide(by, now);
                await db.SaveChangesAsync(cancellationToken);
                await db.AssessAsync(sage, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Forgets a sage. Texts stand on without the name; who asks for it lists them first by <see cref="PersonTexts.TextsOfAsync"/>.</summary>
    /// <param name="withMember">Whether the linked membership goes too; else it stays and is no longer linked.</param>
    public static async Task EraseSageAsync(
        this PortalDb db, Pictures pictures, Guid id, bool withMember, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var files = await db.InTransaction(
            async () =>
            {
                var sage = await db.ProtectedFor<Sage>(by).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw PersonFiles.None;
                var assets = await db.OwnAssetsAsync(id, cancellationToken);
                assets.ForEach(asset => asset.Remove(by, now));
                db.Assets.RemoveRange(assets);
                db.Consents.RemoveRange(await db.Consents.Where(c => c.SageId == id).ToListAsync(cancellationToken));
                db.SageContacts.RemoveRange(await db.SageContacts.Where(c => c.SageId == id).ToListAsync(cancellationToken));
                db.ImportedFiles.RemoveRange(await db.ImportedFiles.Where(f => f.Type == Subjects.Sage && f.Key == sage.Key).ToListAsync(cancellationToken));
                db.IntakeRows.RemoveRange(await db.IntakeRows.Where(r => r.SubjectId == id).ToListAsync(cancellationToken));
                await db.ForgetRecordsAsync([id], cancellationToken);
                foreach (var member in await db.Members.Where(m => m.SageKey == sage.Key && m.ErasedAt == null).ToListAsync(cancellationToken))
                {
                    if (withMember)
                    {
                        await db.ForgetMemberAsync(member, by, now, cancellationToken);
                    }
                    else
                    {
                        member.LeaveRegister(by, now);
                    }
                }

                db.ErasedKeys.Add(ErasedKey.Of(Subjects.Sage, sage.Key));
                sage.Remove(by, now);
                db.Sages.Remove(sage);
                await db.SaveChangesAsync(cancellationToken);
                return assets.ConvertAll(a => a.Id);
            },
            cancellationToken);
        // Should the portal die here, the daily sweep takes what has no row.
        foreach (var file in files)
        {
            await pictures.DeleteAsync(file, null, CancellationToken.None);
        }
    }

    /// <summary>Forgets the household of a plot; the plot stays.</summary>
    public static Task EraseHouseholdAsync(this PortalDb db, Guid plotId, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnProtectedAsync<Plot>(
            plotId,
            by,
            now,
            async plot =>
            {
                plot.ForgetHousehold(by, now);
                await db.RewriteAsync<PlotRecord>(plotId, Plot.Forget, ["household"], cancellationToken);
            },
            cancellationToken);

    /// <summary>Forgets who keeps a centre, or who answers for it; the centre stays.</summary>
    public static Task EraseCentrePersonAsync(this PortalDb db, Guid centreId, CentrePerson person, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.OnProtectedAsync<Centre>(
            centreId,
            by,
            now,
            async centre =>
            {
                centre.Forget(person, by, now);
                await db.RewriteAsync<CentreRecord>(centreId, r => Centre.Forget(r, person), [person == CentrePerson.Host ? "host" : "contact"], cancellationToken);
            },
            cancellationToken);

    private static Task OnProtectedAsync<T>(this PortalDb db, Guid id, Actor by, DateTimeOffset now, Func<T, Task> act, CancellationToken cancellationToken)
        where T : Registered =>
        db.InTransaction(
            async () =>
            {
                var record = await db.ProtectedFor<T>(by).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw PersonFiles.None;
                await act(record);
                await db.AssessAsync(record, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    // The only place where a revision is written anew: who asks to be forgotten is forgotten in the history too.
    private static async Task RewriteAsync<TRecord>(this PortalDb db, Guid subject, Func<TRecord, TRecord> forget, string[] fields, CancellationToken cancellationToken)
    {
        foreach (var revision in await db.RecordRevisions.AsNoTracking().Where(r => r.SubjectId == subject).ToListAsync(cancellationToken))
        {
            var text = JsonColumn.Write(forget(revision.Read<TRecord>()));
            await db.RecordRevisions.Where(r => r.Id == revision.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Text, text), cancellationToken);
        }

        db.RecordRemarks.RemoveRange(await db.RecordRemarks.Where(r => r.SubjectId == subject && fields.Contains(r.Field)).ToListAsync(cancellationToken));
    }

    // Portraits, and sheets that prove nothing about anybody else.
    private static async Task<List<Asset>> OwnAssetsAsync(this PortalDb db, Guid sage, CancellationToken cancellationToken)
    {
        var evidence = await db.Consents.Where(c => c.SageId == sage && c.EvidenceId != null).Select(c => c.EvidenceId!.Value).ToListAsync(cancellationToken);
        return await db.Assets
            .Where(a => (a.OwnerType == Subjects.Sage && a.OwnerId == sage)
                || (a.Use == AssetUse.Evidence && evidence.Contains(a.Id) && !db.Consents.Any(c => c.SageId != sage && c.EvidenceId == a.Id)))
            .ToListAsync(cancellationToken);
    }
}
