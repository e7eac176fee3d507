using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Plots;

/// <summary>A plot's life in dated steps, with a form for the next one.</summary>
public sealed class StepsModel(PortalDb db, CurrentMember current, TimeProvider clock) : NounPage<Plot>(db, current, clock)
{
    private Dictionary<string, IReadOnlyList<string>> _values = [];

    /// <summary>Steps that may follow.</summary>
    public IReadOnlyList<PlotState> Next => PlotHistory.After(Noun.Profile.History[^1].State);

    public string Value(string code) => Value(_values, code);

    public IReadOnlyList<string> All(string code) => _values.GetValueOrDefault(code, []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        _values = RecordForm.Posted(Request.Form);
        var values = new FieldValues(_values, Label, Today);
        var (state, on, reason, by) = (values.Code<PlotState>("state"), values.Day("on"), values.Line("reason"), values.Line("by"));
        if (state is null)
        {
            values.Say("state", "โปรดเลือกขั้น");
        }

        if (on is null && values.Line("on").Length == 0)
        {
            values.Say("on", "โปรดใส่วันที่ของขั้นนี้");
        }

        Wrong = values.Wrong;
        if (state is { } next && on is { } day && Wrong.Count == 0)
        {
            try
            {
                await Db.MovePlotAsync(id, new(next, day, reason, by), Actor, Now, cancellationToken);
                Say($"บันทึกขั้น «{next.Name()}» แล้ว");
                return Redirect($"/studio/plots/{id}/steps");
            }
            catch (PortalException refusal)
            {
                Wrong = [(Field(refusal), refusal.Message)];
            }
        }

        return Page();
    }

    private static string Label(string field) => field switch
    {
        "on" => "วันที่",
        "reason" => "เหตุผล",
        "by" => "เลขทะเบียนของแปลงที่มาแทน",
        _ => "ขั้น",
    };

    private static string Field(PortalException refusal) => refusal.Code switch
    {
        "plot.order" or "plot.future" => "on",
        "plot.reason" => "reason",
        "plot.by" => "by",
        "plot.step" => "state",
        _ => "",
    };
}
