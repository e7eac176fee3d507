using KhokNongNa.Portal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio;

/// <summary>A titled list of reviews; nothing is written when there are none.</summary>
/// <param name="Today">The day in Bangkok.</param>
public sealed record ReviewPanel(string Title, IReadOnlyList<ReviewRow> Rows, DateOnly Today)
{
    /// <summary>How long a text has waited.</summary>
    public string Waited(ReviewRow row) => Today.DayNumber - ThaiTime.Day(row.Since).DayNumber is > 0 and var days ? $"{days} วัน" : "วันนี้";

    /// <summary>How long there still is.</summary>
    public string Left(DateOnly due) => (due.DayNumber - Today.DayNumber) switch
    {
        < 0 and var over => $"เลยกำหนด {-over} วัน",
        0 => "ภายในวันนี้",
        var left => $"ภายใน {BuddhistDate.Short(due)} เหลือ {left} วัน",
    };
}
