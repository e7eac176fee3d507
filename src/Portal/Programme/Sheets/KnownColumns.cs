using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Columns of the fields that the portal has an own place for.</summary>
internal static class KnownColumns
{
    /// <summary>Stands for the number of a row in codes and headers.</summary>
    public const string Row = "#";

    /// <summary>How codes begin of what can be said several times.</summary>
    public const string Repeated = "expertise.";

    /// <summary>Code of the telephone numbers of a sage.</summary>
    public const string Phones = "contact.phone";

    /// <summary>The day on which a plot's life began: asked for once and by every form.</summary>
    public static readonly SheetColumn Applied = new("state.on", "state", "วันที่สมัคร", ["วันสมัคร", "วันที่สมัครเข้าร่วม", "applied on"], SheetKind.Text, Visibility.Staff);

    private static readonly SheetColumn[] Name =
    [
        Text("name", "ชื่อ-นามสกุล", "ชื่อ-สกุล", "ชื่อ สกุล", "ชื่อและนามสกุล", "ชื่อ", "ชื่อปราชญ์", "ชื่อปราชญ์ชุมชน", "ชื่อครูพาทำ", "ชื่อสกุลปราชญ์", "full name", "name"),
        Part("name.prefix", "คำนำหน้า", "คำนำหน้าชื่อ", "คำนำ", "title", "prefix"),
        Part("name.family", "นามสกุล", "สกุล", "last name", "surname", "family name"),
    ];

    private static readonly SheetColumn[] Size =
    [
        Of("size", "size", "ขนาดที่ดิน", SheetKind.Land, "เนื้อที่", "ขนาดแปลง", "ขนาดพื้นที่", "พื้นที่ (ไร่-งาน-วา)", "เนื้อที่ (ไร่-งาน-ตร.ว.)", "ไร่-งาน-วา", "size"),
        Part("size.rai", "ไร่", "จำนวนไร่", "rai"),
        Part("size.ngan", "งาน", "จำนวนงาน", "ngan"),
        Part("size.wa", "ตารางวา", "วา", "ตร.ว.", "ตร.วา", "square wa"),
    ];

    private static readonly SheetColumn[] Village =
    [
        Text("village.moo", "หมู่ที่", "หมู่", "ม.", "หมู่ที", "moo"),
        Text("village.name", "หมู่บ้าน", "ชื่อหมู่บ้าน", "ชื่อบ้าน", "บ้าน", "village"),
    ];

    private static readonly SheetColumn House = Text("house", "บ้านเลขที่", "เลขที่บ้าน", "เลขที่", "house number");
    private static readonly SheetColumn Position = Text("position", "พิกัด", "ละติจูด, ลองจิจูด", "lat long", "gps", "พิกัด GPS", "position");
    private static readonly SheetColumn Summary = Text("summary", "สรุปหนึ่งประโยค", "สรุป", "จุดเด่น", "summary");
    private static readonly SheetColumn Story = Lines("story", "เรื่องเล่า", "ประวัติ", "เรื่องราว", "story");

    /// <summary>None for what no form fills in.</summary>
    public static IReadOnlyList<SheetColumn> Of(FormKind kind, string field) => kind switch
    {
        FormKind.Sage => Sage(field),
        FormKind.Plot => Plot(field),
        FormKind.Centre => Centre(field),
        FormKind.Activity => Activity(field),
        _ => [],
    };

