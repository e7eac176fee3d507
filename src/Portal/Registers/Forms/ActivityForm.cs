using KhokNongNa.Portal.Programme;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>The form of the plan of Activity 4 (domain.md 1.5D).</summary>
public sealed class ActivityForm : IRegisterForm<ActivityRecord>
{
    public static ActivityForm Instance { get; } = new();

    public ActivityRecord Empty(string area) => new("", area, new());

    public ActivityRecord Keep(ActivityRecord record, ActivityRecord latest) => record;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(ActivityRecord record)
    {
        var profile = record.Profile;
        return new Filled()
            .Set("name", record.Name)
            .Set("kick-off", profile.IsKickOff ? "yes" : "no")
            .Set("on", profile.On is { } day ? BuddhistDate.Short(day) : "")
            .Set("hours", profile.Hours)
            .Set("plot", profile.Plot)
            .Set("sages", profile.Sages)
            .Set("purpose", profile.Purpose)
            .Lines("tasks", profile.Tasks)
            .Set("people", profile.People)
            .Lines("materials", profile.Materials)
            .Lines("partners", profile.Partners)
            .Set("budget", profile.Budget)
            .Set("safety", profile.Safety)
            .Own(profile.Answers)
            .Values;
    }

    public ActivityRecord Read(FieldValues values, ActivityRecord before, string area, FormDefinition form)
    {
        var old = before.Profile;
        var (shown, hidden) = OwnAnswers.Read(values, form, old.Answers, new Dictionary<string, string>());
        return new(
            values.Has("name") ? values.Line("name") : before.Name,
            area,
            old with
            {
                IsKickOff = values.Has("kick-off", out var kickOff) ? kickOff == "yes" : old.IsKickOff,
                On = values.Has("on") ? ReadDay(values) : old.On,
                Hours = values.Has("hours") ? values.Line("hours") : old.Hours,
                Plot = values.Has("plot") ? values.Chosen("plot").FirstOrDefault("") : old.Plot,
                Sages = values.Has("sages") ? values.Chosen("sages") : old.Sages,
                Purpose = values.Has("purpose") ? values.Line("purpose") : old.Purpose,
                Tasks = values.Has("tasks") ? values.Lines("tasks") : old.Tasks,
                People = values.Has("people") ? values.Number("people", 1, 100_000) : old.People,
                Materials = values.Has("materials") ? values.Lines("materials") : old.Materials,
                Partners = values.Has("partners") ? values.Lines("partners") : old.Partners,
                Budget = values.Has("budget") ? values.Number("budget", 0, 1_000_000_000) : old.Budget,
                Safety = values.Has("safety") ? values.Line("safety") : old.Safety,
                Answers = shown.Concat(hidden).DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Value),
            });
    }

    /// <summary>A plan looks ahead: a day more than three years away is a slip of the year.</summary>
    private static DateOnly? ReadDay(FieldValues values)
    {
        var day = values.Day("on");
        if (day is { } on && (on.Year < values.Today.Year - 3 || on.Year > values.Today.Year + 3))
        {
            values.Say("on", $"วันที่จัดเป็น {BuddhistDate.Short(on)} โปรดตรวจปี พ.ศ. อีกครั้ง");
            return null;
        }

        return day;
    }
}
