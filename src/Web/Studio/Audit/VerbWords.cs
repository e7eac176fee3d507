using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>What verbs of the journal have to do with, for who looks for them.</summary>
public enum VerbGroup
{
    SignIn,
    Members,

    /// <summary>Contact data or evidence was looked at.</summary>
    Contacts,
    Texts,
    Registers,
    Running,
}

/// <summary>A verb in words, to stand behind the name of who acted.</summary>
/// <param name="Pattern">With <c>{0}</c> where the subject stands.</param>
/// <param name="Own">The same when somebody did it to oneself; <c>null</c> → <paramref name="Pattern"/> with «ตนเอง».</param>
public sealed record VerbWord(Verb Verb, VerbGroup Group, string Pattern, string? Own = null);

/// <summary>The one table of Thai words for everything that the journal can say.</summary>
public static class VerbWords
{
    public static IReadOnlyList<VerbWord> All { get; } =
    [
        new(Verbs.MemberJoined, VerbGroup.Members, "รับ {0} เป็นสมาชิก"),
        new(Verbs.MemberRoleGiven, VerbGroup.Members, "ให้บทบาทแก่ {0}"),
        new(Verbs.MemberRoleTaken, VerbGroup.Members, "ถอนบทบาทของ {0}"),
        new(Verbs.MemberWritten, VerbGroup.Members, "แก้ชื่อหรือทะเบียนปราชญ์ของ {0}"),
        new(Verbs.MemberShownChosen, VerbGroup.Members, "เลือกว่าผู้อ่านจะเห็นชื่อของ {0} หรือไม่"),
        new(Verbs.MemberClosed, VerbGroup.Members, "ปิดการเป็นสมาชิกของ {0}"),
        new(Verbs.MemberReopened, VerbGroup.Members, "เปิดการเป็นสมาชิกของ {0} อีกครั้ง"),
        new(Verbs.MemberErased, VerbGroup.Members, "ลบข้อมูลของ {0} ตามคำขอ"),
        new(Verbs.MemberRecorderNamed, VerbGroup.Members, "ตั้งผู้บันทึกแทน {0}"),
        new(Verbs.MemberRecorderDropped, VerbGroup.Members, "เลิกให้ผู้บันทึกเขียนแทน {0}"),
        new(Verbs.MemberContactWritten, VerbGroup.Members, "แก้เบอร์โทรของ {0}"),
        new(Verbs.MemberContactSeen, VerbGroup.Contacts, "ดูเบอร์โทรของ {0}"),
        new(Verbs.MemberDataExported, VerbGroup.Contacts, "ส่งออกข้อมูลทั้งหมดของ {0}"),

        new(Verbs.MemberPinIssued, VerbGroup.SignIn, "ออกใบเข้าสู่ระบบให้ {0}"),
        new(Verbs.MemberPinChosen, VerbGroup.SignIn, "ตั้ง PIN ของ {0}"),
        new(Verbs.MemberSlowed, VerbGroup.SignIn, "ให้ {0} รอก่อนลองเข้าสู่ระบบใหม่"),
        new(Verbs.MemberUnlocked, VerbGroup.SignIn, "ให้ {0} ลองเข้าสู่ระบบใหม่ได้ทันที"),
        new(Verbs.MemberSignedIn, VerbGroup.SignIn, "ให้ {0} เข้าสู่ระบบ", "เข้าสู่ระบบ"),
        new(Verbs.MemberSignedOut, VerbGroup.SignIn, "ให้ {0} ออกจากระบบ", "ออกจากระบบ"),
        new(Verbs.MemberSignedOutEverywhere, VerbGroup.SignIn, "ให้ {0} ออกจากระบบทุกเครื่อง", "ออกจากระบบทุกเครื่อง"),
        new(Verbs.MemberDeviceRevoked, VerbGroup.SignIn, "เลิกจำเครื่องของ {0}"),
        new(Verbs.MemberInvited, VerbGroup.SignIn, "เชิญ {0} เข้าสู่ระบบ"),
        new(Verbs.MemberInvitationUsed, VerbGroup.SignIn, "ใช้คำเชิญของ {0}"),
        new(Verbs.MemberLoginLinked, VerbGroup.SignIn, "ผูกบัญชีภายนอกกับ {0}"),
        new(Verbs.MemberLoginUnlinked, VerbGroup.SignIn, "เลิกผูกบัญชีภายนอกกับ {0}"),
        new(Verbs.SignInFlooded, VerbGroup.SignIn, "พบการเดา PIN จำนวนมาก จึงให้เครื่องที่ไม่รู้จักเข้าทีละคน"),

        new(Verbs.EntryDrafted, VerbGroup.Texts, "เขียนร่างเรื่อง {0}"),
        new(Verbs.EntryRevised, VerbGroup.Texts, "แก้เรื่อง {0}"),
        new(Verbs.EntryMoved, VerbGroup.Texts, "ย้ายพื้นที่ของเรื่อง {0}"),
        new(Verbs.EntrySubmitted, VerbGroup.Texts, "ส่งเรื่อง {0} ให้ตรวจ"),
        new(Verbs.EntryReturned, VerbGroup.Texts, "ขอให้แก้เรื่อง {0}"),
        new(Verbs.EntryApproved, VerbGroup.Texts, "อนุมัติเรื่อง {0}"),
        new(Verbs.EntryPublished, VerbGroup.Texts, "เผยแพร่เรื่อง {0}"),
        new(Verbs.EntryArchived, VerbGroup.Texts, "เลิกเผยแพร่เรื่อง {0}"),
        new(Verbs.EntryConfirmed, VerbGroup.Texts, "ยืนยันว่าเรื่อง {0} ยังใช้ได้"),
        new(Verbs.EntryPlaced, VerbGroup.Texts, "ย้ายที่ของหน้า {0} ในแผนผังเว็บ"),
        new(Verbs.EntryTrashed, VerbGroup.Texts, "ทิ้งเรื่อง {0} ลงถังขยะ"),
        new(Verbs.EntryTakenBack, VerbGroup.Texts, "นำเรื่อง {0} ออกจากถังขยะ"),
        new(Verbs.EntryRemoved, VerbGroup.Texts, "ลบเรื่อง {0} ที่อยู่ในถังขยะครบกำหนด"),
        new(Verbs.EntryReviewAssigned, VerbGroup.Texts, "มอบหมายการตรวจเรื่อง {0}"),
        new(Verbs.EntryScheduled, VerbGroup.Texts, "ตั้งเวลาเผยแพร่เรื่อง {0}"),
        new(Verbs.EntryUnscheduled, VerbGroup.Texts, "เอาเรื่อง {0} ออกจากเวลาที่ตั้งไว้"),
        new(Verbs.EntryScheduleMissed, VerbGroup.Texts, "ถึงเวลาแล้วแต่เผยแพร่เรื่อง {0} ไม่ได้"),
        new(Verbs.EntryExpirySet, VerbGroup.Texts, "ตั้งเวลาเลิกเผยแพร่เรื่อง {0}"),
        new(Verbs.EntryExpiryLifted, VerbGroup.Texts, "ยกเลิกเวลาเลิกเผยแพร่ของเรื่อง {0}"),
        new(Verbs.EntryRestored, VerbGroup.Texts, "เอาฉบับเดิมของเรื่อง {0} กลับมาเป็นร่าง"),
        new(Verbs.EntryPreviewShared, VerbGroup.Texts, "ทำลิงก์ดูตัวอย่างของเรื่อง {0}"),
        new(Verbs.EntryPreviewsEnded, VerbGroup.Texts, "ยกเลิกลิงก์ดูตัวอย่างทั้งหมดของเรื่อง {0}"),

        new(Verbs.EntryHidden, VerbGroup.Texts, "ซ่อนเรื่อง {0} ระหว่างตรวจสอบ"),
        new(Verbs.EntryShown, VerbGroup.Texts, "แสดงเรื่อง {0} อีกครั้ง"),
        new(Verbs.PageReported, VerbGroup.Texts, "รับแจ้งปัญหาของ {0}"),
        new(Verbs.ReportHid, VerbGroup.Texts, "ซ่อน {0} ตามที่มีผู้แจ้ง"),
        new(Verbs.ReportClosed, VerbGroup.Texts, "ตอบเรื่องแจ้งของ {0}"),
        new(Verbs.TopicWritten, VerbGroup.Registers, "เขียนหัวข้อ {0}"),
        new(Verbs.TopicMerged, VerbGroup.Registers, "รวมหัวข้อ {0} เข้ากับหัวข้ออื่น"),
        new(Verbs.SnippetWritten, VerbGroup.Texts, "เขียนข้อความที่ใช้ซ้ำ {0}"),
        new(Verbs.SnippetRemoved, VerbGroup.Texts, "ลบข้อความที่ใช้ซ้ำ {0}"),
        new(Verbs.BaseWritten, VerbGroup.Registers, "เขียนฐานการเรียนรู้ {0}"),
        new(Verbs.CentreWritten, VerbGroup.Registers, "เขียนทะเบียนศูนย์เรียนรู้ {0}"),
        new(Verbs.CentreAssessed, VerbGroup.Registers, "ความครบถ้วนของศูนย์เรียนรู้ {0} เปลี่ยน"),
        new(Verbs.CentreSubmitted, VerbGroup.Registers, "ส่งตรวจศูนย์เรียนรู้ {0}"),
        new(Verbs.CentreReturned, VerbGroup.Registers, "ตีกลับศูนย์เรียนรู้ {0} ให้แก้"),
        new(Verbs.CentreChecked, VerbGroup.Registers, "ตรวจศูนย์เรียนรู้ {0} ว่าถูกต้อง"),
        new(Verbs.CentreAccepted, VerbGroup.Registers, "รับรองศูนย์เรียนรู้ {0}"),
        new(Verbs.CentreMoved, VerbGroup.Registers, "บันทึกขั้นของศูนย์เรียนรู้ {0}"),
        new(Verbs.CentreRemoved, VerbGroup.Registers, "ลบศูนย์เรียนรู้ {0}"),
        new(Verbs.PlotWritten, VerbGroup.Registers, "เขียนทะเบียนแปลง {0}"),
        new(Verbs.PlotAssessed, VerbGroup.Registers, "ความครบถ้วนของแปลง {0} เปลี่ยน"),
        new(Verbs.PlotSubmitted, VerbGroup.Registers, "ส่งตรวจแปลง {0}"),
        new(Verbs.PlotReturned, VerbGroup.Registers, "ตีกลับแปลง {0} ให้แก้"),
        new(Verbs.PlotChecked, VerbGroup.Registers, "ตรวจแปลง {0} ว่าถูกต้อง"),
        new(Verbs.PlotAccepted, VerbGroup.Registers, "รับรองแปลง {0}"),
        new(Verbs.PlotMoved, VerbGroup.Registers, "บันทึกขั้นของแปลง {0}"),
        new(Verbs.PlotBecame, VerbGroup.Registers, "เสนอแปลง {0} เป็นศูนย์เรียนรู้"),
        new(Verbs.PlotRemoved, VerbGroup.Registers, "ลบแปลง {0}"),
        new(Verbs.PlotHouseholdErased, VerbGroup.Registers, "ลบชื่อครัวเรือนของแปลง {0} ตามคำขอ"),
        new(Verbs.CentrePersonErased, VerbGroup.Registers, "ลบชื่อคนของศูนย์เรียนรู้ {0} ตามคำขอ"),
        new(Verbs.SageWritten, VerbGroup.Registers, "เขียนทะเบียนปราชญ์ {0}"),
        new(Verbs.SageAssessed, VerbGroup.Registers, "ความครบถ้วนของปราชญ์ {0} เปลี่ยน"),
        new(Verbs.SageSubmitted, VerbGroup.Registers, "ส่งตรวจปราชญ์ {0}"),
        new(Verbs.SageReturned, VerbGroup.Registers, "ตีกลับปราชญ์ {0} ให้แก้"),
        new(Verbs.SageChecked, VerbGroup.Registers, "ตรวจปราชญ์ {0} ว่าถูกต้อง"),
        new(Verbs.SageAccepted, VerbGroup.Registers, "รับรองปราชญ์ {0}"),
        new(Verbs.SagePublished, VerbGroup.Registers, "เผยแพร่หน้าของปราชญ์ {0}"),
        new(Verbs.SageHidden, VerbGroup.Registers, "เลิกเผยแพร่หน้าของปราชญ์ {0}"),
        new(Verbs.SageDeceased, VerbGroup.Registers, "บันทึกการถึงแก่กรรมของปราชญ์ {0}"),
        new(Verbs.SageConfirmed, VerbGroup.Registers, "ยืนยันข้อมูลของปราชญ์ {0}"),
        new(Verbs.SageContactWritten, VerbGroup.Registers, "เขียนช่องทางติดต่อของปราชญ์ {0}"),
        new(Verbs.SageContactRemoved, VerbGroup.Registers, "ลบช่องทางติดต่อของปราชญ์ {0}"),
        new(Verbs.CentreContactSeen, VerbGroup.Contacts, "ดูผู้ประสานงานของศูนย์ {0}"),
        new(Verbs.SageContactSeen, VerbGroup.Contacts, "ดูช่องทางติดต่อของปราชญ์ {0}"),
        new(Verbs.SageToldApart, VerbGroup.Registers, "บอกว่าปราชญ์ {0} กับอีกรายการเป็นคนละคน"),
        new(Verbs.SageMerged, VerbGroup.Registers, "รวมรายการที่ซ้ำเข้าเป็นปราชญ์ {0}"),
        new(Verbs.SageDataExported, VerbGroup.Contacts, "ส่งออกข้อมูลทั้งหมดของปราชญ์ {0}"),
        new(Verbs.SageRemoved, VerbGroup.Registers, "ลบข้อมูลปราชญ์ {0}"),
        new(Verbs.ConsentGiven, VerbGroup.Registers, "บันทึกความยินยอมของปราชญ์ {0}"),
        new(Verbs.ConsentWithdrawn, VerbGroup.Registers, "บันทึกการถอนความยินยอมของปราชญ์ {0}"),
        new(Verbs.ConsentExpired, VerbGroup.Registers, "ความยินยอมของปราชญ์ {0} ครบกำหนด"),
        new(Verbs.FormWritten, VerbGroup.Registers, "เขียนแบบฟอร์ม {0}"),
        new(Verbs.IntakeRead, VerbGroup.Registers, "ตรวจตารางก่อนนำเข้า {0}"),
        new(Verbs.IntakeAccepted, VerbGroup.Registers, "นำเข้าตาราง {0}"),
        new(Verbs.IntakeUndone, VerbGroup.Registers, "ย้อนการนำเข้าตาราง {0}"),
        new(Verbs.DirectiveWritten, VerbGroup.Registers, "เขียนหนังสือสั่งการ {0}"),
        new(Verbs.DirectiveExempted, VerbGroup.Registers, "ยกเว้นอำเภอจากหนังสือ {0}"),
        new(Verbs.DirectiveExemptionLifted, VerbGroup.Registers, "เลิกยกเว้นอำเภอในหนังสือ {0}"),
        new(Verbs.ReportAssigned, VerbGroup.Registers, "มอบหมายงานของรอบ {0}"),
        new(Verbs.ReportSubmitted, VerbGroup.Registers, "ส่งข้อมูลของรอบ {0}"),
        new(Verbs.ReportReopened, VerbGroup.Registers, "ขอแก้ไขข้อมูลของรอบ {0}"),
        new(Verbs.RoundLinkMade, VerbGroup.Registers, "ทำลิงก์ของหนังสือ {0}"),
        new(Verbs.RoundLinkRevoked, VerbGroup.Registers, "ยกเลิกลิงก์ของหนังสือ {0}"),
        new(Verbs.ActivityWritten, VerbGroup.Registers, "เขียนแผนกิจกรรม {0}"),
        new(Verbs.ActivityAssessed, VerbGroup.Registers, "ความครบถ้วนของกิจกรรม {0} เปลี่ยน"),
        new(Verbs.ActivitySubmitted, VerbGroup.Registers, "ส่งตรวจกิจกรรม {0}"),
        new(Verbs.ActivityReturned, VerbGroup.Registers, "ตีกลับกิจกรรม {0} ให้แก้"),
        new(Verbs.ActivityChecked, VerbGroup.Registers, "ตรวจกิจกรรม {0} ว่าถูกต้อง"),
        new(Verbs.ActivityAccepted, VerbGroup.Registers, "รับรองกิจกรรม {0}"),
        new(Verbs.ActivityCancelled, VerbGroup.Registers, "ยกเลิกกิจกรรม {0}"),
        new(Verbs.ActivityRemoved, VerbGroup.Registers, "ลบกิจกรรม {0} จากแผน"),

        new(Verbs.AssetAdded, VerbGroup.Registers, "เพิ่มรูป {0}"),
        new(Verbs.AssetWritten, VerbGroup.Registers, "แก้คำบรรยายหรือคนในรูป {0}"),
        new(Verbs.AssetReplaced, VerbGroup.Registers, "เปลี่ยนไฟล์ของรูป {0}"),
        new(Verbs.AssetRemoved, VerbGroup.Registers, "เอารูป {0} ออก"),
        new(Verbs.AssetEvidenceSeen, VerbGroup.Contacts, "เปิดดูรูป {0}"),

        new(Verbs.WordAdded, VerbGroup.Running, "เพิ่มคำ {0} ในคลังคำ"),
        new(Verbs.WordChanged, VerbGroup.Running, "แก้คำ {0} ในคลังคำ"),
        new(Verbs.WordRemoved, VerbGroup.Running, "เอาคำ {0} ออกจากคลังคำ"),
        new(Verbs.SynonymsAdded, VerbGroup.Running, "เพิ่มคำพ้อง {0}"),
        new(Verbs.SynonymsChanged, VerbGroup.Running, "แก้คำพ้อง {0}"),
        new(Verbs.SynonymsRemoved, VerbGroup.Running, "เอาคำพ้อง {0} ออก"),
        new(Verbs.BreachNoted, VerbGroup.Running, "บันทึกเหตุละเมิดข้อมูล {0}"),
        new(Verbs.BreachRevised, VerbGroup.Running, "แก้บันทึกเหตุละเมิดข้อมูล {0}"),
        new(Verbs.PrivacySearched, VerbGroup.Contacts, "ค้นหาคนในหน้าข้อมูลส่วนบุคคล"),
        new(Verbs.SiteWritten, VerbGroup.Running, "ตั้งชื่อ สี และที่ติดต่อของเว็บ"),
        new(Verbs.SyntheticWiped, VerbGroup.Running, "ลบข้อมูลสมมติทั้งหมด"),
        new(Verbs.AreasRenamed, VerbGroup.Running, "แก้ชื่อพื้นที่"),
        new(Verbs.ReindexRequested, VerbGroup.Running, "ขอสร้างดัชนีค้นหาใหม่"),
        new(Verbs.SheetExported, VerbGroup.Contacts, "ส่งออกตารางทะเบียน"),
        new(Verbs.AuditExported, VerbGroup.Running, "ส่งออกบันทึกการใช้งาน"),
    ];

