using System.Globalization;
using System.Text.Json;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Thai;
using KhokNongNa.Web.Studio.Entries;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>Facts of journal rows in words; no code is ever shown as it is stored.</summary>
public static class FactWords
{
    private delegate string? Say(AuditRow row, string key, AuditNames names);

    private static readonly Dictionary<string, Say> ByKey = new()
    {
        ["role"] = Code<Role>(Roles.Name),
        ["area"] = (row, key, names) => row.Text(key) switch
        {
            null => null,
            "" => "ทั้งประเทศ",
            { } code when names.Place(code) is { Length: > 0 } place => place,
            var code => $"พื้นที่รหัส {code}",
        },
        ["centre"] = (row, key, names) => row.Text(key) is { Length: > 0 } centre ? names.Centre(centre) ?? "ศูนย์เรียนรู้ที่ลบแล้ว" : null,
        ["until"] = Day("ถึง"),
        ["on"] = Day("วันที่"),
        // 08-30: codes hold no colon.
        ["at"] = (row, key, names) => row.Text(key) is { } time ? $"เวลา {time.Replace('-', ':')} น." : null,
        ["missed"] = Code<MissReason>(Name),
        ["publisher"] = Person("ตั้งเวลาโดย"),
        // Which one is seen in the tree.
        ["parent"] = (row, key, names) => "ใต้หน้าอื่น",
        ["position"] = Number("ลำดับ {0}"),
        ["restored"] = Number("จากฉบับที่ {0}"),
        ["due"] = Day("ภายในวันที่"),
        ["revision"] = Number("ฉบับที่ {0}"),
        ["failures"] = Number("ใส่ PIN ผิด {0} ครั้ง"),
        ["from"] = Number("ตั้งแต่แถว {0}"),
        ["to"] = Number("ถึงแถว {0}"),
        ["found"] = Number("พบ {0} รายการ"),
        ["person"] = Code<CentrePerson>(p => p == CentrePerson.Host ? "เจ้าของหรือผู้ดูแล" : "ผู้ประสานงาน"),
        ["register"] = Code<FormKind>(FormKindNames.Name),
        ["rows"] = Number("รวม {0} แถว"),
        ["kind"] = Code<SheetUse>(SheetUseNames.Name),
        ["addressed"] = Count("ส่งถึง {0} พื้นที่"),
        ["exempt"] = Count("ยกเว้น {0} พื้นที่"),
        ["centres"] = Number("ศูนย์เรียนรู้อย่างน้อย {0} แห่ง"),
        ["plots-per"] = Number("1 แห่งต่อ {0} แปลง"),
        ["spread"] = Flag("กระจายคนละตำบล", "ไม่บังคับการกระจาย"),
        ["sages"] = Number("ปราชญ์อย่างน้อย {0} คน"),
        ["kick-offs"] = Number("จุดเริ่มอย่างน้อย {0} จุด"),
        ["kick-off"] = Flag("เป็นจุดเริ่ม", "ไม่ใช่จุดเริ่ม"),
        ["ready"] = Flag("กำหนดวัน แปลง และปราชญ์แล้ว", "ยังกำหนดไม่ครบ"),
        ["late"] = Flag("ช้ากว่ากำหนด", "ทันกำหนด"),
        ["checked"] = Number("ตรวจแล้ว {0}%"),
        ["living"] = Flag("มีชีวิต", "ถึงแก่กรรม"),
        ["member"] = Person("ให้"),
        // The letter is named where the row says what was done.
        ["directive"] = (row, key, names) => null,
        ["link"] = Code<LinkKind>(LinkKinds.Name),
        ["shown"] = Flag("ให้เห็น", "ไม่ให้เห็น"),
        ["reason"] = Code<ReportReason>(ReportNames.Name),
        ["outcome"] = Code<ReportOutcome>(ReportNames.Name),
        ["mutual"] = Flag("ใช้แทนกันได้ทั้งสองทาง", "ใช้แทนได้ทางเดียว"),
        ["way"] = Code<SignInWay>(Name),
        ["device"] = (row, key, names) => row.Id(key) is { } id ? names.Device(id) is { Length: > 0 } label ? label : "เครื่องที่เลิกจำแล้ว" : null,
        // An invitation has a number and no name; that there was one the verb says.
        ["invitation"] = (row, key, names) => null,
        ["provider"] = (row, key, names) => row.Text(key) is { } provider ? $"ของ {provider}" : null,
        ["author"] = Person("เขียนโดย"),
        ["recorder"] = Person("ผู้บันทึก"),
        ["teller"] = Person("ตามคำเล่าของ"),
        ["type"] = (row, key, names) => row.Row.SubjectType switch
        {
            Subjects.Plot => Code<PlotKind>(NetworkNames.Name)(row, key, names),
            Subjects.Form => Code<FormKind>(FormKindNames.Name)(row, key, names),
            _ => EntryTypes.Parse(row.Text(key))?.Name(),
        },
        ["state"] = Code<CheckState>(CheckStateNames.Name),
        ["stage"] = (row, key, names) =>
            (row.Row.SubjectType == Subjects.Plot ? Code<PlotState>(NetworkNames.Name) : Code<CentreStage>(NetworkNames.Name))(row, key, names),
        ["percent"] = Number("ครบ {0}%"),
        ["missing"] = (row, key, names) => row.Facts[key] is { ValueKind: JsonValueKind.Array } missing ? $"ยังขาด {missing.GetArrayLength()} ช่อง" : null,
        ["score"] = Number("{0} คะแนน"),
        ["version"] = Number("รุ่นที่ {0}"),
        ["channel"] = Code<ContactChannel>(NetworkNames.Name),
        ["visibility"] = Code<Visibility>(VisibilityNames.Name),
        // Evidence is a picture that only the office opens; that there is one is said by what it proves.
        ["asset"] = (row, key, names) => row.Id(key) is null ? null : "มีหลักฐาน",
        ["fields"] = (row, key, names) => row.Facts[key] is { ValueKind: JsonValueKind.Array } fields ? $"แก้ {string.Join(" ", fields.EnumerateArray().Select(Field).Distinct())}" : null,
        ["purpose"] = Code<ConsentPurpose>(ConsentNames.Name),
        ["method"] = Code<ConsentMethod>(ConsentNames.Name),
        ["use"] = Code<AssetUse>(Name),
        ["owner"] = (row, key, names) => row.Text(key) is { } kind ? $"ของ{VerbWords.Kinds.GetValueOrDefault(kind, "ทะเบียน")}" : null,
        // Which one of them: found by the row's own page.
        ["owner-id"] = (row, key, names) => null,
        // Names of the other one stand in the registers.
        ["into"] = (row, key, names) => null,
        ["other"] = (row, key, names) => null,
        ["number"] = (row, key, names) => row.Text(key) is { } number ? $"เดิมเลขทะเบียน {number.ToUpperInvariant()}" : null,
        ["width"] = Number("กว้าง {0}"),
        ["height"] = Number("สูง {0} จุด"),
        ["shows"] = (row, key, names) => row.Facts[key] is { ValueKind: JsonValueKind.Array } sages && sages.GetArrayLength() is > 0 and var count ? $"เห็นปราชญ์ {count} คน" : "ไม่เห็นปราชญ์",
    };

