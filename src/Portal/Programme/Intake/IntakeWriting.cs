using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Writes the good rows of a sheet, some in a transaction: a row says that it is written in the transaction that writes its record.</summary>
public static class IntakeWriting
{
    /// <summary>A transaction keeps other writers waiting.</summary>
    public const int AtOnce = 100;

    /// <summary>Somebody accepts the good rows; pressing it twice is pressing it once.</summary>
    public static Task AcceptIntakeAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                (await db.FindIntakeAsync(id, by, cancellationToken)).BeginWriting(by, now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <returns>Whether there is more to write.</returns>
    public static Task<bool> WriteSomeAsync(this PortalDb db, IntakeRun run, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                var batch = await db.FindIntakeAsync(run.Batch.Id, run.Actor, cancellationToken);
                if (batch.State != IntakeState.Writing)
                {
                    return false;
                }

                var rows = await db.IntakeRows.Where(r => r.BatchId == batch.Id && r.State == RowState.Ready).OrderBy(r => r.Number).Take(AtOnce).ToListAsync(cancellationToken);
                if (rows.Count == 0)
                {
                    batch.EndWriting(await db.HasOpenRowsAsync(batch.Id, cancellationToken), run.Actor, run.Reading.Now);
                    await db.SaveChangesAsync(cancellationToken);
                    return false;
                }

                await db.WriteRowsAsync(run, batch, rows, cancellationToken);
                return true;
            },
            cancellationToken);

    private static async Task WriteRowsAsync(this PortalDb db, IntakeRun run, IntakeBatch batch, List<IntakeRow> rows, CancellationToken cancellationToken)
    {
        // Whoever came into the register since the verdict is found now, under the lock.
        await run.FindTwinsAsync(db, rows.FindAll(r => r.IsNew), cancellationToken, inRegisterOnly: true);
        var ids = rows.Where(r => !r.IsNew).Select(r => r.SubjectId!.Value).ToList();
        var befores = (await run.Register.LoadAsync(db, run.Actor, ids, cancellationToken)).ToDictionary(r => r.Id);
        var (written, forms) = (new List<(IntakeRow Row, Registered Noun)>(), new AskedForms(db, batch.Register, run.Reading.Now));
        // Hundreds of new rows are looked through once, by the save.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var row in rows.Where(r => r.State == RowState.Ready))
            {
                if (await db.WriteRowAsync(run, forms, row, row.IsNew ? null : befores.GetValueOrDefault(row.SubjectId!.Value), cancellationToken) is { } noun)
                {
                    written.Add((row, noun));
                }
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var (row, noun) in written)
        {
            row.WrittenVersion = noun.Version;
        }

        batch.Advance(written.Count);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Registered?> WriteRowAsync(this PortalDb db, IntakeRun run, AskedForms forms, IntakeRow row, Registered? before, CancellationToken cancellationToken)
    {
        if (!row.IsNew && (before is null || before.RevisionNumber != row.Revision))
        {
            Stop(row, RowState.Conflict, "มีคนแก้รายการนี้หลังจากตรวจตาราง โปรดดูทั้งสองฉบับแล้วเลือก");
            row.Takes = null;
            return null;
        }

        var read = run.Reading.Read(row, before);
        if (read.IsWrong)
        {
            (row.State, row.Says) = (RowState.Wrong, read.Says);
            return null;
        }

        var noun = before ?? run.Begin(row);
        try
        {
            await run.Register.PutAsync(db, noun, read.Record, forms, run.Actor, run.Reading.Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            // A rule says no before anything of the noun is changed.
            Stop(row, RowState.Wrong, refusal.Message, refusal.Field ?? "");
            return null;
        }

        if (before is null)
        {
            db.Add(noun);
            if (noun.Number is { } number)
            {
                await db.TakeAsync(noun.Letter, number, noun.Id, cancellationToken);
            }

            db.TellApart(row, noun, run);
        }

        await db.AddPhonesAsync(noun, read.Phones, await forms.OfAsync(noun.LatestArea, cancellationToken), run, cancellationToken);
        (row.State, row.SubjectId) = (RowState.Written, noun.Id);
        return noun;
    }

    /// <summary>A record that is not in the portal yet: of its own, or as another portal has it.</summary>
    private static Registered Begin(this IntakeRun run, IntakeRow row)
    {
        var (id, number) = (run.Reading.Cell(row, SheetColumns.Id), RowSubjects.Number(run.Reading.Cell(row, SheetColumns.Number)));
        var noun = run.Register.Create(Guid.TryParse(id, out var own) ? own : Guid.CreateVersion7());
        if (id.Length + number.Length > 0)
        {
            _ = Thai.ThaiDigits.TryParseInt(run.Reading.Cell(row, SheetColumns.Revision), out var revision);
            noun.Resume(number.Length > 0 ? number : null, Math.Max(revision, 1), row.AreaCode, run.Actor);
        }

        return noun;
    }

    private static void TellApart(this PortalDb db, IntakeRow row, Registered noun, IntakeRun run)
    {
        if (noun is not Sage sage || !run.Actor.May(Permission.Check, sage.AreaCode))
        {
            return;
        }

        foreach (var other in row.Twins.Select(t => t.Id).OfType<Guid>().Distinct())
        {
            var (one, two) = NotDuplicate.Pair(sage.Id, other);
            db.NotDuplicates.Add(new() { OneId = one, OtherId = two, MemberId = run.Actor.Id, At = JournalChain.Truncate(run.Reading.Now) });
            sage.Happened(Verbs.SageToldApart, run.Actor, run.Reading.Now, ("other", other));
        }
    }

    private static async Task AddPhonesAsync(
        this PortalDb db, Registered noun, IReadOnlyList<string> phones, FormDefinition? form, IntakeRun run, CancellationToken cancellationToken)
    {
        if (noun is not Sage sage || phones.Count == 0 || sage.IsDeceased)
        {
            return;
        }

        var known = db.IsNew(sage) ? [] : await db.SageContacts.Where(c => c.SageId == sage.Id).Select(c => c.Value).ToListAsync(cancellationToken);
        foreach (var phone in phones.Except(known).Take(SageContacts.Most - known.Count))
        {
            var contact = new SageContact { SageId = sage.Id, Channel = ContactChannel.Phone, Value = "", Visibility = Visibility.Staff };
            db.SageContacts.Add(contact);
            contact.Write(sage, phone, Visibility.Staff, "", run.Actor, run.Reading.Now);
        }

        await db.AssessAsync(sage, run.Actor, run.Reading.Now, cancellationToken, form);
    }

    private static void Stop(IntakeRow row, RowState state, string message, string field = "") => (row.State, row.Says) = (state, [new(field, message)]);
}
