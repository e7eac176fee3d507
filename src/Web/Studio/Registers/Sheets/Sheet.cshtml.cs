using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers.Sheets;

/// <summary>What a sheet of a register is asked for.</summary>
public sealed class SheetForm
{
    public string AreaCode { get; set; } = "";

    public string Province { get; set; } = "";

    public SheetFormat Format { get; set; }

    public bool WithPhones { get; set; }
}

public enum SheetFormat
{
    Xlsx,
    Csv,
    Print,
}

/// <summary>
/// Takes the rows of a register out: a working sheet for the office that keeps it, a passing-on sheet for province and department. A form and no
/// link: it is an act, which is recorded.
/// </summary>
public sealed class SheetModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [FromRoute]
    public string Register { get; set; } = "";

    [BindProperty]
    public SheetForm Form { get; set; } = new();

    public RegisterDesk Desk { get; private set; } = RegisterDesks.Sages;

    public SheetUse Use { get; private set; }

    /// <summary>The uses that the actor may choose between.</summary>
    public IReadOnlyList<SheetUse> Uses { get; private set; } = [];

    public AreaChoices Areas { get; private set; } = new([], []);

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <summary>What goes on paper; <c>null</c> → the form is shown.</summary>
    public PrintedSheet? Printed { get; private set; }

    public bool MayHavePhones => Desk == RegisterDesks.Sages && Use == SheetUse.Working && Actor.MaySomewhere(Permission.ReadContacts);

    public bool MayHaveCountry => Actor.May(Needed, "");

    /// <summary>Whether the register's list is open to the actor too.</summary>
    public bool Keeps => Actor.MaySomewhere(Permission.Register) || Actor.MaySomewhere(Permission.Check);

    private Permission Needed => Use == SheetUse.Working ? Permission.Check : Actor.MaySomewhere(Permission.SeeReports) ? Permission.SeeReports : Permission.Certify;

    public async Task<IActionResult> OnGetAsync(string? use, string? area, CancellationToken cancellationToken)
    {
        Form.AreaCode = area is not null && Area.IsCode(area) ? area : "";
        return Find(use) ? await FormAsync(cancellationToken) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? use, string? act, CancellationToken cancellationToken)
    {
        if (!Find(use))
        {
            return NotFound();
        }

        var area = Form.AreaCode;
        if (act == "more" && AreaChoices.Move(ref area, Form.Province))
        {
            Form.AreaCode = area;
            return await FormAsync(cancellationToken);
        }

        try
        {
            var now = clock.GetUtcNow();
            var file = await Desk.SheetAsync(db, Use, area, Form.WithPhones && MayHavePhones, Actor, now, cancellationToken);
            var place = (await db.PlacesAsync([area], cancellationToken)).Chain(area).FirstOrDefault()?.ShortName ?? "ทั้งประเทศ";
            if (Form.Format == SheetFormat.Print)
            {
                Printed = PrintedSheet.Of(file, Desk, Use, place, now);
                return Page();
            }

            return Send(file, $"{Desk.Title}-{Use.Name()}-{place}-{Day(ThaiTime.Day(now))}");
        }
        catch (PortalException refusal)
        {
            Wrong = [("AreaCode", refusal.Message)];
            return await FormAsync(cancellationToken);
        }
    }

    /// <summary>Address of the page for a use.</summary>
    public string Link(SheetUse use) => $"{Desk.Url}/sheet?use={(use == SheetUse.Working ? "working" : "passing-on")}";

    // พ.ศ. as on every screen; files of a folder stand in their order.
    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year + 543}-{day.Month:00}-{day.Day:00}");

    private FileContentResult Send(SheetFile file, string name)
    {
        using var bytes = new MemoryStream();
        if (Form.Format == SheetFormat.Csv)
        {
            SheetWriter.WriteCsv(file.Header, file.Rows, bytes);
            return File(bytes.ToArray(), "text/csv; charset=utf-8", name + ".csv");
        }

        SheetWriter.WriteXlsx(Desk.Title, file.Header, file.Rows, bytes);
        return File(bytes.ToArray(), XlsxType, name + ".xlsx");
    }

    private bool Find(string? use)
    {
        Uses =
        [
            .. Actor.MaySomewhere(Permission.Check) ? [SheetUse.Working] : Array.Empty<SheetUse>(),
            .. Actor.MaySomewhere(Permission.SeeReports) || Actor.MaySomewhere(Permission.Certify) ? [SheetUse.PassingOn] : Array.Empty<SheetUse>(),
        ];
        if (RegisterDesks.Find(Register) is not { } desk || Uses.Count == 0)
        {
            return false;
        }

        Desk = desk;
        Use = use switch { "working" => SheetUse.Working, "passing-on" => SheetUse.PassingOn, _ => Uses[0] };
        return Uses.Contains(Use);
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        Areas = await AreaChoices.LoadAsync(db, Actor, Needed, Form.AreaCode, cancellationToken);
        return Page();
    }
}
