using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme;

/// <summary>What the plan says of one activity.</summary>
/// <param name="Area">Tambon where it is held.</param>
public sealed record ActivityRecord(string Name, string Area, ActivityProfile Profile);

/// <summary>
/// An item of a district's plan of Activity 4 (domain.md L15, L16): a day on which people work together on a plot. It is written, checked and accepted
/// as the records of the registers are; its number is <c>3102-A-0001</c>.
/// </summary>
public sealed class Activity : Registered<ActivityRecord>
{
    private Activity() { }

    /// <summary>Whether it is a kick-off, จุดเริ่มเอามื้อสามัคคีของอำเภอ.</summary>
    public bool IsKickOff { get; private set; }

    /// <summary>The day; <c>null</c> while it is not fixed.</summary>
    public DateOnly? On { get; private set; }

    public ActivityStage Stage { get; private set; }

    /// <summary>Why it will not be held; empty while it will.</summary>
    public string CancelReason { get; private set; } = "";

    public ActivityProfile Profile { get; private set; } = new();

    /// <summary>Whether date, place, plot and sage are fixed: without them a kick-off counts for nothing.</summary>
    public bool IsReady => IsFixed(Latest);

    public override string Letter => "A";

    public override FormKind Form => FormKind.Activity;

    public override ActivityRecord Shown => new(Name, AreaCode, Profile);

    protected override RegisterVerbs Happenings => Verbs.OfActivity;

    /// <param name="own">Id that the form gave it, so that the same form sent twice is one record.</param>
    public static Activity Create(Guid? own = null)
    {
        var id = own ?? Guid.CreateVersion7();
        return new() { Id = id, Key = id.ToString() };
    }

    /// <summary>It will not be held. It stays in the plan with the reason, and counts for nothing.</summary>
    public void Cancel(string reason, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (Stage == ActivityStage.Cancelled)
        {
            throw new PortalException("activity.cancelled", "กิจกรรมนี้ยกเลิกไปแล้ว");
        }

        if (!ThaiText.HasLetterOrDigit(reason) || reason.Length > ActivityProfile.LineLength)
        {
            throw new PortalException("activity.reason", $"โปรดบอกเหตุที่ยกเลิก ไม่เกิน {ActivityProfile.LineLength} ตัวอักษร", "reason");
        }

        (Stage, CancelReason) = (ActivityStage.Cancelled, reason);
        Record(Verbs.ActivityCancelled, by, now, ("area", AreaCode));
    }

    /// <summary>It goes, as when a sheet is taken back; who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.ActivityRemoved, by, now, ("area", AreaCode));
    }

    protected override string AreaOf(ActivityRecord record) => record.Area;

    protected override void DemandValid(ActivityRecord record)
    {
        if (Stage == ActivityStage.Cancelled)
        {
            throw new PortalException("activity.cancelled", "กิจกรรมนี้ยกเลิกแล้ว แก้ไขไม่ได้ โปรดเพิ่มกิจกรรมใหม่");
        }

        if (!ThaiText.HasLetterOrDigit(record.Name) || record.Name.Length > 200)
        {
            throw new PortalException("activity.name", "โปรดใส่ชื่อกิจกรรม ไม่เกิน 200 ตัวอักษร", "name");
        }

        if (record.Area.Length != 6)
        {
            throw new PortalException("activity.area", "โปรดเลือกตำบลที่จัดกิจกรรม", "area");
        }

        record.Profile.Demand();
    }

    protected override void Take(ActivityRecord record)
    {
        (Name, AreaCode, Profile) = record;
        (IsKickOff, On) = (Profile.IsKickOff, Profile.On);
        (SortKey, NameKey) = (ThaiSort.Key(Name), ThaiName.Key(Name));
    }

    protected override IReadOnlyList<(string Key, object? Value)> WrittenFacts() =>
        [("kick-off", Latest.Profile.IsKickOff), ("ready", IsReady), ("on", Latest.Profile.On)];

    private static bool IsFixed(ActivityRecord record) =>
        record.Profile is { On: not null, Plot.Length: > 0, Sages.Count: > 0 } && record.Area.Length == 6;

    private sealed class Config : IEntityTypeConfiguration<Activity>
    {
        public void Configure(EntityTypeBuilder<Activity> activity)
        {
            activity.ToTable("Activities");
            activity.HasIndex(a => a.Key).IsUnique();
            activity.HasIndex(a => a.Number).IsUnique();
            activity.HasIndex(a => a.AreaCode);
            activity.Ignore(a => a.Shown);
            activity.Ignore(a => a.Latest);
            activity.Ignore(a => a.IsReady);
            activity.Property(a => a.Profile).HasJsonConversion();
            activity.Property(a => a.Draft).HasJsonConversion();
        }
    }
}

/// <summary>Whether an activity will be held.</summary>
public enum ActivityStage
{
    Planned,
    Cancelled,
}

/// <summary>What the plan says of an activity beside name and place (domain.md 1.5D).</summary>
public sealed record ActivityProfile
{
    public const int LineLength = 500;

    public bool IsKickOff { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>From when until when, in words: «09.00–15.00 น.».</summary>
    public string Hours { get; init; } = "";

    /// <summary>Key of the plot; empty → not chosen yet.</summary>
    public string Plot { get; init; } = "";

    /// <summary>Keys of the sages who lead.</summary>
    public IReadOnlyList<string> Sages { get; init; } = [];

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What is done, an item a line.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>How many people are wanted.</summary>
    public int? People { get; init; }

    /// <summary>Who brings what, an item a line.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Baht.</summary>
    public int? Budget { get; init; }

    public string Safety { get; init; } = "";

    /// <summary>Answers to the form's own fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    internal void Demand()
    {
        if (On is { Year: < 2015 or > 2100 })
        {
            throw new PortalException("activity.on", "วันที่จัดอยู่นอกช่วงที่เป็นไปได้ โปรดตรวจปี", "on");
        }

        if (People is < 1 or > 100_000 || Budget is < 0 or > 1_000_000_000)
        {
            throw new PortalException("activity.number", "จำนวนคนหรืองบประมาณอยู่นอกช่วงที่ใช้ได้", "people");
        }
    }
}
