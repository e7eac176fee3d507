namespace KhokNongNa.Portal.Identity;

/// <summary>What a member is in an area.</summary>
public enum Role
{
    /// <summary>นพต. ลูกหลาน ผู้ช่วย: writes down what a sage tells.</summary>
    Recorder,

    /// <summary>พัฒนากร</summary>
    CdWorker,

    /// <summary>พัฒนาการอำเภอ</summary>
    DistrictHead,

    /// <summary>เจ้าหน้าที่จังหวัด</summary>
    ProvinceOfficer,

    /// <summary>ผู้ดูแลระบบ</summary>
    Administrator,
}

/// <summary>The one table of who may do what.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Recorder] = [Permission.Write],
        [Role.CdWorker] = [Permission.Write],
        [Role.DistrictHead] = [Permission.Write, Permission.Review, Permission.Publish],
        [Role.ProvinceOfficer] = [Permission.Write, Permission.Review, Permission.Publish],
        [Role.Administrator] = [Permission.Write, Permission.Review, Permission.Publish, Permission.Administer],
    };

    public static IReadOnlyList<Permission> Permissions(Role role) => Table[role];

    /// <summary>The role as the office writes it.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Recorder => "ผู้บันทึก",
        Role.CdWorker => "พัฒนากร",
        Role.DistrictHead => "พัฒนาการอำเภอ",
        Role.ProvinceOfficer => "เจ้าหน้าที่จังหวัด",
        Role.Administrator => "ผู้ดูแลระบบ",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