    private static readonly Dictionary<string, string> FieldsByCode = FieldNames.All.ToDictionary(f => JsonNamingPolicy.KebabCaseLower.ConvertName(f.Field), f => f.Name);

    public static bool Knows(string key) => ByKey.ContainsKey(key);

    /// <summary>What a row carries beside its verb, in its own order.</summary>
    public static IReadOnlyList<string> Of(AuditRow row, AuditNames names) =>
        [.. row.Facts.Keys.Select(key => ByKey.GetValueOrDefault(key)?.Invoke(row, key, names)).OfType<string>()];

    private static Say Code<T>(Func<T, string> name)
        where T : struct, Enum =>
        (row, key, names) => row.Text(key) is { } code
            ? Enum.GetValues<T>().Where(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()) == code).Select(name).FirstOrDefault()
            : null;

    private static Say Day(string before) => (row, key, names) =>
        DateOnly.TryParseExact(row.Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? $"{before} {BuddhistDate.Short(day)}" : null;

    private static Say Number(string words) => (row, key, names) =>
        row.Number(key) is { } number ? string.Format(CultureInfo.InvariantCulture, words, number.ToString("N0", CultureInfo.InvariantCulture)) : null;

    private static Say Count(string words) => (row, key, names) =>
        row.Facts[key] is { ValueKind: JsonValueKind.Array } all ? string.Format(CultureInfo.InvariantCulture, words, all.GetArrayLength()) : null;

    private static Say Flag(string yes, string no) => (row, key, names) => row.Facts[key].ValueKind == JsonValueKind.True ? yes : no;

    private static Say Person(string before) => (row, key, names) => row.Id(key) is { } id ? $"{before} {names.Who(id)}" : null;

    private static string Field(JsonElement code) => FieldsByCode.GetValueOrDefault(code.ToString(), "ช่องอื่น");

    private static string Name(SignInWay way) => way switch
    {
        SignInWay.Pin => "ด้วย PIN",
        SignInWay.Provider => "ด้วยบัญชีภายนอก",
        SignInWay.Invitation => "ด้วยลิงก์เชิญ",
        SignInWay.Development => "โดยเลือกชื่อ (เครื่องพัฒนา)",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    private static string Name(MissReason reason) => reason switch
    {
        MissReason.GrantGone => "ผู้ตั้งเวลาไม่มีสิทธิ์เผยแพร่แล้ว",
        MissReason.AddressTaken => "มีเรื่องอื่นใช้ที่อยู่นี้แล้ว",
        MissReason.ConsentGone => "มีคนในรูปที่ไม่ได้ยินยอมแล้ว",
        MissReason.Refused => "ติดเงื่อนไขของการเผยแพร่",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Name(AssetUse use) => use switch
    {
        AssetUse.Picture => "ให้ผู้อ่านเห็น",
        AssetUse.Evidence => "เป็นหลักฐาน",
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };
}
