using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Portal.Tests;

/// <summary>Who acts in the tests. 3104 is นางรอง, 3102 is คูเมือง, both in 31 บุรีรัมย์.</summary>
internal static class People
{
    public static Actor Malee { get; } = InRole(Role.Recorder, "3104");

    public static Actor Somchai { get; } = InRole(Role.DistrictHead, "3104");

    public static Actor Prasert { get; } = InRole(Role.DistrictHead, "3104");

    public static Actor FromKhuMueang { get; } = InRole(Role.DistrictHead, "3102");

    public static Actor FromProvince { get; } = InRole(Role.ProvinceOfficer, "31");

    public static Actor InRole(Role role, string area) =>
        new(Guid.CreateVersion7(), [.. Roles.Permissions(role).Select(p => new Grant(p, area))]);
}
