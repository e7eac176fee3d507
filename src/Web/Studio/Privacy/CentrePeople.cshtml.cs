using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Who keeps a centre, and who answers for it.</summary>
public sealed class CentrePeopleModel(PortalDb db, CurrentMember current, TimeProvider clock) : PlacePage(db, current, clock)
{
    private const string Host = "host";

    public override string Noun => "ศูนย์เรียนรู้";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, string? person, string? typed, CancellationToken cancellationToken) =>
        EraseAsync(
            () => ShowAsync(id, cancellationToken),
            person,
            typed,
            () => Db.EraseCentrePersonAsync(id, person == Host ? CentrePerson.Host : CentrePerson.Contact, Actor, Now, cancellationToken));

    private Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) => ShowAsync<Centre>(
        id,
        centre =>
        {
            CentrePrivate[] contacts = [centre.Latest.Private, centre.Private];
            var hasPhone = contacts.Any(c => c.ContactPhone.Length > 0);
            var names = Names([.. contacts.Select(c => c.ContactName)]);
            return
            [
                new(Host, "ชื่อเจ้าของหรือผู้ดูแล", Names(centre.Latest.Profile.Host, centre.Profile.Host), false),
                new("contact", "ชื่อและเบอร์ผู้ประสานงาน", hasPhone && names.Count == 0 ? ["ไม่มีชื่อ"] : names, hasPhone),
            ];
        },
        "centres",
        cancellationToken);
}
