using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>
/// Compares sages as the form of one does, but many at once: those of the sheet's own area are read whole, others by the keys of names that
/// also count far away.
/// </summary>
/// <param name="area">Of the sheet.</param>
internal sealed class SageTwins(string area, Actor actor) : IRowTwins
{
    private const int MostShown = 5;

    private readonly Dictionary<Guid, ComparedSage> _known = [];
    private readonly Dictionary<string, List<ComparedSage>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SheetSage>> _rowsByKey = new(StringComparer.Ordinal);
    private DateTimeOffset? _readAt;

    public async Task PrepareAsync(PortalDb db, IReadOnlyList<IntakeRow> rows, IReadOnlySet<Guid> own, CancellationToken cancellationToken)
    {
        var sages = db.Sages.AsNoTracking();
        var newest = await sages.MaxAsync(s => (DateTimeOffset?)s.ChangedAt, cancellationToken);
        var since = _readAt;
        await KeepAsync(since is null ? sages.Where(s => s.AreaCode.StartsWith(area)) : sages.Where(s => s.ChangedAt >= since), own, cancellationToken);
        _readAt = newest ?? _readAt;
        var keys = rows.SelectMany(r => Compared(r).Blocks()).Where(IsFar).ToHashSet();
        var far = db.SageBlocks.Where(b => keys.Contains(b.Block)).Select(b => b.SageId);
        await KeepAsync(sages.Where(s => far.Contains(s.Id) && !s.AreaCode.StartsWith(area)), own, cancellationToken);
    }

    public async Task<IReadOnlyList<RowTwin>> OfAsync(PortalDb db, IntakeRow row, bool isKnown, CancellationToken cancellationToken)
    {
        var asked = Compared(row);
        var keys = asked.Blocks().Select(b => Key(b, asked.Area)).ToList();
        var inSheet = keys.SelectMany(k => _rowsByKey.GetValueOrDefault(k, [])).Where(r => r.Number < row.Number && !(isKnown && r.IsKnown)).DistinctBy(r => r.Number)
            .Select(r => (Row: r, Why: asked.To(r.Sage))).Where(r => r.Why is not null).OrderByDescending(r => r.Why!.Score).ThenBy(r => r.Row.Number).Take(MostShown)
            .Select(r => new RowTwin(null, r.Row.Number, $"{r.Row.Name} แถวที่ {r.Row.Number} ของตารางนี้: {string.Join(" · ", r.Why!.Why)}", $"row-{r.Row.Number}"));
        var like = keys.SelectMany(k => _byKey.GetValueOrDefault(k, [])).Distinct().Select(s => (Sage: s, Why: asked.To(s)))
            .Where(s => s.Why is not null).OrderByDescending(s => s.Why!.Score).ThenBy(s => s.Sage.Id).Take(MostShown).ToList();
        return [.. inSheet, .. like.Count == 0 ? [] : await SayAsync(db, like, cancellationToken)];
    }

    public void Add(IntakeRow row, bool isKnown)
    {
        var sage = new SheetSage(row.Number, row.Name, isKnown, Compared(row));
        foreach (var key in sage.Sage.Blocks())
        {
            Put(_rowsByKey, Key(key, row.AreaCode), sage);
        }
    }

    private async Task<IEnumerable<RowTwin>> SayAsync(PortalDb db, List<(ComparedSage Sage, Resemblance? Why)> like, CancellationToken cancellationToken)
    {
        var briefs = await db.BriefsAsync(db.RecordsFor<Sage>(actor), like.ConvertAll(s => s.Sage.Id), cancellationToken);
        var places = await db.PlacesAsync(like.Select(s => s.Sage.Area), cancellationToken);
        return like.Select(s => briefs.TryGetValue(s.Sage.Id, out var brief)
                ? new RowTwin(brief.Id, 0, $"{brief.Name}{(brief.Nickname.Length > 0 ? $" ({brief.Nickname})" : "")} {brief.Place} {(brief.Number is { } number ? $"เลขทะเบียน {number}" : "ยังไม่มีเลขทะเบียน")}: {string.Join(" · ", s.Why!.Why)}", brief.Id.ToString())
                : Elsewhere(s.Sage.Area.Length > 4 ? s.Sage.Area[..4] : s.Sage.Area, places))
            .DistinctBy(t => t.Mark);
    }

    // Nothing is said of a person who is out of reach.
    private static RowTwin Elsewhere(string district, Places places) =>
        new(null, 0, $"มีรายการคล้ายกันใน {places.Chain(district).FirstOrDefault()?.ShortName ?? "อีกอำเภอหนึ่ง"} โปรดติดต่อ สพอ. นั้น", district);

    private async Task KeepAsync(IQueryable<Sage> sages, IReadOnlySet<Guid> own, CancellationToken cancellationToken)
    {
        foreach (var sage in await sages.Select(s => new { s.Id, s.AreaCode, s.Name, s.OtherNames }).ToListAsync(cancellationToken))
        {
            if (own.Contains(sage.Id) || _known.ContainsKey(sage.Id))
            {
                continue;
            }

            var compared = _known[sage.Id] = new(sage.Id, sage.AreaCode, sage.Name, sage.OtherNames);
            foreach (var key in compared.Blocks())
            {
                Put(_byKey, Key(key, sage.AreaCode), compared);
            }
        }
    }

    // A key counts in a part of the country only.
    private static string Key(string block, string area) => $"{PairsToCompare.Within(block, area)} {block}";

    // Keys that also count out of the district.
    private static bool IsFar(string block) => block[0] is '=' or '~' || block.Contains('+', StringComparison.Ordinal);

    private static ComparedSage Compared(IntakeRow row) => new(Guid.Empty, row.AreaCode, row.Name, row.OtherName.Length > 0 ? [row.OtherName] : []);

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T one)
    {
        if (!index.TryGetValue(key, out var some))
        {
            index[key] = some = [];
        }

        some.Add(one);
    }

    private sealed record SheetSage(int Number, string Name, bool IsKnown, ComparedSage Sage);
}
