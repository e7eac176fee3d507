using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>Writes a letter: a new round, one after the pattern of an older, or a change of one that runs.</summary>
public sealed class EditModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private static readonly FormKind[] Pinned = [FormKind.Sage, FormKind.Centre, FormKind.Activity];

    [BindProperty]
    public RoundForm Form { get; set; } = new();

    /// <summary>The province that issues it.</summary>
    [BindProperty(SupportsGet = true)]
    public string Area { get; set; } = "";

    /// <summary>Of the letter that the form was filled from; 0 → new.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Id of a letter that is not there yet: the same form sent twice is one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <summary>Provinces to choose from; empty for who works in one.</summary>
    public IReadOnlyList<Area> Provinces { get; private set; } = [];

    public IReadOnlyList<Area> Districts { get; private set; } = [];

    public bool IsNew { get; private set; }

    public string Back { get; private set; } = "/studio/rounds";

    public async Task<IActionResult> OnGetAsync(Guid? id, Guid? from, CancellationToken cancellationToken)
    {
        var wanted = id ?? from;
        var pattern = wanted is { } key ? await FindAsync(key, cancellationToken) : null;
        if (wanted is not null && pattern is null)
        {
            return NotFound();
        }

        if (pattern is not null)
        {
            (Form, Area) = (RoundForm.Of(pattern), pattern.AreaCode);
            if (id is not null)
            {
                Version = pattern.Version;
            }
            else
            {
                (Form.Number, Form.Date, Form.Due) = ("", BuddhistDate.Short(ThaiTime.Day(clock.GetUtcNow())), "");
            }
        }

        NewId = Guid.CreateVersion7();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (pattern is null)
        {
            Form.Date = BuddhistDate.Short(ThaiTime.Day(clock.GetUtcNow()));
            Form.To = [.. Districts.Select(d => d.Code)];
            Form.Centres = new() { IsAsked = true, Spread = true, PlotsPer = "25", Text = "คัดเลือกพื้นที่ต้นแบบเป็นศูนย์เรียนรู้" };
            Form.Sages = new() { IsAsked = true, Text = "จัดทำทะเบียนปราชญ์ชุมชน/ครูพาทำ" };
            Form.Activities = new() { IsAsked = true, Text = "จัดทำแผนกิจกรรมที่ 4 และจุดเริ่มเอามื้อสามัคคี" };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        var known = id is { } key ? await FindAsync(key, cancellationToken) : null;
        if (id is not null && known is null)
        {
            return NotFound();
        }

        Area = known?.AreaCode ?? Area;
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var wrong = new List<(string Field, string Message)>();
        var (date, text) = Form.Read(known?.Text.Forms ?? await NewestFormsAsync(cancellationToken), wrong);
        Wrong = wrong;
        if (wrong.Count > 0)
        {
            return Page();
        }

        try
        {
            var written = await db.WriteDirectiveAsync(
                id ?? NewId, id is null ? 0 : Version, Portal.Knowledge.EntryRules.Line(Form.Number), Portal.Knowledge.EntryRules.Line(Form.Subject), date, Area, text, Actor, clock.GetUtcNow(), cancellationToken);
            if (!written)
            {
                Wrong = [("", "มีคนแก้หนังสือนี้ระหว่างที่ท่านเปิดอยู่ ข้อความของท่านยังอยู่ในหน้านี้ โปรดดูฉบับล่าสุดก่อน แล้วบันทึกอีกครั้งถ้ายังต้องการ")];
                Version = known?.Version ?? 0;
                ModelState.Clear();
                return Page();
            }
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "", refusal.Message)];
            return Page();
        }

        Say(id is null ? "ออกหนังสือแล้ว อำเภอเห็นในห้องทำงานทันที" : "บันทึกแล้ว");
        return Redirect($"/studio/rounds/{id ?? NewId}");
    }

    private async Task<Directive?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } found && Actor.May(Permission.Publish, found.AreaCode) ? found : null;

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        IsNew = id is null;
        Back = id is null ? "/studio/rounds" : $"/studio/rounds/{id}";
        var provinces = (await db.ProvincesForAsync(Actor, Permission.Publish, cancellationToken)).Where(p => Actor.May(Permission.Publish, p.Code)).ToList();
        if (Area.Length != 2)
        {
            Area = provinces.FirstOrDefault(p => p.Code == Portal.Knowledge.Exchange.ContentImporter.HomeArea)?.Code ?? provinces.FirstOrDefault()?.Code ?? "";
        }

        Provinces = provinces.Count > 1 && id is null ? provinces : [];
        if (Area.Length != 2 || !Actor.May(Permission.Publish, Area))
        {
            return false;
        }

        Districts = await db.AreasWithinAsync(Area, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<string>> NewestFormsAsync(CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        foreach (var kind in Pinned)
        {
            if (await db.FormForAsync(kind, Area, cancellationToken) is { } form)
            {
                keys.Add(form.Key);
            }
        }

        return keys;
    }
}
