namespace KhokNongNa.Portal.Identity;

/// <summary>What a member is in an area (domain.md 1.3).</summary>
public enum Role
{
    /// <summary>ชาวบ้านที่เป็นสมาชิก</summary>
    Villager,

    /// <summary>ปราชญ์ชุมชน ครูพาทำ</summary>
    Sage,

    /// <summary>นพต. ลูกหลาน ผู้ช่วย: writes down what a sage tells.</summary>
    Recorder,

    /// <summary>พัฒนากร</summary>
    CdWorker,

    /// <summary>พัฒนาการอำเภอ</summary>
    DistrictHead,

    /// <summary>เจ้าหน้าที่จังหวัด</summary>
    ProvinceOfficer,

    /// <summary>เจ้าหน้าที่กรม</summary>
    DepartmentOfficer,

    /// <summary>ผู้ดูแลระบบ</summary>
    Administrator,
}

/// <summary>The one table of who may do what, and of who may make whom.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Villager] = [],
        [Role.Sage] = [Permission.Tell],
        [Role.Recorder] = [Permission.Write, Permission.Register],
        [Role.CdWorker] = [Permission.Write, Permission.Register, Permission.Check, Permission.Enrol, Permission.ReadContacts],
        [Role.DistrictHead] =
        [
            Permission.Write, Permission.Review, Permission.Publish, Permission.Register, Permission.Check, Permission.Certify, Permission.ProtectData,
            Permission.Enrol, Permission.AppointWorkers, Permission.ReadContacts, Permission.SeeReports,
        ],
        [Role.ProvinceOfficer] =
        [
            Permission.Write, Permission.Review, Permission.Publish, Permission.Register, Permission.Check, Permission.Certify, Permission.ProtectData,
            Permission.Enrol, Permission.AppointWorkers, Permission.AppointHeads, Permission.ReadContacts, Permission.SeeReports, Permission.Steward,
        ],
        [Role.DepartmentOfficer] = [Permission.SeeReports],
        [Role.Administrator] =
        [
            Permission.Write, Permission.Review, Permission.Publish, Permission.Register, Permission.Check, Permission.Certify, Permission.ProtectData,
            Permission.Enrol, Permission.AppointWorkers, Permission.AppointHeads, Permission.ReadContacts, Permission.SeeReports, Permission.Steward, Permission.Administer,
        ],
    };

    public static IReadOnlyList<Permission> Permissions(Role role) => Table[role];

    /// <summary>What it takes to give or take the role, and to help who has it with signing in: nobody reaches above oneself.</summary>
    public static Permission Appoints(Role role) => role switch
    {
        Role.Villager or Role.Sage or Role.Recorder => Permission.Enrol,
        Role.CdWorker => Permission.AppointWorkers,
        Role.DistrictHead => Permission.AppointHeads,
        _ => Permission.Administer,
    };

    /// <summary>How long a code of an area the role may have: an officer of a province is one for a whole province.</summary>
    public static bool Fits(Role role, string area) => role switch
    {
        Role.Administrator or Role.DepartmentOfficer => area.Length == 0,
        Role.ProvinceOfficer => area.Length == 2,
        Role.DistrictHead => area.Length == 4,
        Role.CdWorker => area.Length is 4 or 6,
        Role.Recorder => area.Length >= 2,
        _ => area.Length == 6,
    };

    /// <summary>What kind of area <see cref="Fits"/> asks for, in words.</summary>
    public static string Place(Role role) => role switch
    {
        Role.Administrator or Role.DepartmentOfficer => "ทั้งประเทศ",
        Role.ProvinceOfficer => "จังหวัด",
        Role.DistrictHead => "อำเภอ",
        Role.CdWorker => "อำเภอหรือตำบล",
        Role.Recorder => "จังหวัด อำเภอ หรือตำบล",
        _ => "ตำบล",
    };

    /// <summary>The role as the office writes it.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Villager => "ชาวบ้าน",
        Role.Sage => "ปราชญ์ชุมชน",
        Role.Recorder => "ผู้บันทึก",
        Role.CdWorker => "พัฒนากร",
        Role.DistrictHead => "พัฒนาการอำเภอ",
        Role.ProvinceOfficer => "เจ้าหน้าที่จังหวัด",
        Role.DepartmentOfficer => "เจ้าหน้าที่กรม",
        Role.Administrator => "ผู้ดูแลระบบ",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The permission in words for who reads the table of roles.</summary>
    public static string Name(Permission permission) => permission switch
    {
        Permission.Tell => "เล่าเรื่องของตน",
        Permission.Write => "เขียนเรื่องในพื้นที่",
        Permission.Review => "ตรวจเรื่อง",
        Permission.Publish => "เผยแพร่",
        Permission.PublishUnreviewed => "เผยแพร่โดยไม่ตรวจ (นำเข้าไฟล์เท่านั้น)",
        Permission.Register => "บันทึกทะเบียน",
        Permission.Check => "ดูและตรวจทะเบียนในพื้นที่",
        Permission.Certify => "รับรองทะเบียน เผยแพร่หน้าปราชญ์ คัดเลือกศูนย์",
        Permission.ProtectData => "ดูแลข้อมูลส่วนบุคคล",
        Permission.Enrol => "รับชาวบ้าน ปราชญ์ ผู้บันทึก เป็นสมาชิก",
        Permission.AppointWorkers => "แต่งตั้งพัฒนากร",
        Permission.AppointHeads => "แต่งตั้งพัฒนาการอำเภอ",
        Permission.ReadContacts => "ดูเบอร์โทรของสมาชิก",
        Permission.SeeReports => "ดูรายงาน",
        Permission.Steward => "ดูแลหัวข้อความรู้",
        Permission.Administer => "ดูแลระบบ และแต่งตั้งทุกบทบาท",
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };
}
