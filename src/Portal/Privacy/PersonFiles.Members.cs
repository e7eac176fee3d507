using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

public static partial class PersonFiles
{
    private static async Task<PersonSummary?> MemberSummaryAsync(this PortalDb db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.ProtectedMembersFor(actor).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } member)
        {
            return null;
        }

        var sage = member.SageKey.Length == 0 ? null : await db.Sages.Where(s => s.Key == member.SageKey).Select(s => new { s.Id, s.Name }).SingleOrDefaultAsync(cancellationToken);
        var area = member.Roles.Count > 0 ? member.Roles[0].Area : "";
        return new(
            PersonKind.Member,
            id,
            member.Name,
            SignInNumber.Show(member.SignInNumber ?? ""),
            (await db.PlacesAsync([area], cancellationToken)).Name(area),
            area,
            sage is null ? null : new(PersonKind.Sage, sage.Id, sage.Name))
        {
            Contacts = await db.MemberContacts.CountAsync(c => c.MemberId == id, cancellationToken),
            Revisions = await db.MemberRevisions.CountAsync(r => r.MemberId == id, cancellationToken),
            JournalRows = await db.Journal.CountAsync(h => h.SubjectId == id || h.ActorId == id, cancellationToken),
        };
    }

    private static async Task<PersonFile> MemberFileAsync(this PortalDb db, PersonSummary summary, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = summary.Id;
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        var phones = await db.MemberContacts.Where(c => c.MemberId == id && c.Phone != "").Select(c => c.Phone).ToListAsync(cancellationToken);
        var devices = await db.Devices.AsNoTracking().Where(d => d.MemberId == id && d.ExpiresAt > now).ToListAsync(cancellationToken);
        var revisions = await db.MemberRevisions.AsNoTracking().Where(r => r.MemberId == id).OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        var writable = (await db.EntriesOfAsync(actor, cancellationToken)).ToHashSet();
        var texts = await db.Entries.AsNoTracking()
            .Where(e => e.TellerId == id || e.LatestAuthorId == id || e.LatestRecorderId == id)
            .OrderBy(e => e.SortKey)
            .ToListAsync(cancellationToken);
        return new(summary, now)
        {
            Answers = [.. (await db.AboutAsync(member, devices, cancellationToken)).Where(a => a.Text.Length > 0)],
            Contacts = [.. phones.Select(p => new PersonContact(ContactChannel.Phone.Name(), PhoneNumber.Show(p), "เจ้าหน้าที่เท่านั้น", ""))],
            Texts =
            [
                .. texts.Where(e => e.IsPublic || writable.Contains(e.Id)).Select(e => new PersonText(
                    e.Id, e.Title, e.IsPublic ? Urls.Entry(e.Type, e.Slug!) : "", writable.Contains(e.Id), IsCredited: true, IsMentioned: false)),
            ],
            Revisions = [.. revisions.Select(r => new PersonRevision(r.Number, r.At, r.Name))],
            Sessions = (devices.Count, devices.Count(d => d.Session is not null)),
            Looks = await db.RowsAboutAsync(h => h.SubjectId == id && (h.Verb == Verbs.MemberContactSeen.Name || h.Verb == Verbs.MemberDataExported.Name), cancellationToken),
            Rows = await db.RowsAboutAsync(h => h.SubjectId == id || h.ActorId == id, cancellationToken),
        };
    }

    private static Task<List<Guid>> EntriesOfAsync(this PortalDb db, Actor actor, CancellationToken cancellationToken) =>
        Knowledge.EntryQueries.EntriesFor(db, actor).Select(e => e.Id).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<(string Label, string Text)>> AboutAsync(this PortalDb db, Member member, List<Device> devices, CancellationToken cancellationToken)
    {
        var id = member.Id;
        var places = await db.PlacesAsync(member.Roles.Select(r => r.Area), cancellationToken);
        var logins = await db.ExternalLogins.Where(l => l.MemberId == id).Select(l => l.Provider).ToListAsync(cancellationToken);
        var invited = await db.Invitations.CountAsync(i => i.MemberId == id, cancellationToken);
        var helpers = await db.Delegations.Where(d => (d.SageId == id || d.RecorderId == id) && d.EndedAt == null).Select(d => d.SageId == id ? d.RecorderId : d.SageId).ToListAsync(cancellationToken);
        var names = await db.MemberNamesAsync(helpers, cancellationToken);
        return
        [
            ("ชื่อ", member.Name),
            ("เลขประจำตัว", SignInNumber.Show(member.SignInNumber ?? "")),
            ("บทบาท", string.Join('\n', member.Roles.Select(r => $"{Roles.Name(r.Role)} {(r.Area.Length == 0 ? "ทั้งประเทศ" : places.Name(r.Area))}{(r.Until is { } until ? $" ถึง {BuddhistDate.Short(until)}" : "")}"))),
            ("ให้ผู้อ่านเห็นชื่อ", member.ShowsName ? "ให้เห็น" : "ไม่ให้เห็น"),
            ("เข้ามาล่าสุด", member.LastSeen is { } day ? BuddhistDate.Short(day) : "ยังไม่เคย"),
            ("สถานะ", member.IsOpen ? "ใช้งานได้" : "ปิดการเป็นสมาชิก"),
            ("บัญชีอื่นที่เชื่อมไว้", string.Join(" · ", logins)),
            ("คำเชิญที่เก็บอยู่", invited == 0 ? "" : $"{invited} รายการ"),
            ("ผู้บันทึกแทน หรือปราชญ์ที่บันทึกแทน", string.Join(" · ", helpers.Select(h => names.GetValueOrDefault(h, AuditNames.Erased)))),
            ("เครื่องที่จำไว้", string.Join('\n', devices.Select(d => $"{d.Label} เข้าครั้งล่าสุด {BuddhistDate.Short(ThaiTime.Day(d.LastAt))}"))),
        ];
    }
}
