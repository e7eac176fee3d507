using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Identity;

public sealed partial class Member
{
    private readonly List<MemberRole> _roles = [];

    /// <summary>Everything the member was, is or will be.</summary>
    public IReadOnlyList<MemberRole> Roles => _roles;

    /// <summary>What the member is on a day.</summary>
    public IEnumerable<MemberRole> RolesOn(DateOnly day) => _roles.Where(r => r.HoldsOn(day));

    /// <summary>What the member may do on a day. Whose telling a recorder may write is added by who signs in.</summary>
    public Actor ToActor(DateOnly day) => new(
        Id,
        [.. RolesOn(day).SelectMany(r => Identity.Roles.Permissions(r.Role), (r, permission) => new Grant(permission, r.Area, r.Centre)).Distinct()]);

    /// <summary>
    /// Whether the actor may help this member with signing in, or change the membership: only with authority over every role the
    /// member has, so that nobody gets at somebody above through a forgotten PIN.
    /// </summary>
    public bool IsUnder(Actor actor, DateOnly day) =>
        actor.Id != Id
        && (RolesOn(day).Any() ? RolesOn(day) : _roles).All(r => actor.May(Identity.Roles.Appoints(r.Role), r.Area, [r.Centre]))
        && (_roles.Count > 0 || actor.May(Permission.Administer, ""));

    /// <param name="centre">Key of the one centre that the role is for; its area is <paramref name="area"/>.</param>
    public void GiveRole(Role role, string area, string centre, DateOnly? until, Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        Give(role, area, centre, until, by, now, Verbs.MemberRoleGiven);
    }

    /// <summary>Takes a role away at once; the journal keeps that it was there.</summary>
    public void TakeRole(Role role, string area, string centre, Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        if (_roles.Find(r => r.Role == role && r.Area == area && r.Centre == centre) is not { } held)
        {
            throw new PortalException("member.no-role", "สมาชิกไม่มีบทบาทนี้แล้ว");
        }

        if (_roles.Count == 1)
        {
            throw new PortalException("member.last-role", "นี่คือบทบาทเดียวที่มีอยู่ ให้บทบาทใหม่ก่อน หรือปิดการเป็นสมาชิก");
        }

        _roles.Remove(held);
        Record(Verbs.MemberRoleTaken, by, now, ("role", role), ("area", area), ("centre", centre));
    }

    private void Give(Role role, string area, string centre, DateOnly? until, Actor by, DateTimeOffset now, Verb verb)
    {
        var today = ThaiTime.Day(now);
        if (!Identity.Roles.Fits(role, area) || (area.Length > 0 && !Area.IsCode(area)))
        {
            throw new PortalException("member.area", $"บทบาท «{Identity.Roles.Name(role)}» ต้องเลือกพื้นที่เป็น{Identity.Roles.Place(role)}", "Area");
        }

        if (centre.Length > 0 && role != Role.Recorder)
        {
            throw new PortalException("member.centre", "เฉพาะผู้บันทึกเท่านั้นที่ทำงานให้ศูนย์เรียนรู้แห่งเดียวได้", "Centre");
        }

        if (until < today)
        {
            throw new PortalException("member.until", "วันสุดท้ายต้องไม่ก่อนวันนี้", "Until");
        }

        if (!by.May(Identity.Roles.Appoints(role), area, [centre]))
        {
            throw new PortalException("member.forbidden", $"ท่านให้บทบาท «{Identity.Roles.Name(role)}» ในพื้นที่นี้ไม่ได้", "Role");
        }

        _roles.RemoveAll(r => r.Role == role && r.Area == area && r.Centre == centre);
        _roles.Add(new MemberRole { Role = role, Area = area, Centre = centre, From = today, Until = until });
        Record(verb, by, now, ("role", role), ("area", area), ("centre", centre), ("until", until));
    }

    private void Demand(Actor by, DateTimeOffset now)
    {
        if (!IsUnder(by, ThaiTime.Day(now)))
        {
            throw new PortalException("member.forbidden", "ท่านดูแลสมาชิกคนนี้ไม่ได้ โปรดให้ผู้ที่สูงกว่าทำ");
        }
    }
}
