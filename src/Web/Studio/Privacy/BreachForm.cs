using System.Globalization;
using System.Text.RegularExpressions;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>The form of a breach, as it was typed.</summary>
public sealed partial class BreachForm
{
    private const string TimeRule = "เวลาเขียนแบบ 14:05";

    public string FoundOn { get; set; } = "";

    public string FoundAt { get; set; } = "";

    public string What { get; set; } = "";

    public string Data { get; set; } = "";

    public string People { get; set; } = "";

    public string Done { get; set; } = "";

    public string ToldOfficeOn { get; set; } = "";

    public string ToldOfficeAt { get; set; } = "";

    public string ToldPeopleOn { get; set; } = "";

    public string ToldPeopleAt { get; set; } = "";

    public static BreachForm Of(BreachText text) => new()
    {
        FoundOn = Day(text.Found),
        FoundAt = Time(text.Found),
        What = text.What,
        Data = text.Data,
        People = text.People?.ToString(CultureInfo.InvariantCulture) ?? "",
        Done = text.Done,
        ToldOfficeOn = text.ToldOffice is { } office ? Day(office) : "",
        ToldOfficeAt = text.ToldOffice is { } officeAt ? Time(officeAt) : "",
        ToldPeopleOn = text.ToldPeople is { } people ? Day(people) : "",
        ToldPeopleAt = text.ToldPeople is { } peopleAt ? Time(peopleAt) : "",
    };

    /// <param name="wrong">Everything that could not be read, by field.</param>
    public BreachText Read(List<(string Field, string Message)> wrong)
    {
        var found = Moment("Found", FoundOn, FoundAt, wrong);
        if (found is null && FoundOn.Trim().Length == 0)
        {
            wrong.Add(("FoundOn", "โปรดใส่วันที่ทราบเหตุ"));
        }

        int? people = null;
        var typed = ThaiDigits.ToArabic(People).Replace(",", "", StringComparison.Ordinal).Trim();
        if (typed.Length > 0)
        {
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                people = count;
            }
            else
            {
                wrong.Add(("People", "จำนวนคนเป็นตัวเลข เว้นว่างได้ถ้ายังไม่ทราบ"));
            }
        }

        return new(
            found ?? default,
            Portal.Knowledge.EntryRules.Block(What),
            Portal.Knowledge.EntryRules.Block(Data),
            people,
            Portal.Knowledge.EntryRules.Block(Done),
            Moment("ToldOffice", ToldOfficeOn, ToldOfficeAt, wrong),
            Moment("ToldPeople", ToldPeopleOn, ToldPeopleAt, wrong));
    }

    private static string Day(DateTimeOffset at) => BuddhistDate.Short(ThaiTime.Day(at));

    private static string Time(DateTimeOffset at) => ThaiTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string field, string on, string at, List<(string Field, string Message)> wrong)
    {
        if (on.Trim().Length == 0)
        {
            if (at.Trim().Length > 0)
            {
                wrong.Add(($"{field}On", "โปรดใส่วันที่ด้วย"));
            }

            return null;
        }

        var isDay = BuddhistDate.TryParse(on, out var day);
        var time = Clock().Match(ThaiDigits.ToArabic(at).Trim());
        if (!isDay)
        {
            wrong.Add(($"{field}On", YearSlip.Of(on) is { Length: > 0 } asked ? asked : "วันที่เขียนแบบ 8 ก.ค. 2564 หรือ 8/7/2564"));
        }

        if (!time.Success)
        {
            wrong.Add(($"{field}At", TimeRule));
        }

        if (!isDay || !time.Success)
        {
            return null;
        }

        return ThaiTime.StartOf(day)
            .AddHours(int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture))
            .AddMinutes(int.Parse(time.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\A(?<hour>[01]?[0-9]|2[0-3])[:.](?<minute>[0-5][0-9])( *น\.?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
