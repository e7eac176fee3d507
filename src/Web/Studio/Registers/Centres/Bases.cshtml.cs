using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Centres;

/// <summary>The learning bases of a centre in its own order; which of them stay.</summary>
public sealed class BasesModel(PortalDb db, CurrentMember current, TimeProvider clock) : NounPage<Centre>(db, current, clock)
{
    private IReadOnlyDictionary<string, IReadOnlyList<string>> _values = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The wording that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Names of the shared bases by key.</summary>
    public IReadOnlyDictionary<string, string> Shared { get; private set; } = new Dictionary<string, string>();

    /// <summary>What somebody else saved while the form was open, and what was asked for here.</summary>
    public (string Theirs, string Mine)? Conflict { get; private set; }

    public IReadOnlyList<CentreBase> All => Noun.Latest.Profile.Bases;

    /// <summary>What stands in the box of a base: what was typed, or else its place.</summary>
    public string Order(int number, int at) => Value(_values, $"order.{number}") is { Length: > 0 } typed ? typed : (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsGone(int number) => Value(_values, $"gone.{number}").Length > 0;

    public string Name(CentreBase one) => one.Name.Length > 0 ? one.Name : Shared.GetValueOrDefault(one.Base, one.Base);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Revision = Noun.RevisionNumber;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        _values = RecordForm.Posted(Request.Form);
        var values = new FieldValues(_values, _ => "ลำดับ", Today);
        List<int> order = [.. All.Select((b, at) => (b.Number, Order: values.Number($"order.{b.Number}", 1, 99) ?? at + 1)).Where(b => !IsGone(b.Number)).OrderBy(b => b.Order).Select(b => b.Number)];
        Wrong = values.Wrong;
        if (Wrong.Count == 0)
        {
            try
            {
                if (await Db.WriteRecordAsync<Centre, CentreRecord>(id, Revision, r => r with { Profile = r.Profile with { Bases = r.Profile.Bases.InOrder(order) } }, Actor, Now, cancellationToken))
                {
                    Say("บันทึกลำดับของฐานแล้ว");
                    return Redirect($"/studio/centres/{id}/bases");
                }

                var mine = Names(All.InOrder(order));
                await LoadAsync(id, cancellationToken);
                (Conflict, Revision, _values) = ((Names(All), mine), Noun.RevisionNumber, new Dictionary<string, IReadOnlyList<string>>());
            }
            catch (PortalException refusal)
            {
                Wrong = [("", refusal.Message)];
            }
        }

        ModelState.Clear();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return false;
        }

        Shared = (await RecordChoices.LoadAsync(Db, FormKind.Centre, Noun.AreaCode, Actor, cancellationToken)).Bases.ToDictionary(b => b.Key, b => b.Name);
        return true;
    }

    private string Names(IEnumerable<CentreBase> bases) => string.Join('\n', bases.Select((b, at) => $"{at + 1}. {Name(b)}"));
}
