using System.Globalization;
using System.Text;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme;

/// <summary>The message by which a province reminds a district (features.md P04): what exactly is missing, until when, and whom to ask. It names no person.</summary>
public static class Chase
{
    // More than that nobody reads on a phone.
    private const int MostFields = 5;

    /// <param name="district">Name of the district, «สตึก».</param>
    /// <param name="tambon">Name of a tambon by its code.</param>
    /// <param name="address">Where the district works on the round.</param>
    public static string Message(
        Directive round, BoardRow row, IReadOnlyList<Lack> lacks, string district, Func<string, string> tambon, string address, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"เรียน พัฒนาการอำเภอ{district}\n");
        text.Append(CultureInfo.InvariantCulture, $"ตามหนังสือ {round.Number} ลงวันที่ {BuddhistDate.Short(round.Date)}");
        if (round.Text.Due is { } due)
        {
            text.Append(CultureInfo.InvariantCulture, $" ให้แล้วเสร็จภายในวันที่ {BuddhistDate.Short(due)} ({DaysLeft.InWords(round.Text, now)})");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nขณะนี้อำเภอครบถ้วน {row.Percent}% ตรวจแล้ว {row.PercentChecked}% ยังขาด\n");
        var number = 0;
        foreach (var line in row.Tasks.SelectMany(t => Lines(t, row, lacks.First(l => l.Kind == t.Kind), tambon)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{++number}. {line}\n");
        }

        if (number == 0)
        {
            text.Append("ครบทุกอย่างแล้ว เหลือเพียงกด «ส่งจังหวัด»\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"กรอกได้ที่ {address}\n");
        if (round.Text.Responsible.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"สอบถาม {round.Text.Responsible} {round.Text.Phone}");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>What a task lacks, a sentence each; none when nothing.</summary>
    public static IEnumerable<string> Lines(TaskProgress task, BoardRow row, Lack lack, Func<string, string> tambon)
    {
        switch (task.Kind)
        {
            case TaskKind.Centres when task.Have < task.Need:
                yield return $"ศูนย์เรียนรู้: มี {task.Have} จากเป้า {task.Need} แห่ง (แปลงทั้งหมด {row.Plots} แปลง)";
                break;
            case TaskKind.Centres when !task.IsMet:
                yield return $"ศูนย์เรียนรู้: มีครบ {task.Have} แห่ง แต่ยังไม่กระจาย ตำบลที่มีแปลงแต่ไม่มีศูนย์: {string.Join(" ", row.WithoutCentre.Select(tambon))}";
                break;
            case TaskKind.Sages when !task.IsMet:
                yield return $"ทะเบียนปราชญ์: มี {task.Have} จากอย่างน้อย {task.Need} คน";
                break;
            case TaskKind.Activities when !task.IsMet:
                yield return $"แผนกิจกรรมที่ 4: จุดเริ่มเอามื้อสามัคคีที่กำหนดวัน ตำบล แปลง และปราชญ์แล้วมี {task.Have} จากอย่างน้อย {task.Need} จุด";
                break;
        }

        if (lack.Incomplete > 0)
        {
            var fields = lack.Fields.Take(MostFields).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Label} {f.Records}"));
            yield return $"{task.Kind.Name()}: กรอกไม่ครบ {lack.Incomplete} จาก {lack.Records} รายการ ขาด {string.Join(" · ", fields)}{(lack.Fields.Count > MostFields ? $" และอีก {lack.Fields.Count - MostFields} ช่อง" : "")}";
        }

        if (lack.Unchecked > 0)
        {
            yield return $"{task.Kind.Name()}: รอคนที่สองตรวจ {lack.Unchecked} รายการ";
        }
    }
}

/// <summary>How long there is until a round is due.</summary>
public static class DaysLeft
{
    /// <summary>«เหลือ 1 วัน», «วันนี้วันสุดท้าย», «เลยกำหนด 2 วัน»; empty when no day is set.</summary>
    public static string InWords(DirectiveText text, DateTimeOffset now) => text.Due is not { } due ? "" : (due.DayNumber - ThaiTime.Day(now).DayNumber) switch
    {
        0 => "วันนี้วันสุดท้าย",
        > 0 and var days => string.Create(CultureInfo.InvariantCulture, $"เหลือ {days} วัน"),
        var days => string.Create(CultureInfo.InvariantCulture, $"เลยกำหนด {-days} วัน"),
    };
}
