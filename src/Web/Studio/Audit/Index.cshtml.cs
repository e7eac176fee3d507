using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>The journal in sentences, newest first, filtered by the address; and whether its chain holds.</summary>
public sealed class AuditModel(PortalDb db, CurrentMember current) : AuditPageModel(current)
{
    /// <summary>Rows that are verified while somebody waits; more are for the command line.</summary>
    public const long MostAtOnce = 200_000;

    private AuditPage _page = new([], false, false);

    public (long Seq, DateTimeOffset At, byte[] Hash) Head { get; private set; }

    /// <summary>The page by days, newest first.</summary>
    public IReadOnlyList<IGrouping<DateOnly, Telling>> Days { get; private set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>Whose acts or whose history is shown, in words; <c>null</c> → not of one alone.</summary>
    public string? About { get; private set; }

    public string? NewerUrl => _page.HasNewer && _page.Rows is [var first, ..] ? Query.Url(step: "after", seq: first.Row.Seq) : null;

    public string? OlderUrl => _page.HasOlder && _page.Rows is [.., var last] ? Query.Url(step: "before", seq: last.Row.Seq) : null;

    public string Anchor { get; private set; } = "";

    public string? AnchorWrong { get; private set; }

    /// <summary>What the walk along the chain found; empty when nobody asked.</summary>
    public IReadOnlyList<string> Verdict { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>Walks along the chain.</summary>
    public async Task OnPostAsync(string? anchor, CancellationToken cancellationToken)
    {
        Anchor = (anchor ?? "").Trim().ToLowerInvariant();
        await LoadAsync(cancellationToken);
        if (Anchor.Length > 0 && !JournalAudit.IsHead(Anchor))
        {
            AnchorWrong = "หัวต้องเป็นตัวเลข 0-9 และตัวอักษร a-f รวม 64 ตัว โปรดคัดลอกมาทั้งหมด";
        }
        else if (Head.Seq > MostAtOnce)
        {
            Verdict = [$"บันทึกมีเกิน {MostAtOnce.ToString("N0", CultureInfo.InvariantCulture)} แถว โปรดตรวจด้วยคำสั่ง audit verify บนเครื่องที่ติดตั้งพอร์ทัล"];
        }
        else
        {
            var verdict = await JournalAudit.VerifyAsync(db, cancellationToken, Anchor.Length > 0 ? Anchor : null);
            Verdict = Anchor.Length > 0 ? [VerdictWords.Of(verdict), VerdictWords.OfAnchor(verdict)] : [VerdictWords.Of(verdict)];
        }
    }

    /// <summary>How far a place in the list of areas lies below another.</summary>
    public static string Indent(Area area) => new('\u2003', (area.Code.Length / 2) - 1);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var query = Query;
        Head = await db.JournalHeadAsync(cancellationToken);
        _page = await db.AuditAsync(Actor, query.Filter, Number("before"), Number("after"), cancellationToken);
        var told = await Telling.OfAsync(db, _page.Rows, cancellationToken);
        Days = [.. told.GroupBy(t => ThaiTime.Day(t.Row.Row.At))];
        Areas = await AreasAsync(query.Area, cancellationToken);
        About = (query.Subject, query.Actor) switch
        {
            ({ }, _) => told is [var first, ..] ? $"เฉพาะประวัติของ {first.Subject ?? "พอร์ทัล"}" : "เฉพาะประวัติของรายการเดียว",
            (_, { }) => told is [var first, ..] ? $"เฉพาะที่ {first.Who} ทำ" : "เฉพาะที่คนเดียวทำ",
            _ => null,
        };
    }

    // Provinces, and below the chosen place what lies in it: the country has too many tambons for one list.
    private async Task<IReadOnlyList<Area>> AreasAsync(string chosen, CancellationToken cancellationToken)
    {
        var (province, district) = (chosen.Length >= 2 ? chosen[..2] : "-", chosen.Length >= 4 ? chosen[..4] : "-");
        var areas = await db.Areas.AsNoTracking()
            .Where(a => a.Code.Length == 2 || (a.Code.Length == 4 && a.Code.StartsWith(province)) || a.Code.StartsWith(district))
            .ToListAsync(cancellationToken);
        var byCode = areas.ToDictionary(a => a.Code);
        return [.. areas.OrderBy(a => string.Join('\n', Enumerable.Range(1, a.Code.Length / 2).Select(n => byCode.GetValueOrDefault(a.Code[..(n * 2)])?.SortKey)), StringComparer.Ordinal)];
    }

    private long? Number(string key) =>
        long.TryParse(ThaiDigits.ToArabic(Request.Query[key].ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
