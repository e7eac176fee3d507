using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>A member's role in words.</summary>
public static class RoleWords
{
    /// <summary>«ผู้บันทึก ต.หนองโสน อ.นางรอง ถึง 30 ก.ย. 2569».</summary>
    public static string Say(MemberRole role, Places places, IReadOnlyDictionary<string, string>? centres = null)
    {
        var place = role.Area.Length == 0 ? "ทั้งประเทศ" : places.Name(role.Area);
        var centre = role.Centre.Length == 0 ? "" : $" เฉพาะ{centres?.GetValueOrDefault(role.Centre) ?? "ศูนย์เรียนรู้แห่งเดียว"}";
        var until = role.Until is { } day ? $" ถึง {BuddhistDate.Short(day)}" : "";
        return $"{Roles.Name(role.Role)} {place}{centre}{until}";
    }
}
