using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Rows of a sheet by what was found out about them.</summary>
public sealed record RowCounts(IReadOnlyDictionary<RowState, int> ByState)
{
    public int All => ByState.Values.Sum();

    public int this[RowState state] => ByState.GetValueOrDefault(state);

    /// <summary>Rows about which somebody has still to do something.</summary>
    public int Open => ByState.Where(s => s.Key.IsOpen()).Sum(s => s.Value);
}

/// <summary>Reads of sheets. They hold what was typed of people, so who neither sent one nor checks in its area does not find it.</summary>
public static class IntakeQueries
{
    public const int PageSize = 50;

    private const int MostListed = 30;

    public static IQueryable<IntakeBatch> IntakesFor(this PortalDb db, Actor actor)
    {
        var checks = actor.AreasFor(Permission.Check);
        var registers = actor.AreasFor(Permission.Register);
        var (all, self) = (checks.Contains(""), actor.Id);
        return db.IntakeBatches.Where(b => all
            || checks.Any(a => b.AreaCode.StartsWith(a))
            || (b.CreatorId == self && registers.Any(a => b.AreaCode.StartsWith(a) || a.StartsWith(b.AreaCode))));
    }

    /// <summary>The newest sheets of a register.</summary>
    public static Task<List<IntakeBatch>> IntakesAsync(this PortalDb db, FormKind register, Actor actor, CancellationToken cancellationToken) =>
        db.IntakesFor(actor).AsNoTracking().Where(b => b.Register == register && b.State != IntakeState.Taking).OrderByDescending(b => b.At).ThenByDescending(b => b.Id).Take(MostListed).ToListAsync(cancellationToken);

    /// <returns><c>null</c> when there is none for the actor.</returns>
    public static Task<IntakeBatch?> IntakeAsync(this PortalDb db, FormKind register, Guid id, Actor actor, CancellationToken cancellationToken) =>
        db.IntakesFor(actor).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.Register == register && b.State != IntakeState.Taking, cancellationToken);

    public static async Task<RowCounts> RowCountsAsync(this PortalDb db, Guid batch, CancellationToken cancellationToken) =>
        new(await db.IntakeRows.Where(r => r.BatchId == batch).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken));

    /// <summary>A page of rows in the sheet's order.</summary>
    /// <param name="state"><c>null</c> → all.</param>
    public static Task<List<IntakeRow>> IntakeRowsAsync(this PortalDb db, Guid batch, RowState? state, int page, CancellationToken cancellationToken) =>
        db.IntakeRows.AsNoTracking().Where(r => r.BatchId == batch && (state == null || r.State == state)).OrderBy(r => r.Number)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

    public static Task<IntakeRow?> IntakeRowAsync(this PortalDb db, Guid batch, int number, CancellationToken cancellationToken) =>
        db.IntakeRows.AsNoTracking().SingleOrDefaultAsync(r => r.BatchId == batch && r.Number == number, cancellationToken);

    /// <summary>The batch to be changed. Call inside a transaction.</summary>
    internal static async Task<IntakeBatch> FindIntakeAsync(this PortalDb db, Guid id, Actor by, CancellationToken cancellationToken) =>
        await db.IntakesFor(by).SingleOrDefaultAsync(b => b.Id == id, cancellationToken)
        ?? throw new PortalException("intake.none", "ไม่พบตารางชุดนี้ อาจถูกลบไปแล้ว หรืออยู่นอกพื้นที่ของท่าน");

    internal static Task<bool> HasOpenRowsAsync(this PortalDb db, Guid batch, CancellationToken cancellationToken) =>
        db.IntakeRows.AnyAsync(
            r => r.BatchId == batch && (r.State == RowState.Unread || r.State == RowState.Ready || r.State == RowState.Wrong || r.State == RowState.Alike || r.State == RowState.Conflict),
            cancellationToken);
}
