using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Sites;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Site;

/// <summary>What was typed into the settings of the site.</summary>
public sealed class SiteForm
{
    // A choice of colours begins where the default theme stands.
    private const string ThemeAccent = "#2b3580";
    private const string ThemeGround = "#3a2712";

    public int Version { get; set; }

    public string Name { get; set; } = "";

    public string Line { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Phone { get; set; } = "";

    public bool OwnAccent { get; set; }

    public string Accent { get; set; } = "";

    public bool OwnGround { get; set; }

    public string Ground { get; set; } = "";

    /// <summary>Links, «ชื่อ | ที่อยู่» a line.</summary>
    public string Menu { get; set; } = "";

    /// <summary>Shortcuts of the home page, written as those of the footer.</summary>
    public string Shortcuts { get; set; } = "";

    public Guid? Logo { get; set; }

    public static SiteForm From(SiteText text, Guid? logo, int version) => new()
    {
        Version = version,
        Name = text.Name,
        Line = text.Line,
        Unit = text.Unit,
        Phone = text.Phone,
        OwnAccent = text.Accent.Length > 0,
        Accent = text.Accent.Length > 0 ? text.Accent : ThemeAccent,
        OwnGround = text.Ground.Length > 0,
        Ground = text.Ground.Length > 0 ? text.Ground : ThemeGround,
        Menu = Lines(text.Menu),
        Shortcuts = Lines(text.Shortcuts),
        Logo = logo,
    };

    public SiteText Read() => new()
    {
        Name = EntryRules.Line(Name),
        Line = EntryRules.Line(Line),
        Unit = EntryRules.Line(Unit),
        Phone = EntryRules.Line(Phone),
        Accent = OwnAccent ? Accent.Trim().ToLowerInvariant() : "",
        Ground = OwnGround ? Ground.Trim().ToLowerInvariant() : "",
        Menu = Links(Menu),
        Shortcuts = Links(Shortcuts),
    };

    private static string Lines(IEnumerable<SiteLink> links) => string.Join('\n', links.Select(l => $"{l.Title} | {l.Url}"));

    private static List<SiteLink> Links(string lines) => [.. lines.Split('\n').Select(EntryRules.Line).Where(l => l.Length > 0).Select(Link)];

    private static SiteLink Link(string line) => line.LastIndexOf('|') is >= 0 and var at ? new(line[..at].Trim(), line[(at + 1)..].Trim()) : new(line, "");
}

/// <param name="IsOwn">Whether it is used in place of the theme's.</param>
public sealed record ColourField(string Id, string Label, bool IsOwn, string Value, IEnumerable<string> Wrong);

/// <summary>Name, logo, colours, contact, footer links and shortcuts of the site. For who runs the portal.</summary>
public sealed class IndexModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const int MostLogos = 60;

    [BindProperty]
    public SiteForm Form { get; set; } = new();

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <summary>Pictures of the library that may be the logo, by what they show.</summary>
    public IReadOnlyList<(Guid Id, string Alt)> Logos { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        var (text, logo, version) = await db.SiteAsync(cancellationToken);
        Form = SiteForm.From(text, logo, version);
        return await FormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        var text = Form.Read();
        Wrong = SiteRules.Check(text);
        if (Wrong.Count > 0)
        {
            return await FormAsync(cancellationToken);
        }

        try
        {
            await db.WriteSiteAsync(text, Form.Logo, Form.Version, Actor, clock.GetUtcNow(), cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = [(refusal.Field ?? "Name", refusal.Message)];
            Form.Version = (await db.SiteAsync(cancellationToken)).Version;
            return await FormAsync(cancellationToken);
        }

        Say("บันทึกแล้ว ทุกหน้าใช้ค่าใหม่ภายในครึ่งนาที");
        return Redirect("/studio/site");
    }

    private async Task<IActionResult> FormAsync(CancellationToken cancellationToken)
    {
        Logos = [.. (await db.PicturesFor(Actor).Where(a => a.OwnerType == Subjects.Portal).OrderByDescending(a => a.At).Take(MostLogos).Select(a => new { a.Id, a.Alt }).ToListAsync(cancellationToken)).Select(a => (a.Id, a.Alt))];
        ModelState.Clear();
        return Page();
    }
}
