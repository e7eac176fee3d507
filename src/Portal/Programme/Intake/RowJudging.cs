using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>The verdict on one row.</summary>
internal static class RowJudging
{
    /// <returns>Whether the row would be a new record, which has still to be compared with others.</returns>
    public static bool Judge(IntakeRow row, RowSubjects subjects, RowReading reading)
    {
        var before = subjects.Find(row, reading);
        var isConflict = Begin(row, before, reading, out var wrongRevision);
        var read = reading.Read(row, before);
        (row.Name, row.OtherName, row.AreaCode, row.Twins) = (read.Name, read.OtherName, read.Area, []);
        List<RowSaying> says = [.. read.Says, .. wrongRevision, .. before is null ? Unknown(row, subjects, reading) : Twice(row, before, subjects)];
        var isSaid = before is not null && says.All(s => s.IsNote) && reading.Register.IsSaid(before, read.Record) && !read.Phones.Except(subjects.PhonesOf(before.Id)).Any();
        if (!isSaid && says.All(s => s.IsNote))
        {
            says.AddRange(reading.Refusal(before, read.Record));
        }

        row.Says = says;
        row.State = says.Any(s => !s.IsNote) ? RowState.Wrong : isSaid ? RowState.Same : isConflict ? RowState.Conflict : RowState.Ready;
        return row.State == RowState.Ready && before is null;
    }

    // Sets which record the row is about, and in which of its wordings.
    private static bool Begin(IntakeRow row, Registered? before, RowReading reading, out IReadOnlyList<RowSaying> wrong)
    {
        wrong = [];
        var seen = row.Revision;
        (row.IsNew, row.SubjectId, row.Revision) = (before is null, before?.Id, before?.RevisionNumber ?? 0);
        var typed = reading.Cell(row, SheetColumns.Revision);
        if (before is null || row.Choice == RowChoice.Into || typed.Length == 0)
        {
            row.Takes = null;
            return false;
        }

        if (!ThaiDigits.TryParseInt(typed, out var revision))
        {
            wrong = [new(SheetColumns.Revision, $"รุ่นต้องเป็นตัวเลขที่ส่งออกมากับตาราง ไม่ใช่ «{Shorten(typed)}» เว้นว่างได้ถ้าไม่รู้")];
            return false;
        }

        // What somebody chose holds for the wording that they saw.
        row.Takes = seen == row.Revision ? row.Takes : null;
        return revision != row.Revision && row.Takes is null;
    }

    private static List<RowSaying> Twice(IntakeRow row, Registered before, RowSubjects subjects) =>
        subjects.Above(before.Id, row.Number) is { } above ? [new(SheetColumns.Id, $"แถวที่ {above} เป็นรายการเดียวกันนี้แล้ว รายการหนึ่งมีได้แถวเดียว")] : [];

    private static IReadOnlyList<RowSaying> Unknown(IntakeRow row, RowSubjects subjects, RowReading reading)
    {
        var (id, number) = (reading.Cell(row, SheetColumns.Id), RowSubjects.Number(reading.Cell(row, SheetColumns.Number)));
        if (row.Choice == RowChoice.Into)
        {
            return [new("", "รายการที่เลือกไว้ไม่อยู่ในทะเบียนของท่านแล้ว โปรดเลือกใหม่")];
        }

        if (id.Length + number.Length == 0)
        {
            return reading.Register.Beginning is { Length: > 0 } beginning ? [new("", beginning)] : [];
        }

        var code = Shorten(number.Length > 0 ? number : id);
        var field = number.Length > 0 ? SheetColumns.Number : SheetColumns.Id;
        // Moving a register from another portal is for who answers for it here.
        return subjects.WasHere(row, reading) ? [new(field, $"ไม่พบ {code} ในทะเบียนของท่าน รายการนี้อาจถูกรวม ลบ หรืออยู่นอกพื้นที่ของท่าน")]
            : !reading.Actor.May(Permission.Certify, row.AreaCode) || (id.Length > 0 && !Guid.TryParse(id, out _))
                ? [new(field, $"ไม่พบ {code} ในทะเบียนของท่าน ถ้าเป็นรายการใหม่ ให้ล้างช่องรหัส รุ่น และเลขทะเบียน")]
            : number.Length > 0 && !IsNumberOf(number, row.AreaCode, reading.Register) ? [new(field, $"เลขทะเบียน {Shorten(number)} ไม่ใช่ของอำเภอนี้ หรือไม่ใช่ของทะเบียนนี้")]
            : [new(field, $"ยังไม่มี {code} ที่นี่ จะเป็นรายการใหม่ที่ใช้รหัสและเลขทะเบียนเดิม", IsNote: true)];
    }

    private static bool IsNumberOf(string number, string area, IntakeRegister register) =>
        area.Length >= 4 && number.StartsWith($"{area[..4]}-{register.Create(Guid.Empty).Letter}-", StringComparison.Ordinal) && number.Length == 11 && number[7..].All(char.IsAsciiDigit);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