    private static readonly Dictionary<(string, string), VerbWord> ByName = All.ToDictionary(w => (w.Verb.Subject, w.Verb.Name));

    private static readonly Dictionary<string, string> KindNames = new()
    {
        [Subjects.Portal] = "พอร์ทัล",
        [Subjects.Member] = "สมาชิก",
        [Subjects.Entry] = "เรื่อง",
        [Subjects.Topic] = "หัวข้อ",
        [Subjects.Snippet] = "ข้อความที่ใช้ซ้ำ",
        [Subjects.LearningBase] = "ฐานการเรียนรู้",
        [Subjects.Sage] = "ปราชญ์",
        [Subjects.Centre] = "ศูนย์เรียนรู้",
        [Subjects.Plot] = "แปลง",
        [Subjects.Directive] = "หนังสือสั่งการ",
        [Subjects.DistrictReport] = "การส่งของอำเภอ",
        [Subjects.RoundLink] = "ลิงก์ของรอบ",
        [Subjects.Activity] = "กิจกรรมในแผน",
        [Subjects.Form] = "แบบฟอร์ม",
        [Subjects.Asset] = "รูป",
        [Subjects.DictionaryWord] = "คำในคลังคำ",
        [Subjects.SynonymPair] = "คำพ้อง",
        [Subjects.Breach] = "เหตุละเมิดข้อมูล",
        [Subjects.Intake] = "ตารางที่นำเข้า",
        [Subjects.Report] = "เรื่องแจ้ง",
    };

    /// <summary>Kinds of subject by code, in the order of the form.</summary>
    public static IReadOnlyDictionary<string, string> Kinds => KindNames;

    /// <summary><c>null</c> for what the portal never wrote.</summary>
    public static VerbWord? Find(string subject, string verb) => ByName.GetValueOrDefault((subject, verb));

    public static IReadOnlyList<Verb> In(VerbGroup group) => [.. All.Where(w => w.Group == group).Select(w => w.Verb)];

    public static string Name(VerbGroup group) => group switch
    {
        VerbGroup.SignIn => "การเข้าสู่ระบบ",
        VerbGroup.Members => "สมาชิกและบทบาท",
        VerbGroup.Contacts => "ใครดูเบอร์โทรและหลักฐาน",
        VerbGroup.Texts => "เรื่อง",
        VerbGroup.Registers => "ทะเบียน",
        VerbGroup.Running => "ดูแลพอร์ทัล",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
