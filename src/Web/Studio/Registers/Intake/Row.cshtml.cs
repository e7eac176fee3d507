using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>One row: its cells to put right, and what there is to decide. What is typed is kept, also while it is still wrong.</summary>
public sealed class RowModel(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : IntakePage(db, bell, current, clock)
{
    private const string CellPrefix = "c.";
    private const int LongCell = 60;

    public IntakeRow Row { get; private set; } = null!;

    /// <summary>Columns that are taken in: where they stand, and what they are called.</summary>
    public IReadOnlyList<(int At, SheetColumn Column)> Columns { get; private set; } = [];

    /// <summary>What the row would change of a record that is there; <c>null</c> → it would be a new one.</summary>
    public RowChanges? Changes { get; private set; }

    public IReadOnlyList<Area> Tambons { get; private set; } = [];

    public string Place { get; private set; } = "";

    public bool AsksArea => Row.ChosenArea.Length > 0 || Row.Says.Any(s => !s.IsNote && s.Field.StartsWith("area", StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken) =>
        await LoadAsync(id, number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid id, int number, string? act, Guid subject, int revision, string[]? takes, string? marks, string? area, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, number, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            switch (act)
            {
                case "fix":
                    await Db.FixRowAsync(id, number, Typed(), area ?? "", Actor, Now, cancellationToken);
                    break;
                case "apart":
                    await Db.TellRowApartAsync(id, number, (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), Actor, Now, cancellationToken);
                    break;
                case "into":
                    await Db.PutRowIntoAsync(id, number, subject, Actor, Now, cancellationToken);
                    break;
                case "choose":
                    await Db.ChooseRowAsync(id, number, revision, takes ?? [], Actor, Now, cancellationToken);
                    break;
                case "skip" or "keep":
                    await Db.SkipRowAsync(id, number, act == "skip", Actor, Now, cancellationToken);
                    break;
                default:
                    return NotFound();
            }
        }
        catch (PortalException refusal)
        {
            Say(refusal.Message);
            return Redirect($"{Address}/rows/{number.ToString(CultureInfo.InvariantCulture)}");
        }

        await LoadAsync(id, number, cancellationToken);
        if (Row.State is RowState.Wrong or RowState.Alike or RowState.Conflict)
        {
            return Page();
        }

        Say($"แถว {number}: {Row.State.Name()}");
        return Redirect(Address);
    }

    public static bool IsLong(string cell, SheetColumn column) => column.Kind == SheetKind.Lines || cell.Length > LongCell || cell.Contains('\n', StringComparison.Ordinal);

    public IEnumerable<RowSaying> At(string code) => Row.Says.Where(s => s.Field == code);

    /// <summary>What is said of something that is in no column of the sheet.</summary>
    public IEnumerable<RowSaying> Elsewhere => Row.Says.Where(s => Columns.All(c => c.Column.Code != s.Field));

    private Dictionary<int, string> Typed() => Request.Form
        .Where(f => f.Key.StartsWith(CellPrefix, StringComparison.Ordinal) && int.TryParse(f.Key[CellPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .ToDictionary(f => int.Parse(f.Key[CellPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture), f => f.Value.ToString().ReplaceLineEndings("\n"));

    private async Task<bool> LoadAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Batch.State is not (IntakeState.Reviewing or IntakeState.Done or IntakeState.Undone)
            || await Db.IntakeRowAsync(id, number, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        var columns = SheetColumns.Of(await Db.IntakeFormAsync(Batch, cancellationToken)).ToDictionary(c => c.Code);
        Columns = [.. Batch.Columns.Index().Where(c => c.Index < row.Cells.Count && columns.ContainsKey(c.Item)).Select(c => (c.Index, columns[c.Item]))];
        Changes = await Db.RowChangesAsync(Batch, row, Actor, cancellationToken);
        Tambons = Batch.AreaCode.Length == 4 ? await Db.AreasWithinAsync(Batch.AreaCode, cancellationToken) : [];
        Place = (await Db.PlacesAsync([Batch.AreaCode], cancellationToken)).Name(Batch.AreaCode);
        return true;
    }
}
