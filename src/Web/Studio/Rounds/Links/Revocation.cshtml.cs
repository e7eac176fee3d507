using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds.Links;

/// <summary>Closes a link at once, posted from the list.</summary>
public sealed class RevocationModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : LinksPage(db, live, current, clock)
{
    public IActionResult OnGet(Guid id, string district) => Redirect($"/studio/rounds/{id}/{district}/links");

    public async Task<IActionResult> OnPostAsync(Guid id, string district, Guid link, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, district, cancellationToken) || (await Db.LinksAsync(Round, district, Actor, cancellationToken)).All(l => l.Link.Id != link))
        {
            return NotFound();
        }

        return await TryAsync(() => Db.RevokeLinkAsync(link, Actor, Now, cancellationToken), "ยกเลิกลิงก์แล้ว ใช้ไม่ได้ตั้งแต่บัดนี้ ที่ส่งมาก่อนหน้านี้ยังอยู่", $"{DistrictUrl}/links");
    }
}