    private static SheetColumn[] Sage(string field) => field switch
    {
        "name" => Name,
        "nickname" => [Text(field, "ชื่อที่คนเรียก", "ชื่อเล่น", "ฉายา", "nickname")],
        "sex" => [Word<Sex>(field, "เพศ", s => s.Name(), "gender", "sex")],
        "birth-year" => [Text(field, "ปีเกิด (พ.ศ.)", "ปีเกิด", "พ.ศ.เกิด", "ปี พ.ศ. เกิด", "วันเกิด", "วันเดือนปีเกิด", "birth year")],
        "kind" => [Word<SageKind>(field, "เป็นปราชญ์หรือครูพาทำ", k => k.Name(), "ประเภท", "ประเภทปราชญ์", "ประเภทบุคคล", "kind", "type")],
        "village" => Village,
        "house" => [House],
        "position" => [Position],
        "summary" => [Summary],
        "expertise" =>
        [
            Of("expertise.#.topic", field, "ความเชี่ยวชาญ #: หัวข้อ", SheetKind.Topic, "หัวข้อความเชี่ยวชาญ #", "หัวข้อ #", "topic #"),
            Of("expertise.#.what", field, "ความเชี่ยวชาญ #: ทำอะไรได้", SheetKind.Text, "ความเชี่ยวชาญ #", "ภูมิปัญญาด้าน #", "ความเชี่ยวชาญ/ภูมิปัญญาด้าน #", "ความเชี่ยวชาญด้าน #", "ภูมิปัญญา #", "ความรู้ความสามารถ #", "ความถนัด #", "องค์ความรู้ #", "เชี่ยวชาญด้าน #", "สาขา #", "ด้าน #", "expertise #"),
            Of("expertise.#.years", field, "ความเชี่ยวชาญ #: กี่ปี", SheetKind.Text, "ประสบการณ์ (ปี) #", "จำนวนปี #", "years #"),
            Words<Ability>("expertise.#.can", field, "ความเชี่ยวชาญ #: ทำให้คนอื่นได้", a => a.Name(), "บทบาท #", "ทำให้คนอื่นได้ #", "can #"),
        ],
        "languages" => [Words<Language>(field, field, "ภาษาที่ใช้คุย", l => l.Name(), "ภาษา", "ภาษาถิ่น", "languages")],
        "experience" => [Lines(field, "ประสบการณ์", "ผลงาน", "experience")],
        "awards" => [Lines(field, "รางวัล", "รางวัลที่ได้รับ", "รางวัล/เกียรติคุณ", "awards")],
        "story" => [Story],
        "availability" =>
        [
            Of("availability.days", field, "วันที่ว่าง", SheetKind.Text, "วันว่าง", "วันเวลาที่สะดวก", "days"),
            Of("availability.fee", field, "ค่าวิทยากร", SheetKind.Text, "ค่าตอบแทน", "fee"),
            Of("availability.group", field, "ครั้งละกี่คน", SheetKind.Text, "จำนวนคนที่รับได้", "group"),
            Of("availability.travel", field, "ไปได้ไกลแค่ไหน", SheetKind.Text, "การเดินทาง", "travel"),
        ],
        "contact" => [Of(Phones, field, "เบอร์โทร", SheetKind.Phones, "เบอร์โทรศัพท์", "โทร", "โทร.", "โทรศัพท์", "เบอร์", "มือถือ", "เบอร์มือถือ", "หมายเลขโทรศัพท์", "phone", "tel", "mobile")],
        "centres" => [Of(field, field, "ศูนย์เรียนรู้ที่ทำงานด้วย", SheetKind.Centres, "ศูนย์เรียนรู้", "centres")],
        "bases" => [Of(field, field, "ฐานที่เป็นครูพาทำ", SheetKind.Bases, "ฐานเรียนรู้", "ฐานการเรียนรู้", "bases")],
        "learnt-from" => [Of(field, field, "เรียนรู้มาจากใคร", SheetKind.Sages, "ครู", "learnt from")],
        "nominated-by" => [Text(field, "ใครแนะนำ", "ผู้เสนอชื่อ", "ผู้แนะนำ", "nominated by")],
        "source" => [Text(field, "ได้ข้อมูลจากไหน", "ที่มาของข้อมูล", "แหล่งข้อมูล", "source")],
        _ => [],
    };

    private static SheetColumn[] Plot(string field) => field switch
    {
        "name" => [Text(field, "ชื่อแปลง", "ชื่อเรียกแปลง", "แปลง", "ชื่อ", "name", "plot name")],
        "kind" => [Word<PlotKind>(field, "ระดับแปลง", k => k.Name(), "ประเภทแปลง", "ประเภท", "CLM/HLM", "kind")],
        "round" => [Text(field, "ปีงบประมาณ", "ปีงบ", "ปี", "fiscal year", "round")],
        "size" => Size,
        "household" => [Text(field, "ครัวเรือน", "ชื่อครัวเรือน", "เจ้าของแปลง", "ชื่อเจ้าของแปลง", "ชื่อ-สกุล", "ชื่อ-นามสกุล", "หัวหน้าครัวเรือน", "household", "owner")],
        "land-right" => [Text(field, "สิทธิในที่ดิน", "เอกสารสิทธิ์", "เอกสารสิทธิ", "land right")],
        "drawing" => [Text(field, "แบบแปลน", "แบบมาตรฐาน", "แบบ", "drawing")],
        "soils" => [Words<Soil>(field, field, "ดิน", s => s.Name(), "ชนิดดิน", "ลักษณะดิน", "soil", "soils")],
        "waters" => [Words<Water>(field, field, "น้ำ", w => w.Name(), "แหล่งน้ำ", "water", "waters")],
        "parts" =>
        [
            Of("parts.khok", field, "โคก (%)", SheetKind.Text, "ส่วนโคก", "โคก", "khok"),
            Of("parts.nong", field, "หนอง (%)", SheetKind.Text, "ส่วนหนอง", "หนอง", "nong"),
            Of("parts.na", field, "นา (%)", SheetKind.Text, "ส่วนนา", "นา", "na"),
        ],
        "growing" => [Text(field, "ปลูกและเลี้ยงอะไร", "กิจกรรมในแปลง", "growing")],
        "income" =>
        [
            Of("income.earned", field, "รายได้ (บาท/เดือน)", SheetKind.Text, "รายได้", "รายได้ต่อเดือน", "income"),
            Of("income.saved", field, "ลดรายจ่าย (บาท/เดือน)", SheetKind.Text, "ลดรายจ่าย", "รายจ่ายที่ลดลง", "saved"),
        ],
        "state" => [Applied],
        "notes" => [Lines(field, "บันทึก", "หมายเหตุ", "notes")],
        _ => [],
    };

