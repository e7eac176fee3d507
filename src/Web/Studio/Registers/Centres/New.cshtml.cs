using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Centres;

/// <summary>Proposes a plot of the register as a learning centre.</summary>
public sealed class NewModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private Dictionary<string, IReadOnlyList<string>> _values = [];

    /// <summary>Id of the centre that is not there yet: the same form sent twice is one centre.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>What the plots were looked for by.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<ProposablePlot> Plots { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    private bool May => Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check);

    public string Value(string code) => _values.GetValueOrDefault(code, []) is [.., var last] ? last : "";

    public async Task<IActionResult> OnGetAsync(string? q, Guid? plot, CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7();
        if (plot is { } chosen)
        {
            _values["plot"] = [chosen.ToString()];
        }

        return await FormAsync(q, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? q, CancellationToken cancellationToken)
    {
        if (!May)
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        _values = RecordForm.Posted(Request.Form);
        var now = clock.GetUtcNow();
        var values = new FieldValues(_values, Label, ThaiTime.Day(now));
        var (name, reason) = (values.Line("name"), values.Line("reason"));
        if (!Guid.TryParse(Value("plot"), out var plot))
        {
            values.Say("plot", "โปรดเลือกแปลง");
        }

        if (name.Length == 0)
        {
            values.Say("name", "โปรดใส่ชื่อศูนย์เรียนรู้");
        }

        if (reason.Length == 0)
        {
            values.Say("reason", "โปรดบอกว่าเสนอเพราะอะไร");
        }

        Wrong = values.Wrong;
        if (Wrong.Count == 0)
        {
            try
            {
                await db.ProposeCentreAsync(new(plot, NewId, name, reason), Actor, now, cancellationToken);
                Say("เสนอเป็นศูนย์เรียนรู้แล้ว ขั้นต่อไปคือให้คะแนนตามเกณฑ์");
                return Redirect($"/studio/centres/{NewId}");
            }
            catch (PortalException refusal)
            {
                Wrong = [(refusal.Field ?? "", refusal.Message)];
            }
        }

        return await FormAsync(q, cancellationToken);
    }

    private async Task<IActionResult> FormAsync(string? q, CancellationToken cancellationToken)
    {
        if (!May)
        {
            return NotFound();
        }

        Text = q is { Length: > 200 } ? q[..200] : q ?? "";
        var chosen = Guid.TryParse(Value("plot"), out var plot) ? plot : (Guid?)null;
        (Plots, Total) = await db.ProposableAsync(Actor, Text, chosen, cancellationToken);
        ModelState.Clear();
        return Page();
    }

    private static string Label(string field) => field == "name" ? "ชื่อศูนย์เรียนรู้" : "เหตุผล";
}
