using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>Writes a record: new at <c>/studio/{register}/new</c>, or a further wording. What the form asks is data.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    private Registered? _record;

    [BindProperty]
    public TambonInput Area { get; set; } = new();

    /// <summary>The wording that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Id of a record that is not there yet: the same form sent twice is one record.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>What was shown of people like this one before somebody went on: ids and districts.</summary>
    [BindProperty]
    public string Apart { get; set; } = "";

    /// <summary>Who may be in the register already; asked once before a new record is made.</summary>
    public LikeSages? Like { get; private set; }

    public RecordForm Form { get; private set; } = null!;

    public Registered? Record => _record;

    /// <summary>What somebody else wrote while this form was open: field, theirs, mine.</summary>
    public IReadOnlyList<(string Field, string Theirs, string Mine)>? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await LookAsync(cancellationToken);
        Area = TambonInput.Of(_record?.LatestArea ?? (Actor.AreasFor(Permission.Register).FirstOrDefault() is { Length: >= 4 } own ? own : ""));
        (Revision, NewId) = (_record?.RevisionNumber ?? 0, Guid.CreateVersion7());
        return await FormAsync(Desk.Fill(_record), [], cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        var posted = RecordForm.Posted(Request.Form);
        if (act == "more")
        {
            return await FormAsync(posted, [], cancellationToken);
        }

        var (area, areaWrong) = await Area.ReadAsync(Db, Actor, Permission.Register, cancellationToken);
        var form = await Db.AskedFormAsync(Desk.Kind, area, Now, cancellationToken);
        var values = new FieldValues(posted, Labels(form), Today);
        if (areaWrong.Length > 0)
        {
            values.Say("area", areaWrong);
        }

        if (form is null)
        {
            values.Say("", "ยังไม่มีแบบฟอร์มของทะเบียนนี้ โปรดแจ้งผู้ดูแลระบบ");
            return await FormAsync(posted, values.Wrong, cancellationToken);
        }

        var record = Desk.Read(values, _record, area, form);
        if (values.Has("name") && values.Line("name").Length == 0)
        {
            values.Say("name", $"โปรดใส่{Labels(form)("name")}");
        }

        if (values.Wrong.Count > 0)
        {
            return await FormAsync(posted, values.Wrong, cancellationToken);
        }

        var like = id is null && record is SageRecord sage ? await Db.LikeAsync(sage, NewId, Actor, cancellationToken) : null;
        if (like is not null && like.Marks.Except((Apart ?? "").Split(' ')).Any())
        {
            (Like, Apart) = (like, string.Join(' ', like.Marks));
            return await FormAsync(posted, [], cancellationToken);
        }

        try
        {
            if (id is null)
            {
                await Desk.EnterAsync(Db, NewId, record, Actor, Now, cancellationToken);
                if (like is { Known.Count: > 0 })
                {
                    await Db.TellApartAsync(NewId, [.. like.Known.Select(k => k.Sage.Id)], Actor, Now, cancellationToken);
                }
            }
            else if (!await Desk.WriteAsync(Db, id.Value, Revision, record, Actor, Now, cancellationToken))
            {
                return await ConflictAsync(posted, cancellationToken);
            }
        }
        catch (PortalException refusal)
        {
            return await FormAsync(posted, [(refusal.Field ?? "", refusal.Message)], cancellationToken);
        }

        Say("บันทึกแล้ว");
        return Redirect($"{Desk.Url}/{id ?? NewId}");
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        _record = id is { } known ? await Desk.FindAsync(Db, Actor, known, cancellationToken) : null;
        // A centre begins as a plot.
        return id is null ? Actor.MaySomewhere(Permission.Register) && Desk != RegisterDesks.Centres : _record is not null;
    }

    // The form of a centre shows who answers for it and how one is reached.
    private Task LookAsync(CancellationToken cancellationToken) =>
        _record is Centre centre ? Db.SeeCentreContactAsync(centre.Id, Actor, Now, cancellationToken) : Task.CompletedTask;

    private async Task<IActionResult> ConflictAsync(Dictionary<string, IReadOnlyList<string>> posted, CancellationToken cancellationToken)
    {
        _record = await Desk.FindAsync(Db, Actor, _record!.Id, cancellationToken);
        if (_record is null)
        {
            return NotFound();
        }

        await LookAsync(cancellationToken);
        var theirs = Desk.Fill(_record);
        Conflict =
        [
            .. posted.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal)
                .Select(code => (Code: code, Theirs: Say(theirs, code), Mine: Say(posted, code)))
                .Where(d => d.Theirs != d.Mine && posted.ContainsKey(d.Code)),
        ];
        // Saving again puts this wording on top of theirs, which stays in the history.
        Revision = _record.RevisionNumber;
        return await FormAsync(posted, [], cancellationToken);

        static string Say(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string code) => string.Join(" · ", values.GetValueOrDefault(code, []).Where(v => v.Length > 0));
    }

    private async Task<IActionResult> FormAsync(
        IReadOnlyDictionary<string, IReadOnlyList<string>> values, IReadOnlyList<(string Field, string Message)> wrong, CancellationToken cancellationToken)
    {
        var district = Area.Tambon.Length == 6 ? Area.Tambon : Area.District;
        if (await Db.AskedFormAsync(Desk.Kind, district, Now, cancellationToken) is not { } definition)
        {
            return NotFound();
        }

        var remarks = _record is null ? [] : await Db.RemarksAsync(_record.Id, cancellationToken);
        if (Conflict is not null)
        {
            var label = Labels(definition);
            Conflict = [.. Conflict.Select(d => (label(d.Field.Split('.')[0]), d.Theirs, d.Mine))];
        }

        var field = definition.Fields.First(f => f.Code == "area");
        Form = new(
            Desk,
            definition,
            values,
            // In the order of the form, so that what is to be put right goes from top to bottom.
            [.. wrong.OrderBy(w => Array.FindIndex([.. definition.Fields], f => f.Code == w.Field.Split('.')[0]))],
            remarks.ToLookup(r => r.Field, r => r.Text),
            await RecordChoices.LoadAsync(Db, Desk.Kind, district, Actor, cancellationToken),
            await TambonField.LoadAsync(Db, Actor, Permission.Register, "Area", field.Label, field.Help, Area, wrong.At("area"), cancellationToken),
            _record?.Id);
        ModelState.Clear();
        return Page();
    }
}