    private static SheetColumn[] Centre(string field) => field switch
    {
        "name" => [Text(field, "ชื่อศูนย์เรียนรู้", "ชื่อศูนย์", "ศูนย์เรียนรู้", "ชื่อ", "name", "centre")],
        "kind" => [Word<CentreKind>(field, "ระดับศูนย์", k => k.Name(), "ประเภทศูนย์", "ประเภท", "kind")],
        "village" => Village,
        "house" => [House],
        "position" => [Position],
        "host" =>
        [
            Of("host.name", field, "ผู้ดูแลศูนย์", SheetKind.Text, "เจ้าของศูนย์", "เจ้าของแปลง", "ผู้ดูแล", "host"),
            Of("host.agreed", field, "วันที่ผู้ดูแลยินยอมให้บอกชื่อ", SheetKind.Text, "host agreed"),
        ],
        "contact" =>
        [
            Of("contact.name", field, "ผู้ประสานงาน", SheetKind.Text, "ผู้ติดต่อ", "contact name"),
            Of("contact.phone", field, "เบอร์ผู้ประสานงาน", SheetKind.Text, "เบอร์โทร", "เบอร์โทรศัพท์", "โทร", "โทรศัพท์", "phone", "tel"),
        ],
        "summary" => [Summary],
        "curriculum" => [Lines(field, "หลักสูตร", "เรื่องที่สอน", "curriculum")],
        "open" => [Text(field, "วันเปิด", "วันเวลาเปิด", "เวลาเปิด", "open")],
        "capacity" => [Text(field, "รับได้ครั้งละกี่คน", "จำนวนคนที่รับได้", "รองรับได้ (คน)", "capacity")],
        "booking" => [Text(field, "นัดอย่างไร", "การจอง", "booking")],
        "facilities" => [Lines(field, "สิ่งอำนวยความสะดวก", "facilities")],
        "network" => [Text(field, "เครือข่าย", "ทำงานร่วมกับ", "network")],
        "story" => [Story],
        _ => [],
    };

    private static SheetColumn[] Activity(string field) => field switch
    {
        "name" => [Text(field, "ชื่อกิจกรรม", "กิจกรรม", "ชื่อ", "activity", "name")],
        "kick-off" => [Of(field, field, "เป็นจุดเริ่ม", SheetKind.Word, "kick off", "จุดเริ่ม", "จุด kick off") with { Words = [("yes", "ใช่"), ("no", "ไม่ใช่")] }],
        "on" => [Text(field, "วันที่จัด", "วันที่", "วันจัดกิจกรรม", "วัน เดือน ปี", "date")],
        "hours" => [Text(field, "เวลา", "ช่วงเวลา", "time")],
        "plot" => [Of(field, field, "แปลง", SheetKind.Plot, "เลขทะเบียนแปลง", "สถานที่", "plot")],
        "sages" => [Of(field, field, "ปราชญ์หรือครูพาทำ", SheetKind.Sages, "ครูพาทำ", "ปราชญ์", "วิทยากร", "sages")],
        "purpose" => [Text(field, "ทำไปเพื่ออะไร", "วัตถุประสงค์", "purpose")],
        "tasks" => [Lines(field, "งานที่จะลงมือทำ", "สิ่งที่ทำ", "งาน", "tasks")],
        "people" => [Text(field, "ต้องการกี่คน", "จำนวนคน", "เป้าหมาย (คน)", "people")],
        "materials" => [Lines(field, "ของที่ต้องเตรียม", "วัสดุอุปกรณ์", "materials")],
        "partners" => [Lines(field, "ภาคีที่ร่วม", "ภาคีเครือข่าย", "ภาคี", "partners")],
        "budget" => [Text(field, "งบประมาณ (บาท)", "งบประมาณ", "งบ", "budget")],
        "safety" => [Text(field, "ความปลอดภัย", "safety")],
        _ => [],
    };

    private static SheetColumn Text(string field, string header, params string[] aliases) => Of(field, field.Split('.')[0], header, SheetKind.Text, aliases);

    private static SheetColumn Lines(string field, string header, params string[] aliases) => Of(field, field, header, SheetKind.Lines, aliases);

    private static SheetColumn Part(string code, string header, params string[] aliases) => Of(code, code.Split('.')[0], header, SheetKind.Part, aliases);

    private static SheetColumn Of(string code, string field, string header, SheetKind kind, params string[] aliases) => new(code, field, header, aliases, kind, Visibility.Staff);

    private static SheetColumn Word<T>(string field, string header, Func<T, string> name, params string[] aliases)
        where T : struct, Enum =>
        Of(field, field, header, SheetKind.Word, aliases) with { Words = Named(name) };

    private static SheetColumn Words<T>(string code, string field, string header, Func<T, string> name, params string[] aliases)
        where T : struct, Enum =>
        Of(code, field, header, SheetKind.Words, aliases) with { Words = Named(name) };

    private static IReadOnlyList<(string, string)> Named<T>(Func<T, string> name)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => (v.ToString(), name(v)))];
}
