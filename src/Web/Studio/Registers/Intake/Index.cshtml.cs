using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Intake;

/// <summary>Step 1: a sheet is pasted or chosen; below, the sheets of late.</summary>
public sealed class IndexModel(PortalDb db, IntakeBell bell, CurrentMember current, TimeProvider clock) : IntakePage(db, bell, current, clock)
{
    /// <summary>Official code of the district, or of the province, that the rows belong to.</summary>
    [BindProperty]
    public string Area { get; set; } = "";

    [BindProperty]
    public string Province { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    /// <summary>The same form sent twice is one sheet.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    public TambonField Areas { get; private set; } = null!;

    /// <summary>The province as a whole, for who works in all of it.</summary>
    public Area? Whole { get; private set; }

    public IReadOnlyList<IntakeBatch> Batches { get; private set; } = [];

    public Func<string, string> Place { get; private set; } = code => code;

    public Func<Guid, string> Who { get; private set; } = id => "";

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public bool MayEnter => Actor.MaySomewhere(Permission.Register);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayEnter)
        {
            return NotFound();
        }

        (Area, NewId) = (Actor.AreasFor(Permission.Register).FirstOrDefault() is { Length: >= 4 } own ? own[..4] : "", Guid.CreateVersion7());
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (!MayEnter)
        {
            return NotFound();
        }

        if (act == "more")
        {
            Area = "";
            return await FormAsync(cancellationToken);
        }

        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        try
        {
            await Db.TakeIntakeAsync(NewId, Desk.Kind, Area, Read(), Actor, Now, cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field is "area" ? "Area" : "Text", refusal.Message)];
            return await FormAsync(cancellationToken);
        }

        if (!await FindAsync(NewId, cancellationToken))
        {
            return NotFound();
        }

        if (Batch.State == IntakeState.Columns)
        {
            return Redirect($"{Address}/columns");
        }

        await GoOnAsync(NewId, cancellationToken);
        return Redirect(Address);
    }

    private SheetTable Read()
    {
        if (Upload is { Length: > 0 })
        {
            using var stream = Upload.OpenReadStream();
            return SheetReader.Read(stream, Upload.FileName);
        }

        return string.IsNullOrWhiteSpace(Text) ? throw new PortalException("intake.nothing", "โปรดวางตาราง หรือเลือกไฟล์", "table") : SheetReader.ReadPasted(Text);
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        var input = new TambonInput { Province = Province, District = Area.Length >= 4 ? Area[..4] : "" };
        Areas = await TambonField.LoadAsync(Db, Actor, Permission.Register, "Area", "", "", input, [], cancellationToken);
        var province = Areas.Districts.Count > 0 ? Areas.Districts[0].Code[..2] : "";
        Whole = province.Length == 2 && Actor.May(Permission.Register, province) ? (await Db.PlacesAsync([province], cancellationToken)).Chain(province).FirstOrDefault() : null;
        Batches = await Db.IntakesAsync(Desk.Kind, Actor, cancellationToken);
        var places = await Db.PlacesAsync(Batches.Select(b => b.AreaCode), cancellationToken);
        Place = places.Name;
        Who = await NamesAsync(Batches.Select(b => b.CreatorId), cancellationToken);
        ModelState.Clear();
        return Page();
    }
}
