using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Records that some rows of a sheet are about, found in one go.</summary>
internal sealed class RowSubjects
{
    private readonly Dictionary<string, Registered> _byCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _taken = [];
    private ILookup<Guid, string> _phones = Array.Empty<string>().ToLookup(_ => Guid.Empty);

    public static async Task<RowSubjects> LoadAsync(PortalDb db, IntakeRun run, IReadOnlyList<IntakeRow> rows, bool withPhones, CancellationToken cancellationToken)
    {
        var found = new RowSubjects();
        var codes = rows.SelectMany(r => Codes(r, run.Reading)).ToHashSet();
        if (codes.Count == 0)
        {
            return found;
        }

        foreach (var record in await run.Register.FindAsync(db, run.Actor, codes, cancellationToken))
        {
            found._byCode[record.Id.ToString()] = found._byCode[record.Key] = record;
            if (record.Number is { } number)
            {
                found._byCode[number] = record;
            }
        }

        await found.LoadSeenAsync(db, codes, cancellationToken);
        var first = rows[0].Number;
        var ids = found._byCode.Values.Select(r => r.Id).ToHashSet();
        foreach (var above in await db.IntakeRows.Where(r => r.BatchId == run.Batch.Id && r.Number < first && r.SubjectId != null && ids.Contains(r.SubjectId.Value) && r.State != RowState.Skipped).Select(r => new { r.SubjectId, r.Number }).ToListAsync(cancellationToken))
        {
            found._taken.TryAdd(above.SubjectId!.Value, above.Number);
        }

        if (withPhones)
        {
            found._phones = (await db.SageContacts.Where(c => ids.Contains(c.SageId) && c.Channel == ContactChannel.Phone).Select(c => new { c.SageId, c.Value }).ToListAsync(cancellationToken)).ToLookup(c => c.SageId, c => c.Value);
        }

        return found;
    }

    /// <summary>The record that a row is about; <c>null</c> → it names none, or none that the actor may write.</summary>
    public Registered? Find(IntakeRow row, RowReading reading) => Codes(row, reading).Select(c => _byCode.GetValueOrDefault(c)).FirstOrDefault(r => r is not null);

    /// <summary>Whether what the row names was ever in this portal: removed, merged, or out of reach.</summary>
    public bool WasHere(IntakeRow row, RowReading reading) => Codes(row, reading).Any(_seen.Contains);

    /// <summary>The row above that is about the same record; <c>null</c> → there is none.</summary>
    public int? Above(Guid subject, int row) => _taken.TryAdd(subject, row) || _taken[subject] == row ? null : _taken[subject];

    public IEnumerable<string> PhonesOf(Guid subject) => _phones[subject];

    /// <summary>What a row says of which record it is: id, register number; or what somebody chose.</summary>
    private static IEnumerable<string> Codes(IntakeRow row, RowReading reading) => row.Choice == RowChoice.Into && row.SubjectId is { } chosen
        ? [chosen.ToString()]
        : ((string[])[reading.Cell(row, SheetColumns.Id), Number(reading.Cell(row, SheetColumns.Number))]).Where(c => c.Length > 0 && c != SheetMarks.Clear).Select(c => Guid.TryParse(c, out var id) ? id.ToString() : c);

    internal static string Number(string cell) => ThaiDigits.ToArabic(cell).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private async Task LoadSeenAsync(PortalDb db, HashSet<string> codes, CancellationToken cancellationToken)
    {
        var ids = codes.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        _seen.UnionWith(await db.RegisterNumbers.Where(n => codes.Contains(n.Number)).Select(n => n.Number).ToListAsync(cancellationToken));
        // A record that goes leaves its rows in the journal, whose subject is never used for another one.
        _seen.UnionWith((await db.Journal.Where(h => ids.Contains(h.SubjectId)).Select(h => h.SubjectId).Distinct().ToListAsync(cancellationToken)).Select(id => id.ToString()));
    }
}
