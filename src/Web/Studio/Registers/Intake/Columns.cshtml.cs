using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>Step 2: which column is which. Left out when every heading is known.</summary>
public sealed class ColumnsModel(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : IntakePage(db, bell, current, clock)
{
    private const int SampleRows = 3;
    private const int SampleLength = 60;

    /// <summary>Code of the field of each column; empty → it is left out.</summary>
    [BindProperty]
    public List<string?> Columns { get; set; } = [];

    /// <summary>What a column may hold, by heading of the group.</summary>
    public IReadOnlyList<SheetColumn> Known { get; private set; } = [];

    /// <summary>Some cells of each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Samples { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public bool IsHeaderStrange => Batch.Columns.All(c => c.Length == 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Columns = [.. Batch.Columns];
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            await Db.MapIntakeAsync(id, [.. Columns.Select(c => c ?? "")], Actor, Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [("", refusal.Message)];
            return await FormAsync(cancellationToken);
        }

        await GoOnAsync(id, cancellationToken);
        return Redirect(Address);
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        Known = SheetColumns.Of(await Db.IntakeFormAsync(Batch, cancellationToken), rows: 3);
        var rows = await Db.IntakeRows.AsNoTracking().Where(r => r.BatchId == Batch.Id).OrderBy(r => r.Number).Take(SampleRows).Select(r => r.Cells).ToListAsync(cancellationToken);
        Samples = [.. Batch.Header.Select((_, at) => (IReadOnlyList<string>)[.. rows.Where(r => at < r.Count && r[at].Length > 0).Select(r => Shorten(r[at]))])];
        ModelState.Clear();
        return Page();
    }

    private static string Shorten(string text) => text.Length <= SampleLength ? text : text[..SampleLength] + "…";
}
