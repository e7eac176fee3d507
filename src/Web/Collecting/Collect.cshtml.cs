using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Studio.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Collecting;

/// <summary>The form behind a link, for a phone: what is sent becomes a draft of the district's register.</summary>
public sealed class CollectModel(PortalDb db, TimeProvider clock) : LinkPage(db, clock)
{
    /// <summary>Id of the record that is not there yet: the same form sent twice is one record.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Of a sage or an activity, as the register's form asks; <c>null</c> with a centre.</summary>
    public RecordForm? Record { get; private set; }

    /// <summary>Of a centre.</summary>
    public CentreFields? Centre { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <summary>Tambons of the district.</summary>
    public IReadOnlyList<(string Code, string Name)> Tambons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7();
        return !await FindAsync(token, cancellationToken) ? NotFound() : State == LinkState.Open ? await FormAsync([], [], cancellationToken) : Closed();
    }

    public async Task<IActionResult> OnPostAsync(string token, string? act, CancellationToken cancellationToken)
    {
        if (!await FindAsync(token, cancellationToken))
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        var sent = RecordForm.Posted(Request.Form);
        if (act == "more")
        {
            return await FormAsync(sent, [], cancellationToken);
        }

        var today = ThaiTime.Day(Now);
        var wrong = await (Kind == LinkKind.Centres ? TakeCentreAsync(sent, today, cancellationToken) : TakeRecordAsync(sent, today, cancellationToken));
        return wrong.Count > 0 ? await FormAsync(sent, wrong, cancellationToken) : Redirect($"/c/{Token}/sent");
    }

    private async Task<IReadOnlyList<(string Field, string Message)>> TakeRecordAsync(Dictionary<string, IReadOnlyList<string>> sent, DateOnly today, CancellationToken cancellationToken)
    {
        var choices = await LinkFormChoices.LoadAsync(Db, Found, Now, cancellationToken);
        var values = new FieldValues(CollectedFields.Keep(choices.Fields, sent), choices.Label, today);
        var area = choices.Area(values);
        if (values.Line("name").Length == 0)
        {
            values.Say("name", $"โปรดใส่{choices.Label("name")}");
        }

        var record = choices.Read(values, area);
        return values.Wrong.Count > 0 ? values.Wrong : await TryAsync(() => record switch
        {
            SageRecord sage => Db.CollectAsync(Found.Link.Id, Sage.Create(null, null, NewId), sage, Now, cancellationToken),
            ActivityRecord activity => Db.CollectAsync(Found.Link.Id, Activity.Create(NewId), activity, Now, cancellationToken),
            _ => throw new InvalidOperationException("A link collects sages and activities."),
        });
    }

    private async Task<IReadOnlyList<(string Field, string Message)>> TakeCentreAsync(Dictionary<string, IReadOnlyList<string>> sent, DateOnly today, CancellationToken cancellationToken)
    {
        var values = new FieldValues(sent, CentreFields.Label, today);
        var plots = await Db.LinkPlotsAsync(Found.Link.AreaCode, isFree: true, cancellationToken);
        var proposal = CentreFields.Read(values, plots, NewId);
        // A plot that became a centre by this very form is free no more; sent twice it is one centre.
        return values.Wrong.Count > 0 && !await Db.Centres.AnyAsync(c => c.Id == NewId, cancellationToken) ? values.Wrong : await TryAsync(() => Db.CollectCentreAsync(Found.Link.Id, proposal, Now, cancellationToken));
    }

    private static async Task<IReadOnlyList<(string Field, string Message)>> TryAsync(Func<Task> take)
    {
        try
        {
            await take();
            return [];
        }
        catch (PortalException refusal)
        {
            // That of the office speaks of buttons that are not here.
            return refusal.Code == "round.locked" ? [("", "อำเภอส่งข้อมูลรอบนี้ให้จังหวัดแล้ว จึงยังไม่รับเพิ่ม")] : [(refusal.Field ?? "", refusal.Message)];
        }
    }

    private PageResult Closed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<IActionResult> FormAsync(Dictionary<string, IReadOnlyList<string>> sent, IReadOnlyList<(string Field, string Message)> wrong, CancellationToken cancellationToken)
    {
        // What was typed is shown again even when the link has closed meanwhile.
        State = LinkState.Open;
        Wrong = wrong;
        if (Kind == LinkKind.Centres)
        {
            Centre = new(await Db.LinkPlotsAsync(Found.Link.AreaCode, isFree: true, cancellationToken), sent, wrong);
        }
        else
        {
            var choices = await LinkFormChoices.LoadAsync(Db, Found, Now, cancellationToken);
            Record = choices.Form(CollectedFields.Keep(choices.Fields, sent), wrong);
            (Wrong, Tambons) = (Record.Wrong, choices.Tambons);
        }

        ModelState.Clear();
        return Page();
    }
}
