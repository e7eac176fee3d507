using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Definitions;

/// <summary>Makes the next version of a form out of one that is there, for the country or for a province.</summary>
public sealed class NextModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private Dictionary<string, IReadOnlyList<string>> _values = [];

    /// <summary>Id of the version that is not there yet: the same page sent twice is one version.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Number of the newest version in the area when the page was opened.</summary>
    [BindProperty]
    public int After { get; set; }

    /// <summary>The version that this page was filled from.</summary>
    public FormDefinition From { get; private set; } = null!;

    /// <summary>Where the version will hold; empty → everywhere.</summary>
    public string AreaCode { get; private set; } = "";

    public string Place { get; private set; } = "";

    public IReadOnlyList<Area> Provinces { get; private set; } = [];

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public IReadOnlyList<int> Rows => DefinitionForm.Rows(_values);

    public string Value(string code) => _values.GetValueOrDefault(code, []) is [.., var last] ? last : "";

    /// <summary>Whether the portal has an own place for the field, so that its kind cannot be chosen.</summary>
    public bool IsKnown(string code) => KnownFields.Of(From.Kind).Contains(code);

    /// <summary>Fields that every version of the register has to ask for.</summary>
    public bool IsIndispensable(string code) => code is "name" or "area" && IsKnown(code);

    public async Task<IActionResult> OnGetAsync(Guid id, string? area, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, area, cancellationToken))
        {
            return NotFound();
        }

        (NewId, After) = (Guid.CreateVersion7(), await db.NewestFormAsync(From.Kind, AreaCode, cancellationToken));
        _values = DefinitionForm.Fill(From);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? area, string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, area, cancellationToken))
        {
            return NotFound();
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        _values = RecordForm.Posted(Request.Form);
        ModelState.Clear();
        if (act == "more")
        {
            DefinitionForm.Grow(_values);
            return Page();
        }

        var now = clock.GetUtcNow();
        var values = new FieldValues(_values, _ => "ช่องนี้", ThaiTime.Day(now));
        var fields = DefinitionForm.Read(values, Rows, From.Kind, await db.FreeCodesAsync(From.Kind, cancellationToken));
        Wrong = values.Wrong;
        if (Wrong.Count > 0)
        {
            return Page();
        }

        try
        {
            await db.AddFormAsync(new(NewId, From.Kind, AreaCode, After, values.Line("title"), values.Block("source"), fields), Actor, now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field is "title" ? "title" : "", refusal.Message)];
            // Saving again makes the version after the one that somebody else made.
            After = refusal.Code == "form.newer" ? await db.NewestFormAsync(From.Kind, AreaCode, cancellationToken) : After;
            return Page();
        }

        Say("ทำรุ่นใหม่แล้ว รายการที่บันทึกจากนี้ใช้รุ่นนี้");
        return Redirect($"/studio/forms/{NewId}");
    }

    private async Task<bool> LoadAsync(Guid id, string? area, CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, "") || await db.FormDefinitions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } form)
        {
            return false;
        }

        From = form;
        Provinces = await db.AreasWithinAsync("", cancellationToken);
        AreaCode = area is null ? form.AreaCode : Provinces.FirstOrDefault(p => p.Code == area)?.Code ?? "";
        Place = Provinces.FirstOrDefault(p => p.Code == AreaCode)?.ShortName ?? "ทั้งประเทศ";
        return true;
    }
}
