using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>What the pages of the registers do with one of them: sages, plots, centres, or the plan.</summary>
/// <param name="Path">Last part of its address: <c>sages</c>.</param>
/// <param name="Title">«ทะเบียนปราชญ์»</param>
/// <param name="Noun">«ปราชญ์»</param>
public abstract record RegisterDesk(string Path, FormKind Kind, string Title, string Noun)
{
    public string Url => $"/studio/{Path}";

    public abstract Task<(IReadOnlyList<RecordRow> Rows, int Total)> ListAsync(PortalDb db, Actor actor, RecordFilter filter, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<(string District, RegisterSum Sum)>> SumsAsync(PortalDb db, Actor actor, string area, CancellationToken cancellationToken);

    /// <summary><c>null</c> when there is none for the actor.</summary>
    public abstract Task<Registered?> FindAsync(PortalDb db, Actor actor, Guid id, CancellationToken cancellationToken);

    /// <summary>What a form begins with.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(Registered? record);

    /// <summary>What one of its revisions said, in words by field code.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(RecordRevision revision);

    /// <summary>Reads what was typed without writing it, so that all that is wrong is found at once.</summary>
    public abstract object Read(FieldValues values, Registered? before, string area, FormDefinition form);

    public abstract Task EnterAsync(PortalDb db, Guid id, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <returns><c>false</c> when somebody else wrote meanwhile.</returns>
    public abstract Task<bool> WriteAsync(PortalDb db, Guid id, int revision, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many drafts of the actor wait to be sent.</summary>
    public abstract Task<int> OwnDraftsAsync(PortalDb db, Actor by, CancellationToken cancellationToken);

    public abstract Task<(int Sent, int Left)> SubmitAllAsync(PortalDb db, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task SubmitAsync(PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task CheckAsync(PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task ReturnAsync(
        PortalDb db, Guid id, int revision, IReadOnlyList<(string Field, string Text)> remarks, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    public abstract Task AcceptAsync(PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Rows of the register to take out, which is recorded.</summary>
    public abstract Task<SheetFile> SheetAsync(PortalDb db, SheetUse use, string area, bool withPhones, Actor by, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed record RegisterDesk<T, TRecord>(
    string Path, FormKind Kind, string Title, string Noun, IRegisterForm<TRecord> Form, Func<Guid, T> Create) : RegisterDesk(Path, Kind, Title, Noun)
    where T : Registered<TRecord>
    where TRecord : class
{
    public override Task<(IReadOnlyList<RecordRow> Rows, int Total)> ListAsync(PortalDb db, Actor actor, RecordFilter filter, CancellationToken cancellationToken) =>
        db.FindRecordsAsync<T>(actor, filter, cancellationToken);

    public override Task<IReadOnlyList<(string District, RegisterSum Sum)>> SumsAsync(PortalDb db, Actor actor, string area, CancellationToken cancellationToken) =>
        db.SumsAsync<T>(actor, area, cancellationToken);

    public override async Task<Registered?> FindAsync(PortalDb db, Actor actor, Guid id, CancellationToken cancellationToken) =>
        await db.RecordsFor<T>(actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(Registered? record) => Form.Fill(Latest(record, ""));

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(RecordRevision revision) => Form.Fill(revision.Read<TRecord>());

    public override object Read(FieldValues values, Registered? before, string area, FormDefinition form) => Form.Read(values, Latest(before, area), area, form);

    public override Task EnterAsync(PortalDb db, Guid id, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.EnterAsync(Create(id), (TRecord)record, by, now, cancellationToken);

    public override Task<bool> WriteAsync(PortalDb db, Guid id, int revision, object record, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteRecordAsync<T, TRecord>(id, revision, latest => Form.Keep((TRecord)record, latest), by, now, cancellationToken);

    public override Task<int> OwnDraftsAsync(PortalDb db, Actor by, CancellationToken cancellationToken) => db.OwnDraftsFor<T>(by).CountAsync(cancellationToken);

    public override Task<(int Sent, int Left)> SubmitAllAsync(PortalDb db, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.SubmitAllAsync<T>(by, now, cancellationToken);

    public override Task SubmitAsync(PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.SubmitAsync<T>(id, by, now, cancellationToken);

    public override Task CheckAsync(PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.CheckAsync<T>(id, revision, by, now, cancellationToken);

    public override Task ReturnAsync(
        PortalDb db, Guid id, int revision, IReadOnlyList<(string Field, string Text)> remarks, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.ReturnAsync<T>(id, revision, remarks, by, now, cancellationToken);

    public override Task AcceptAsync(PortalDb db, Guid id, int revision, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AcceptAsync<T>(id, revision, by, now, cancellationToken);

    public override Task<SheetFile> SheetAsync(PortalDb db, SheetUse use, string area, bool withPhones, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        use == SheetUse.PassingOn
            ? db.PassingOnSheetAsync<T, TRecord>(Kind, Form, area, by, now, cancellationToken)
            : db.WorkingSheetAsync<T, TRecord>(Kind, Form, area, withPhones, by, now, cancellationToken);

    private TRecord Latest(Registered? record, string area) => (record as T)?.Latest ?? Form.Empty(area);
}
