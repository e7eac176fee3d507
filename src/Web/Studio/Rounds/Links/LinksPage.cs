using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Rounds.Links;

/// <summary>A page about the links of a district's part of a round, for who checks its records.</summary>
public abstract class LinksPage(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : RoundPage(db, live, current, clock)
{
    public BoardRow Row { get; private set; } = null!;

    public string DistrictUrl => $"{Address}/{Row.Area}";

    protected async Task<bool> FindAsync(Guid id, string district, CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Check, district) || !await LoadAsync(id, cancellationToken) || Rows.FirstOrDefault(r => r.Area == district) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }

    /// <summary>Where a token opens.</summary>
    protected string Opens(LinkKind kind, string token) =>
        $"{Request.Scheme}://{Request.Host}{(kind == LinkKind.Bridge ? $"/api/rounds/{token}.csv" : $"/c/{token}")}";
}
