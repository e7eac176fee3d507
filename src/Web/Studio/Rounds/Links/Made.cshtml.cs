using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds.Links;

/// <summary>A link that was just made, once: a sheet for the village's board with its code, or the formula for a spreadsheet.</summary>
public sealed class MadeModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : LinksPage(db, live, current, clock)
{
    public LinkKind Kind { get; private set; }

    /// <summary>Where it opens; empty when it was shown already.</summary>
    public string Link { get; private set; } = "";

    /// <summary>The same for who types it from paper: letters in fours.</summary>
    public string Typed { get; private set; } = "";

    public string Until { get; private set; } = "";

    public string Title => Kind switch
    {
        LinkKind.Sages => "รู้จักคนเก่งเรื่องดิน น้ำ ป่า ไหม",
        LinkKind.Centres => "แปลงไหนควรเป็นศูนย์เรียนรู้",
        _ => "จะเอามื้อสามัคคีวันไหน ที่แปลงใคร",
    };

    public string What => Kind switch
    {
        LinkKind.Sages => "บอกชื่อปราชญ์ชุมชนหรือครูพาทำในตำบลของเรา",
        LinkKind.Centres => "เสนอแปลงโคก หนอง นา ที่อยากให้คนอื่นมาเรียน",
        _ => "บอกวัน แปลง และงานที่จะลงมือทำด้วยกัน",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, string district, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, district, cancellationToken))
        {
            return NotFound();
        }

        if (MadeLink.Take(TempData) is { } made)
        {
            (Kind, Link, Until) = (made.Kind, Opens(made.Kind, made.Token), BuddhistDate.Short(made.Until));
            Typed = Request.Host + "/c/" + string.Join('-', made.Token.Chunk(4).Select(part => new string(part)));
        }

        return Page();
    }
}
