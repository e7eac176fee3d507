using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Centres;

/// <summary>Where a centre stands, the checklist by which it is chosen, and what the office decides next.</summary>
public sealed class SelectionModel(PortalDb db, CurrentMember current, TimeProvider clock) : NounPage<Centre>(db, current, clock)
{
    // Codes of criteria are small letters, so these two are none.
    private const string On = "On";
    private const string Reason = "Reason";

    private Dictionary<string, IReadOnlyList<string>> _values = [];

    /// <summary>Steps that there were when the form was opened.</summary>
    [BindProperty]
    public int Known { get; set; }

    /// <summary>The checklist in force; <c>null</c> while none is asked for.</summary>
    public FormDefinition? Checklist { get; private set; }

    /// <summary>Steps that may follow and that the member may take, the first one first.</summary>
    public IReadOnlyList<CentreStage> Next { get; private set; } = [];

    public IReadOnlyList<ToldStep> History { get; private set; } = [];

    /// <summary>The latest result, with the labels of required criteria that it did not meet.</summary>
    public (CentreStep Step, IReadOnlyList<string> Unmet)? Latest { get; private set; }

    public string District => Noun.AreaCode[..4];

    public string Value(string code) => Value(_values, code);

    public IReadOnlyList<string> All(string code) => _values.GetValueOrDefault(code, []);

    /// <summary>What the button says that takes the step.</summary>
    public string Deed(CentreStage next) => next switch
    {
        CentreStage.Candidate when Noun.Stage == CentreStage.Suspended => "กลับมาเสนอชื่อใหม่",
        CentreStage.Candidate => "บันทึกผลประเมิน",
        CentreStage.Selected => "คัดเลือกเป็นศูนย์",
        CentreStage.Active => "เปิดให้เรียนรู้",
        CentreStage.Suspended => "พักไว้",
        _ => throw new ArgumentOutOfRangeException(nameof(next)),
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Known = Noun.History.Count;
        _values = Noun.History.LastOrDefault(s => s.Score is not null)?.Answers?.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[a.Value]) ?? [];
        _values[On] = [BuddhistDate.Short(Today)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, string? checklist, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        _values = RecordForm.Posted(Request.Form);
        var values = new FieldValues(_values, Label, Today);
        var (on, reason) = (values.Day(On), values.Line(Reason));
        if (on is null && values.Line(On).Length == 0)
        {
            values.Say(On, "โปรดใส่วันที่");
        }

        if (!Enum.TryParse<CentreStage>(act, out var next) || !Enum.IsDefined(next))
        {
            values.Say("", "โปรดเลือกว่าจะทำอะไร");
        }

        var answers = Checklist is null ? new Dictionary<string, string>() : SelectionForm.Read(values, Checklist);
        Wrong = values.Wrong;
        if (on is { } day && Wrong.Count == 0)
        {
            try
            {
                await Db.JudgeCentreAsync(id, new(Known, next, day, reason, checklist ?? "", answers), Actor, Now, cancellationToken);
                Say($"บันทึกแล้ว ศูนย์นี้ «{next.Name()}»");
                return Redirect($"/studio/centres/{id}/selection");
            }
            catch (PortalException refusal)
            {
                Wrong = [(Field(refusal), refusal.Message)];
                // Saving again goes on from what somebody else wrote.
                Known = refusal.Code == "centre.newer" ? Noun.History.Count : Known;
            }
        }

        ModelState.Clear();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Noun.AreaCode.Length < 4)
        {
            return false;
        }

        Checklist = Noun.Stage == CentreStage.Candidate ? await Db.FormForAsync(FormKind.Selection, Noun.AreaCode, cancellationToken) : null;
        Next = [.. CentreHistory.After(Noun.History, Noun.Stage).Where(s => Actor.May(s == CentreStage.Candidate ? Permission.Check : Permission.Certify, Noun.AreaCode))];
        History = await Db.ToldStepsAsync(Noun, cancellationToken);
        if (Noun.History.LastOrDefault(s => s.Score is not null) is { } scored)
        {
            var form = await Db.FormByKeyAsync(scored.Form, cancellationToken);
            var unmet = form is null ? [] : SelectionScore.Of(form, scored.Answers ?? new Dictionary<string, string>()).Unmet;
            Latest = (scored, [.. form?.Fields.Where(f => unmet.Contains(f.Code)).Select(f => f.Label) ?? []]);
        }

        return true;
    }

    private string Label(string field) => field switch
    {
        On => "วันที่",
        Reason => "เหตุผล",
        _ => Checklist?.Fields.FirstOrDefault(f => f.Code == field)?.Label ?? field,
    };

    private static string Field(PortalException refusal) => refusal.Code switch
    {
        "centre.on" => On,
        "centre.reason" => Reason,
        "centre.required" => refusal.Field!,
        _ => "",
    };
}
