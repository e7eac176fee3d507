using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>One breach with every wording of it.</summary>
public sealed class BreachShowModel(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public Breach Breach { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Wordings, newest first, each with what the one before it said where it differs.</summary>
    public IReadOnlyList<(BreachNote Note, string Who, IReadOnlyList<(string Label, string Before)> Changed)> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.BreachesFor(Actor).AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } breach)
        {
            return NotFound();
        }

        (Breach, At) = (breach, Now);
        Place = breach.AreaCode.Length == 0 ? "ทั้งประเทศ" : (await Db.PlacesAsync([breach.AreaCode], cancellationToken)).Name(breach.AreaCode);
        var notes = await Db.NotesOfAsync(id, cancellationToken);
        var names = await Db.MemberNamesAsync(notes.Select(n => n.ById).ToHashSet(), cancellationToken);
        Notes = [.. notes.Select((note, at) => (note, names.GetValueOrDefault(note.ById, AuditNames.Erased), at + 1 < notes.Count ? Changed(note.Text, notes[at + 1].Text) : []))];
        return Page();
    }

    private static IReadOnlyList<(string Label, string Before)> Changed(BreachText now, BreachText before) =>
        [.. Said(now).Zip(Said(before)).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => (pair.Second.Label, pair.Second.Text))];

    private static IEnumerable<(string Label, string Text)> Said(BreachText text) =>
    [
        ("ทราบเหตุเมื่อ", Dates.Moment(text.Found)),
        ("เกิดอะไรขึ้น", text.What),
        ("ข้อมูลอะไร ของใคร", text.Data),
        ("จำนวนคน", text.People?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("ทำอะไรไปแล้ว", text.Done),
        ("แจ้ง สคส. เมื่อ", text.ToldOffice is { } office ? Dates.Moment(office) : ""),
        ("แจ้งเจ้าของข้อมูลเมื่อ", text.ToldPeople is { } people ? Dates.Moment(people) : ""),
    ];
}
