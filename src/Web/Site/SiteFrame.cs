using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reading;

namespace KhokNongNa.Web.Site;

/// <summary>What stands around every page.</summary>
public sealed class SiteFrame(PortalDb db)
{
    public const string Name = "โคก หนอง นา";

    public const string Line = "ความรู้ของปราชญ์ชุมชนบุรีรัมย์";

    public Task<IReadOnlyList<Link>> FooterAsync(CancellationToken cancellationToken) => db.FooterAsync(cancellationToken);
}
