using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>Records that are no persons are asked about when the very name stands in the very tambon already.</summary>
internal sealed class NameTwins(IntakeRegister register, Actor actor) : IRowTwins
{
    private readonly Dictionary<(string, string), IntakeRow> _rows = [];
    private ILookup<(string, string), (Guid Id, string Name)> _known = Array.Empty<(Guid Id, string Name)>().ToLookup(_ => ("", ""));

    public async Task PrepareAsync(PortalDb db, IReadOnlyList<IntakeRow> rows, IReadOnlySet<Guid> own, CancellationToken cancellationToken)
    {
        var found = await register.NamesakesAsync(db, [.. rows.Select(r => ThaiName.Key(r.Name)).Distinct()], [.. rows.Select(r => r.AreaCode).Distinct()], cancellationToken);
        _known = found.Where(f => !own.Contains(f.Id)).ToLookup(f => (f.NameKey, f.Area), f => (f.Id, f.Name));
    }

    public async Task<IReadOnlyList<RowTwin>> OfAsync(PortalDb db, IntakeRow row, bool isKnown, CancellationToken cancellationToken)
    {
        var twins = new List<RowTwin>();
        if (!isKnown && _rows.TryGetValue(Key(row), out var above) && above.Number < row.Number)
        {
            twins.Add(new(null, above.Number, $"{above.Name} แถวที่ {above.Number} ของตารางนี้: ชื่อเหมือนกัน ตำบลเดียวกัน", $"row-{above.Number}"));
        }

        var known = _known[Key(row)].ToList();
        if (known.Count > 0)
        {
            var mine = (await register.FindAsync(db, actor, [.. known.Select(k => k.Id.ToString())], cancellationToken)).ToDictionary(r => r.Id);
            var places = await db.PlacesAsync([row.AreaCode], cancellationToken);
            twins.AddRange(known.Select(k => mine.TryGetValue(k.Id, out var record)
                ? new RowTwin(k.Id, 0, $"{record.Name} {places.Name(row.AreaCode)} {(record.Number is { } number ? $"เลขทะเบียน {number}" : "ยังไม่มีเลขทะเบียน")}: ชื่อเหมือนกัน ตำบลเดียวกัน", k.Id.ToString())
                : new RowTwin(null, 0, $"มีรายการชื่อเดียวกันใน {places.Name(row.AreaCode)} ที่ผู้อื่นบันทึกไว้", k.Id.ToString())));
        }

        return twins;
    }

    public void Add(IntakeRow row, bool isKnown)
    {
        if (!isKnown)
        {
            _rows.TryAdd(Key(row), row);
        }
    }

    private static (string, string) Key(IntakeRow row) => (ThaiName.Key(row.Name), row.AreaCode);
}
