using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Rounds;

/// <summary>The board of a round: every district in a table and as tiles, as it stands or as it stood at a past moment.</summary>
public sealed class ShowModel(PortalDb db, LiveBoard live, CurrentMember current, TimeProvider clock) : RoundPage(db, live, current, clock)
{
    /// <summary>What was typed of the moment, to be shown again.</summary>
    public string Day { get; private set; } = "";

    public string Time { get; private set; } = "";

    public string Wrong { get; private set; } = "";

    /// <summary>Rows from north to south; <c>null</c> → no tile.</summary>
    public IReadOnlyList<IReadOnlyList<BoardRow?>> Tiles { get; private set; } = [];

    /// <summary>Districts that count.</summary>
    public IReadOnlyList<BoardRow> Addressed => [.. Rows.Where(r => !r.IsExempt)];

    public async Task<IActionResult> OnGetAsync(Guid id, string? day, string? time, CancellationToken cancellationToken)
    {
        (Day, Time) = (day ?? "", time ?? "");
        At = Moment();
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (At is null && Rows is [var only] && Day.Length == 0)
        {
            return Redirect($"{Address}/{only.Area}");
        }

        var rows = Rows.ToDictionary(r => r.Area);
        Tiles = [.. (await Db.TilesAsync([.. rows.Keys], cancellationToken)).Select(line => (IReadOnlyList<BoardRow?>)[.. line.Select(code => code is null ? null : rows[code])])];
        return Page();
    }

    private DateTimeOffset? Moment()
    {
        if (Day.Length == 0)
        {
            return null;
        }

        if (!BuddhistDate.TryParse(Day, out var day) || !TryTime(out var time))
        {
            Wrong = "เขียนวันที่แบบ 9 ก.ค. 2564 และเวลาแบบ 16:30";
            return null;
        }

        var moment = ThaiTime.StartOf(day) + time;
        if (moment > Now)
        {
            Wrong = "เวลานี้ยังมาไม่ถึง จึงแสดงกระดานตามที่เป็นอยู่";
            return null;
        }

        return moment;
    }

    private bool TryTime(out TimeSpan time)
    {
        var typed = ThaiDigits.ToArabic(Time).Replace('.', ':').Replace("น", "", StringComparison.Ordinal).Trim(' ', ':');
        time = new TimeSpan(24, 0, 0);
        return typed.Length == 0
            || (TimeSpan.TryParseExact(typed, ["h\\:mm", "hh\\:mm"], System.Globalization.CultureInfo.InvariantCulture, out time));
    }
}
