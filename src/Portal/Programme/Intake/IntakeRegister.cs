using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>What taking sheets in does with one of the registers.</summary>
public abstract record IntakeRegister(FormKind Kind)
{
    /// <summary>Why a sheet cannot begin a record that was in no register before; empty → it can.</summary>
    public string Beginning { get; init; } = "";

    /// <summary>Records by id, lasting name or number that the actor may write, as they are now.</summary>
    internal abstract Task<IReadOnlyList<Registered>> FindAsync(PortalDb db, Actor actor, IReadOnlyCollection<string> codes, CancellationToken cancellationToken);

    /// <summary>The same to be written. Call inside a transaction.</summary>
    internal abstract Task<IReadOnlyList<Registered>> LoadAsync(PortalDb db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Records of the very name in the very tambon: id, name, name's key, area.</summary>
    internal abstract Task<IReadOnlyList<(Guid Id, string Name, string NameKey, string Area)>> NamesakesAsync(
        PortalDb db, IReadOnlyCollection<string> nameKeys, IReadOnlyCollection<string> areas, CancellationToken cancellationToken);

    internal abstract Registered Create(Guid id);

    /// <summary>What a form of the record is filled with.</summary>
    internal abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(Registered? record, string area);

    /// <summary>The record with what was typed.</summary>
    internal abstract object Read(FieldValues values, Registered? before, string area, FormDefinition form);

    /// <summary>Whether the wording says what the record says already.</summary>
    internal abstract bool IsSaid(Registered noun, object record);

    /// <summary>Writes the wording into a noun that is thrown away, so that every rule of the register has its say.</summary>
    /// <exception cref="PortalException">A rule said no.</exception>
    internal abstract void Try(Registered noun, object record, string form, Actor by, DateTimeOffset now);

    /// <summary>Writes a draft. Call inside a transaction; the caller saves.</summary>
    internal abstract Task PutAsync(PortalDb db, Registered noun, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What one of its revisions said.</summary>
    internal abstract object Said(RecordRevision revision);

    /// <summary>Takes the record out of the register. Call inside a transaction; the caller saves.</summary>
    internal abstract void Remove(PortalDb db, Registered noun, Actor by, DateTimeOffset now);
}

/// <inheritdoc/>
/// <param name="Make">A record of an id.</param>
/// <param name="Leave">Says in the journal that the record goes.</param>
public sealed record IntakeRegister<T, TRecord>(
    FormKind Kind, IRegisterForm<TRecord> Form, Func<Guid, T> Make, Action<T, Actor, DateTimeOffset> Leave) : IntakeRegister(Kind)
    where T : Registered<TRecord>
    where TRecord : class
{
    internal override async Task<IReadOnlyList<Registered>> FindAsync(PortalDb db, Actor actor, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var ids = codes.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        return await db.RecordsFor<T>(actor).AsNoTracking()
            .Where(r => ids.Contains(r.Id) || codes.Contains(r.Key) || (r.Number != null && codes.Contains(r.Number)))
            .ToListAsync(cancellationToken);
    }

    internal override async Task<IReadOnlyList<Registered>> LoadAsync(PortalDb db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.RecordsFor<T>(actor).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);

    internal override async Task<IReadOnlyList<(Guid Id, string Name, string NameKey, string Area)>> NamesakesAsync(
        PortalDb db, IReadOnlyCollection<string> nameKeys, IReadOnlyCollection<string> areas, CancellationToken cancellationToken) =>
        [.. (await db.Set<T>().Where(r => nameKeys.Contains(r.NameKey) && areas.Contains(r.AreaCode)).Select(r => new { r.Id, r.Name, r.NameKey, r.AreaCode }).ToListAsync(cancellationToken))
            .Select(r => (r.Id, r.Name, r.NameKey, r.AreaCode))];

    internal override Registered Create(Guid id) => Make(id);

    internal override IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(Registered? record, string area) => Form.Fill(Latest(record, area));

    internal override object Read(FieldValues values, Registered? before, string area, FormDefinition form) => Form.Read(values, Latest(before, area), area, form);

    internal override bool IsSaid(Registered noun, object record)
    {
        // As forms show it: old files lack parts of names, which reading a form adds.
        var (mine, theirs) = (Form.Fill((TRecord)record), Form.Fill(((T)noun).Latest));
        return ((T)noun).AreaIn((TRecord)record) == noun.LatestArea
            && mine.Keys.Union(theirs.Keys).All(code => mine.GetValueOrDefault(code, []).Where(v => v.Length > 0).SequenceEqual(theirs.GetValueOrDefault(code, []).Where(v => v.Length > 0)));
    }

    internal override void Try(Registered noun, object record, string form, Actor by, DateTimeOffset now) => ((T)noun).Write((TRecord)record, form, by, now);

    internal override Task PutAsync(PortalDb db, Registered noun, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = (T)noun;
        return db.PutAsync(own, own.RevisionNumber > 0 ? Form.Keep((TRecord)record, own.Latest) : (TRecord)record, by, now, CheckState.Draft, cancellationToken);
    }

    internal override object Said(RecordRevision revision) => revision.Read<TRecord>();

    internal override void Remove(PortalDb db, Registered noun, Actor by, DateTimeOffset now)
    {
        Leave((T)noun, by, now);
        db.Remove(noun);
    }

    private TRecord Latest(Registered? record, string area) => (record as T)?.Latest ?? Form.Empty(area);
}

/// <summary>The registers that sheets are taken into.</summary>
public static class IntakeRegisters
{
    /// <remarks>Another one is a line here.</remarks>
    public static IReadOnlyList<IntakeRegister> All { get; } =
    [
        new IntakeRegister<Sage, SageRecord>(FormKind.Sage, SageForm.Instance, id => Sage.Create(null, null, id), (sage, by, now) => sage.Remove(by, now)),
        new IntakeRegister<Plot, PlotRecord>(FormKind.Plot, PlotForm.Instance, id => Plot.Create(null, id), (plot, by, now) => plot.Remove(by, now)),
        new IntakeRegister<Centre, CentreRecord>(FormKind.Centre, CentreForm.Instance, id => Centre.Create(null, id), (centre, by, now) => centre.Remove(by, now))
        {
            Beginning = "ศูนย์เรียนรู้ใหม่เริ่มจากแปลง โปรดเสนอแปลงเป็นศูนย์จากหน้าของแปลงก่อน แล้วใส่รหัสของศูนย์ในตาราง",
        },
        new IntakeRegister<Activity, ActivityRecord>(FormKind.Activity, ActivityForm.Instance, id => Activity.Create(id), (activity, by, now) => activity.Remove(by, now)),
    ];

    public static IntakeRegister? Find(FormKind kind) => All.FirstOrDefault(r => r.Kind == kind);

    internal static IntakeRegister Of(FormKind kind) => Find(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind));
}
