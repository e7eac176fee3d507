using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace KhokNongNa.Web.Collecting;

/// <summary>
/// A page behind a link of a round, for whoever holds it: no session, no cookie, kept nowhere. Having the token is what allows to send, so there is
/// no other proof to ask for. Its referrer goes to the portal alone, as everywhere: with none at all, browsers call the sender of a form «null», and
/// without https that is all there is to see that the form is the portal's own.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(LinkRate.Policy)]
public abstract class LinkPage(PortalDb db, TimeProvider clock) : PageModel
{
    /// <summary>As it came in the address.</summary>
    public string Token { get; private set; } = "";

    public FoundLink Found { get; private set; } = null!;

    public LinkState State { get; protected set; }

    /// <summary>«อ.คูเมือง จ.บุรีรัมย์»</summary>
    public string Place { get; private set; } = "";

    public LinkKind Kind => Found.Link.Kind;

    public Directive Round => Found.Round;

    public string Title => Kind switch
    {
        LinkKind.Sages => "บอกชื่อปราชญ์หรือครูพาทำ",
        LinkKind.Centres => "เสนอแปลงเป็นศูนย์เรียนรู้",
        _ => "เพิ่มกิจกรรมเอามื้อสามัคคี",
    };

    /// <summary>«กรอกอีกคน»</summary>
    public string Again => Kind switch
    {
        LinkKind.Sages => "กรอกอีกคน",
        LinkKind.Centres => "เสนออีกแปลง",
        _ => "เพิ่มอีกกิจกรรม",
    };

    /// <summary>«9 ก.ค. 2564»</summary>
    public string Until => BuddhistDate.Short(ThaiTime.Day(Found.Link.ExpiresAt).AddDays(-1));

    /// <summary>Whom to ask, as the letter says.</summary>
    public string Contact => Round.Text.Responsible.Length > 0 ? $"{Round.Text.Responsible} {Round.Text.Phone}".Trim() : $"เจ้าหน้าที่พัฒนาชุมชน {Place}";

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <returns><c>false</c> when the token opens no form.</returns>
    protected async Task<bool> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await db.FindLinkAsync(token, cancellationToken) is not { } found || found.Link.Kind == LinkKind.Bridge)
        {
            return false;
        }

        (Token, Found, State) = (token, found, found.State(Now));
        Place = (await db.PlacesAsync([found.Link.AreaCode], cancellationToken)).Name(found.Link.AreaCode);
        return true;
    }
}
