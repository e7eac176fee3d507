using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Centres;

/// <summary>One learning base of a centre: new at <c>bases/new</c>, or what there is. It is saved as a further wording of the centre.</summary>
public sealed class BaseModel(PortalDb db, CurrentMember current, TimeProvider clock) : NounPage<Centre>(db, current, clock)
{
    private IReadOnlyDictionary<string, IReadOnlyList<string>> _values = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The wording that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The base as it is kept; <c>null</c> for a new one.</summary>
    public CentreBase? Kept { get; private set; }

    public RecordChoices Choices { get; private set; } = null!;

    /// <summary>Sages who work at the centre first, then those of the province.</summary>
    public IReadOnlyList<(string Key, string Name)> Leaders { get; private set; } = [];

    public IReadOnlyList<(string Key, string Title)> Lessons { get; private set; } = [];

    /// <summary>What somebody else wrote while this form was open: field, theirs, mine.</summary>
    public IReadOnlyList<(string Field, string Theirs, string Mine)>? Conflict { get; private set; }

    /// <summary>Size of the group that materials are reckoned for on the page.</summary>
    public int? People { get; private set; }

    public string Value(string code) => Value(_values, code);

    public IReadOnlyList<string> All(string code) => _values.GetValueOrDefault(code, []);

    /// <summary>Rows that are filled in, and one more.</summary>
    public IEnumerable<int> Rows(string code) =>
        Enumerable.Range(0, new FieldValues(_values, Label, Today).Rows(code).Where(row => _values.Any(v => v.Key.StartsWith($"{code}.{row}.", StringComparison.Ordinal))).DefaultIfEmpty(-1).Max() + 2);

    public async Task<IActionResult> OnGetAsync(Guid id, int? number, string? people, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, number, cancellationToken))
        {
            return NotFound();
        }

        (Revision, _values) = (Noun.RevisionNumber, CentreBaseForm.Fill(Kept ?? new()));
        People = ThaiDigits.TryParseInt(people, out var group) && group is > 0 and <= 10_000 ? group : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int? number, string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, number, cancellationToken))
        {
            return NotFound();
        }

        var posted = RecordForm.Posted(Request.Form);
        _values = posted;
        ModelState.Clear();
        if (act == "more")
        {
            return Page();
        }

        var values = new FieldValues(_values, Label, Today);
        var one = CentreBaseForm.Read(values, Kept ?? new() { Number = await Db.NextBaseAsync(Noun, cancellationToken) });
        Wrong = values.Wrong;
        if (Wrong.Count > 0)
        {
            return Page();
        }

        try
        {
            if (await Db.WriteRecordAsync<Centre, CentreRecord>(id, Revision, r => r with { Profile = r.Profile with { Bases = r.Profile.Bases.With(one) } }, Actor, Now, cancellationToken))
            {
                Say("บันทึกฐานแล้ว ส่งตรวจได้ที่หน้าของศูนย์");
                return Redirect($"/studio/centres/{id}/bases");
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [("", refusal.Message)];
            return Page();
        }

        return await ConflictAsync(id, number, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ConflictAsync(Guid id, int? number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, null, cancellationToken))
        {
            return false;
        }

        Kept = Noun.Latest.Profile.Bases.FirstOrDefault(b => b.Number == number);
        var theirs = Kept is null ? new Dictionary<string, IReadOnlyList<string>>() : CentreBaseForm.Fill(Kept);
        Conflict =
        [
            .. _values.Keys.Union(theirs.Keys).Select(k => k.Split('.')[0]).Distinct()
                .Select(field => (Label(field), Said(theirs, field), Said(_values, field))).Where(d => number is not null && d.Item2 != d.Item3),
        ];
        // Saving again puts this base on top of theirs, which stays in the history.
        Revision = Noun.RevisionNumber;
        return true;
    }

    private async Task<bool> LoadAsync(Guid id, int? number, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return false;
        }

        Kept = Noun.Latest.Profile.Bases.FirstOrDefault(b => b.Number == number);
        Choices = await RecordChoices.LoadAsync(Db, FormKind.Centre, Noun.AreaCode, Actor, cancellationToken);
        var own = await Db.RecordsFor<Sage>(Actor).AsNoTracking().Where(s => s.CentreKeys.Contains(Noun.Key)).OrderBy(s => s.SortKey).Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken);
        Leaders = [.. own.Select(s => (s.Key, s.Name)).Concat(Choices.Sages).DistinctBy(s => s.Key)];
        Lessons = [.. (await Db.LiveEntries().Where(e => e.Type == EntryType.Lesson).OrderBy(e => e.SortKey).Select(e => new { e.Key, e.Title }).ToListAsync(cancellationToken)).Select(e => (e.Key, e.Title))];
        return number is null || Kept is not null;
    }

    /// <summary>A field with all its rows, in words as they were typed; names for what was chosen.</summary>
    private string Said(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string field)
    {
        var names = Choices.Bases.Concat(Leaders).Concat(Lessons).DistinctBy(n => n.Key).ToDictionary(n => n.Key, n => n.Item2);
        return string.Join('\n', values.Where(v => v.Key.Split('.')[0] == field).GroupBy(v => v.Key.Split('.') is [_, var row, ..] ? row : "")
            .OrderBy(row => row.Key.Length).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => string.Join(" ", row.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => v.Value).Where(v => v.Length > 0).Select(v => names.GetValueOrDefault(v, v))))
            .Where(line => line.Length > 0));
    }

    private static string Label(string field) => field switch
    {
        "name" => "ชื่อฐาน",
        "base" => "ฐานกลาง",
        "leaders" => "ครูพาทำ",
        "goal" => "เป้าหมาย",
        "questions" => "คำถามนำ",
        "people" => "จำนวนคน",
        "materials" => "วัสดุ",
        "steps" => "ขั้นตอน",
        "lessons" => "บทเรียน",
        _ => field,
    };
}
