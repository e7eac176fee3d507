namespace KhokNongNa.Portal.Programme.Links;

/// <summary>What a link opens.</summary>
public enum LinkKind
{
    /// <summary>A form: who knows a sage writes down who and what.</summary>
    Sages,

    /// <summary>A form that proposes a plot of the register as a learning centre.</summary>
    Centres,

    /// <summary>A form for an item of the plan of Activity 4.</summary>
    Activities,

    /// <summary>A table that a spreadsheet fetches.</summary>
    Bridge,
}

/// <summary>What a link is good for at a moment.</summary>
public enum LinkState
{
    Open,

    /// <summary>Its day or its round is over.</summary>
    Expired,
    Revoked,

    /// <summary>The district has sent its report: nothing is taken in until it is opened again.</summary>
    Locked,
}

public static class LinkKinds
{
    /// <summary>The task of the round that it collects for; <c>null</c> for the bridge, which collects nothing.</summary>
    public static TaskKind? Task(this LinkKind kind) => kind switch
    {
        LinkKind.Sages => TaskKind.Sages,
        LinkKind.Centres => TaskKind.Centres,
        LinkKind.Activities => TaskKind.Activities,
        _ => null,
    };

    public static string Name(this LinkKind kind) => kind switch
    {
        LinkKind.Sages => "กรอกปราชญ์",
        LinkKind.Centres => "เสนอศูนย์เรียนรู้",
        LinkKind.Activities => "กรอกแผนกิจกรรม",
        LinkKind.Bridge => "ตารางสำหรับ Google Sheets",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Name(this LinkState state) => state switch
    {
        LinkState.Open => "เปิดอยู่",
        LinkState.Expired => "หมดอายุแล้ว",
        LinkState.Revoked => "ยกเลิกแล้ว",
        LinkState.Locked => "พักไว้ อำเภอส่งข้อมูลแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Last day on which districts still report, late.</summary>
    public static DateOnly LastDay(this Directive round) => round.Text.DueAt() is { } due ? ThaiTime.Day(due + Directive.LateLasts).AddDays(-1) : DateOnly.MinValue;

    /// <summary>Day until which a new link is good when no other is chosen: the day that the letter sets, or after it the last one.</summary>
    public static DateOnly UsualDay(this Directive round, DateTimeOffset now) => round.Text.Due is { } due && due >= ThaiTime.Day(now) ? due : round.LastDay();
}
