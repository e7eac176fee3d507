using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>Steps 3 and 4: verdicts row by row, how far the portal has come, and what became of the sheet.</summary>
public sealed class ShowModel(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : IntakePage(db, bell, current, clock)
{
    // What somebody has to do something about comes first.
    private static readonly RowState[] First = [RowState.Wrong, RowState.Alike, RowState.Conflict];

    public RowCounts Counts { get; private set; } = new(new Dictionary<RowState, int>());

    public IReadOnlyList<IntakeRow> Rows { get; private set; } = [];

    /// <summary><c>null</c> → all rows.</summary>
    public RowState? Shown { get; private set; }

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Rows that the present run has dealt with, and all that it has to.</summary>
    public (int Done, int All) Progress => Batch.State switch
    {
        IntakeState.Judging => (Counts.All - Counts[RowState.Unread], Counts.All),
        IntakeState.Writing => (Batch.Run, Batch.Run + Counts[RowState.Ready]),
        IntakeState.Undoing => (Batch.Run, Batch.Run + Counts[RowState.Written]),
        _ => (0, 0),
    };

    public bool MayUndo => Batch.State is IntakeState.Reviewing or IntakeState.Done && Counts[RowState.Written] > 0;

    public async Task<IActionResult> OnGetAsync(Guid id, string? show, [FromQuery(Name = "page")] string? page, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Batch.State == IntakeState.Columns)
        {
            return Redirect($"{Address}/columns");
        }

        Counts = await Db.RowCountsAsync(id, cancellationToken);
        Place = (await Db.PlacesAsync([Batch.AreaCode], cancellationToken)).Name(Batch.AreaCode);
        Shown = Enum.TryParse<RowState>(show, out var wanted) && Enum.IsDefined(wanted) ? wanted
            : show is "all" ? null
            : First.Where(s => Counts[s] > 0).Select(s => (RowState?)s).FirstOrDefault();
        var total = Shown is { } state ? Counts[state] : Counts.All;
        Pages = Math.Max(1, (total + IntakeQueries.PageSize - 1) / IntakeQueries.PageSize);
        Number = Math.Min(PageNumber.Parse(page), Pages);
        Rows = Batch.IsUnderWay ? [] : await Db.IntakeRowsAsync(id, Shown, Number, cancellationToken);
        return Page();
    }

    public string PageUrl(int page) => string.Create(CultureInfo.InvariantCulture, $"{Address}?show={Shown?.ToString() ?? "all"}&page={page}");

    /// <summary>«นำเข้าได้ 12 · ต้องแก้ 1 · อาจซ้ำ 1»</summary>
    public IEnumerable<(RowState State, int Count)> Sums => Enum.GetValues<RowState>().Where(s => Counts[s] > 0).Select(s => (s, Counts[s]));
}
