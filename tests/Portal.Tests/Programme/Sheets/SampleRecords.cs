using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Registers;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

/// <summary>Records of each register with what people type, and with what spreadsheets make something of.</summary>
internal static class SampleRecords
{
    public const string Area = "310427";

    private static readonly string[] Lines =
    [
        "", "", "ห่มดินด้วยฟาง", "=1+1", "'=1+1", "''-", "-", "'-", "ไม่เปิดเผย", "'ไม่เปิดเผย", "+66 81", "@ตลาด", "-5", "3-2-50", "1/2/2564", "0812", "\"ต้น\" กล้า", "ก, ข; ค", "ไทย · ลาว",
        "'", "แดง'", "😀 กิ่ง", "ใช่", "TRUE", "1E5", "ทุกวัน ; เว้นวันพระ",
    ];

    /// <summary>Two topics of one name, and one whose name looks like two.</summary>
    public static SheetTerms Terms { get; } = new(
    [
        (SheetKind.Topic, "soil", "ห่มดิน"), (SheetKind.Topic, "twin-1", "เหมือนกัน"), (SheetKind.Topic, "twin-2", "เหมือน กัน"), (SheetKind.Topic, "two", "ดิน ; น้ำ"),
        (SheetKind.Bases, "base-soil", "ฐานคนรักษ์ดิน"), (SheetKind.Bases, "base-water", "ฐานคนรักษ์น้ำ"), (SheetKind.Centres, "centre-a", "ศูนย์บ้านโคก"),
        (SheetKind.Sages, "sage-a", "นายดี ใจงาม"), (SheetKind.Sages, "sage-b", "นางแดง ทองสุข"), (SheetKind.Plot, "plot-a", "3104-L-0001"), (SheetKind.Plot, "plot-a", "แปลงลุงดี"),
    ]);

    public static FormDefinition Form(FormKind kind) => Registry.Form(
        kind,
        [
            .. KnownFields.Of(kind).Select(c => Registry.Field(c, 1)),
            Registry.Field("own-1", 1, FieldType.Text), Registry.Field("own-2", 1, FieldType.Lines), Registry.Field("own-3", 1, FieldType.YesNo),
            Registry.Field("own-4", 1, FieldType.Choice, "มาก", "น้อย; แต่พอ") with { Visibility = Visibility.Public }, Registry.Field("own-5", 1, FieldType.Number),
        ]);

    public static Gen<SageRecord> Sage { get; } =
        from text in Texts(12)
        from expertise in Gen.Elements(
            new Expertise("soil", "ห่มดิน", 20, [Ability.Teach, Ability.Host]), new Expertise("twin-2", "=เลี้ยงปลา", null, []), new Expertise("two", "-", 0, [Ability.Advise]), new Expertise("", "ทำนา", 3, [])).ListOf()
        from languages in Some(Enum.GetValues<Language>())
        from keys in Some("base-soil", "base-water")
        from kind in Gen.Elements(Enum.GetValues<SageKind>())
        from number in Gen.Choose(0, 98)
        from answers in Answers
        select new SageRecord(
            "นายบุญมี ดีใจ",
            Area,
            new()
            {
                Prefix = "นาย", GivenName = "บุญมี", FamilyName = "ดีใจ", Nickname = text[0], Kind = kind, Summary = text[1], Expertise = [.. expertise.Take(6)], Languages = languages,
                Experience = [text[2], text[3]], Awards = [new("รางวัล" + number, "", null), new("คนดี", "จังหวัด", 2010 + number % 10)], Bases = keys, Centres = number % 2 == 0 ? ["centre-a"] : [],
                LearntFrom = number % 3 == 0 ? ["sage-a", "sage-b"] : [], Availability = new(text[4], text[5], number % 2 == 0 ? number + 1 : null, text[6]), Answers = answers.Shown, Body = $"{text[7]}\n\n{text[8]}",
            },
            new()
            {
                Sex = number % 4 == 0 ? null : (Sex)(number % 3), BirthYear = number % 5 == 0 ? null : 1900 + number, House = text[9], Moo = number % 2 == 0 ? null : number, Village = text[10],
                Latitude = number % 2 == 0 ? 14.5 + number / 1000.0 : null, Longitude = number % 2 == 0 ? 103.25 : null, NominatedBy = text[11], Source = text[0], Answers = answers.Hidden,
            });

