using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>Writing records and having them checked; each verb is one transaction, and knows afterwards how complete the record is.</summary>
public static class RegisterWriting
{
    /// <summary>A new record. The same one sent twice, as a form with a bad connection does, is one.</summary>
    public static Task EnterAsync<T, TRecord>(
        this PortalDb db, T noun, TRecord record, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class =>
        db.InTransaction(
            async () =>
            {
                if (await db.EnterInAsync(noun, record, by, now, cancellationToken))
                {
                    await db.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Writes a record anew.</summary>
    /// <param name="revision">The wording that the form was filled from.</param>
    /// <returns>Whether it was written; <c>false</c> when somebody else wrote meanwhile.</returns>
    public static Task<bool> WriteRecordAsync<T, TRecord>(
        this PortalDb db, Guid id, int revision, Func<TRecord, TRecord> change, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class =>
        db.InTransaction(
            async () =>
            {
                var noun = await db.FindRecordAsync<T>(id, by, cancellationToken);
                if (noun.RevisionNumber != revision)
                {
                    return false;
                }

                await db.PutAsync(noun, change(noun.Latest), by, now, CheckState.Draft, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Does something with a record that the actor may see, in one transaction.</summary>
    /// <exception cref="PortalException">There is no such record for the actor.</exception>
    public static Task OnRecordAsync<T>(
        this PortalDb db, Guid id, Actor by, DateTimeOffset now, Func<T, Task> act, CancellationToken cancellationToken)
        where T : Registered =>
        db.InTransaction(
            async () =>
            {
                var noun = await db.FindRecordAsync<T>(id, by, cancellationToken);
                await act(noun);
                // What counts lies in rows beside the record too, and is asked of the database.
                await db.SaveChangesAsync(cancellationToken);
                await db.AssessAsync(noun, by, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public static Task SubmitAsync<T>(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered =>
        db.OnRecordAsync<T>(
            id,
            by,
            now,
            async noun =>
            {
                var form = await db.FormOfAsync(noun, cancellationToken);
                noun.Submit([.. form?.Fields.Where(f => f.Required && noun.Missing.Contains(f.Code)).Select(f => f.Label) ?? []], by, now);
            },
            cancellationToken);

    public static Task CheckAsync<T>(this PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered =>
        db.OnRecordAsync<T>(
            id,
            by,
            now,
            noun =>
            {
                noun.Check(revision, by, now);
                return Task.CompletedTask;
            },
            cancellationToken);

    public static Task ReturnAsync<T>(
        this PortalDb db, Guid id, int revision, IReadOnlyList<(string Field, string Text)> remarks, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered =>
        db.OnRecordAsync<T>(
            id,
            by,
            now,
            noun =>
            {
                db.RecordRemarks.AddRange(noun.Return(revision, remarks, by, now));
                return Task.CompletedTask;
            },
            cancellationToken);

    public static Task AcceptAsync<T>(this PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered =>
        db.OnRecordAsync<T>(
            id,
            by,
            now,
            async noun =>
            {
                noun.Accept(revision, by, now);
                if (noun.Number is null)
                {
                    noun.TakeNumber(await db.DrawAsync(noun.Letter, noun.AreaCode, noun.Id, cancellationToken));
                }

                if (noun is Sage sage)
                {
                    await db.KeepBlocksAsync(sage, cancellationToken);
                }

                var settled = JournalChain.Truncate(now);
                foreach (var remark in await db.RecordRemarks.Where(r => r.SubjectId == id && r.SettledAt == null).ToListAsync(cancellationToken))
                {
                    remark.SettledAt = settled;
                }
            },
            cancellationToken);

    /// <summary>The record to be changed. Call inside a transaction.</summary>
    public static async Task<T> FindRecordAsync<T>(this PortalDb db, Guid id, Actor by, CancellationToken cancellationToken)
        where T : Registered =>
        await db.RecordsFor<T>(by).SingleOrDefaultAsync(n => n.Id == id, cancellationToken)
        ?? throw new PortalException("register.none", "ไม่พบรายการนี้ในทะเบียนของท่าน");

    /// <summary>A new record as a draft. Call inside a transaction; the caller saves.</summary>
    /// <returns>Whether it is new; <c>false</c> when it was sent before.</returns>
    internal static async Task<bool> EnterInAsync<T, TRecord>(this PortalDb db, T noun, TRecord record, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class
    {
        if (await db.Set<T>().AnyAsync(n => n.Id == noun.Id, cancellationToken))
        {
            return false;
        }

        db.Add(noun);
        await db.PutAsync(noun, record, by, now, CheckState.Draft, cancellationToken);
        return true;
    }

    /// <summary>Writes a wording with its revision, and assesses it. Call inside a transaction; the caller saves.</summary>
    internal static async Task PutAsync<T, TRecord>(
        this PortalDb db, T noun, TRecord record, Actor by, DateTimeOffset now, CheckState state, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class
    {
        if (state != CheckState.Accepted)
        {
            await db.DemandOpenAsync(noun.Form, noun.AreaCode.Length > 0 ? noun.AreaCode : noun.AreaIn(record), now, cancellationToken);
        }

        await db.PutAsync(noun, record, await db.AskedFormAsync(noun.Form, noun.AreaIn(record), now, cancellationToken), by, now, state, cancellationToken);
    }

    /// <summary>The same where it was found out for many records at once that their area is open, and which form is asked there.</summary>
    internal static async Task PutAsync<T, TRecord>(
        this PortalDb db, T noun, TRecord record, FormDefinition? form, Actor by, DateTimeOffset now, CheckState state, CancellationToken cancellationToken)
        where T : Registered<TRecord>
        where TRecord : class
    {
        db.RecordRevisions.Add(noun.Write(record, form?.Key ?? "", by, now, state));
        form?.Use();
        if (state == CheckState.Accepted && noun.Number is null && noun.AreaCode.Length >= 4)
        {
            noun.TakeNumber(await db.DrawAsync(noun.Letter, noun.AreaCode, noun.Id, cancellationToken));
        }

        if (noun is Sage sage)
        {
            await db.KeepBlocksAsync(sage, cancellationToken);
        }

        await db.AssessAsync(noun, by, now, cancellationToken, form);
    }

    /// <summary>
    /// Removes what was kept of records beside the nouns themselves, also of those that were merged into them; their numbers stay as tombstones.
    /// Call inside a transaction; the caller saves.
    /// </summary>
    internal static async Task ForgetRecordsAsync(this PortalDb db, IReadOnlyCollection<Guid> nouns, CancellationToken cancellationToken)
    {
        List<Guid> subjects = [.. nouns, .. await db.SageAliases.Where(a => nouns.Contains(a.SageId)).Select(a => a.Id).ToListAsync(cancellationToken)];
        db.RecordRevisions.RemoveRange(await db.RecordRevisions.Where(r => subjects.Contains(r.SubjectId)).ToListAsync(cancellationToken));
        db.RecordRemarks.RemoveRange(await db.RecordRemarks.Where(r => subjects.Contains(r.SubjectId)).ToListAsync(cancellationToken));
    }

    /// <summary>Notes how complete the record is now. Call inside a transaction after what counts was changed; the caller saves.</summary>
    /// <param name="form">That the record was filled in with, where it is at hand.</param>
    internal static async Task AssessAsync(this PortalDb db, Registered noun, Actor by, DateTimeOffset now, CancellationToken cancellationToken, FormDefinition? form = null)
    {
        if ((form ?? await db.FormOfAsync(noun, cancellationToken)) is { } filled)
        {
            noun.Assess(Completeness.Of(filled, await db.AnswersAsync(noun, AnswerWords.Keys, cancellationToken)), by, now);
        }
    }
}