    public static Gen<PlotRecord> Plot { get; } =
        from text in Texts(6)
        from soils in Some(Enum.GetValues<Soil>())
        from waters in Some(Enum.GetValues<Water>())
        from number in Gen.Choose(1, 98)
        from answers in Answers
        select new PlotRecord(
            new("แปลง " + text[0], (PlotKind)(number % 2), 2015 + number % 20, Area, new LandSize(number * 37), "", Synthetic: false),
            new()
            {
                History = [new(PlotState.Applied, new DateOnly(2020, 1, 1).AddDays(number))], Soils = soils, Waters = waters, Khok = number % 2 == 0 ? 30 : 0, Nong = number % 2 == 0 ? 30 : 0,
                Na = number % 2 == 0 ? 40 : 0, Household = text[1], LandRight = text[2], Drawing = text[3], Growing = text[4], Income = number * 1000, Saving = number % 2 == 0 ? null : 0,
                Answers = answers.Shown.Concat(answers.Hidden).ToDictionary(a => a.Key, a => a.Value), Body = text[5],
            });

    public static Gen<CentreRecord> Centre { get; } =
        from text in Texts(10)
        from number in Gen.Choose(1, 98)
        from answers in Answers
        select new CentreRecord(
            "ศูนย์ " + text[0],
            "",
            Area,
            new()
            {
                Kind = (CentreKind)(number % 3), Village = text[1], Host = text[2], HostAgreed = number % 2 == 0 ? new DateOnly(2021, 2, 28) : null, Summary = text[3], Curriculum = [text[4], text[5]], Open = text[6],
                Capacity = number, Booking = text[7], Facilities = [text[8]], Network = text[9], Answers = answers.Shown, Body = text[3] + "\n" + text[2],
            },
            new() { House = text[5], Moo = number, Latitude = 14.99312, Longitude = 103.1, ContactName = text[6], ContactPhone = number % 2 == 0 ? "0812345678" : "", Answers = answers.Hidden });

    public static Gen<ActivityRecord> Activity { get; } =
        from text in Texts(7)
        from number in Gen.Choose(1, 98)
        from answers in Answers
        select new ActivityRecord(
            "เอามื้อ " + text[0],
            Area,
            new()
            {
                IsKickOff = number % 2 == 0, On = number % 3 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(number), Hours = text[1], Plot = number % 2 == 0 ? "plot-a" : "", Sages = number % 4 == 0 ? ["sage-b"] : [],
                Purpose = text[2], Tasks = [text[3], text[4]], People = number, Materials = [text[5]], Partners = [text[6]], Budget = number % 2 == 0 ? 0 : null, Safety = text[1],
                Answers = answers.Shown.Concat(answers.Hidden).ToDictionary(a => a.Key, a => a.Value),
            });

    private static Gen<(Dictionary<string, string> Shown, Dictionary<string, string> Hidden)> Answers { get; } =
        from text in Texts(2)
        from yes in Gen.Elements("yes", "no", "")
        from choice in Gen.Elements("มาก", "น้อย; แต่พอ", "")
        select (new Dictionary<string, string> { ["own-4"] = choice }, new Dictionary<string, string> { ["own-1"] = text[0], ["own-2"] = $"{text[1]}\n{text[0]}", ["own-3"] = yes, ["own-5"] = "1,250.5" });

    private static Gen<string[]> Texts(int count) => Gen.Elements(Lines).ArrayOf(count);

    private static Gen<IReadOnlyList<T>> Some<T>(params T[] values) => Gen.SubListOf(values).Select(some => (IReadOnlyList<T>)[.. some]);
}
