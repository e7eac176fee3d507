using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme;

/// <summary>
/// Districts as tiles of one size, roughly where they lie: each takes the free cell of a grid that is nearest to its centre, the mean of its tambons'
/// (settled 14). North is up.
/// </summary>
public static class TileMap
{
    /// <returns>Rows from north to south; <c>null</c> where no tile lies. Districts without a position come after the others.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<string?>>> TilesAsync(this PortalDb db, IReadOnlyList<string> districts, CancellationToken cancellationToken)
    {
        var centres = await db.Areas.AsNoTracking()
            .Where(a => a.Code.Length == 6 && a.Latitude != null && a.Longitude != null && districts.Contains(a.Code.Substring(0, 4)))
            .GroupBy(a => a.Code.Substring(0, 4))
            .Select(g => new { g.Key, North = g.Average(a => a.Latitude!.Value), East = g.Average(a => a.Longitude!.Value) })
            .ToListAsync(cancellationToken);
        return Place(districts, centres.ToDictionary(c => c.Key, c => (c.North, c.East)));
    }

    /// <inheritdoc cref="TilesAsync"/>
    public static IReadOnlyList<IReadOnlyList<string?>> Place(IReadOnlyList<string> districts, IReadOnlyDictionary<string, (double North, double East)> centres)
    {
        if (districts.Count == 0)
        {
            return [];
        }

        // A little more room than tiles, so that the shape shows.
        var side = (int)Math.Ceiling(Math.Sqrt(districts.Count * 1.3));
        var placed = centres.Where(c => districts.Contains(c.Key)).ToList();
        var cells = new Dictionary<(int Row, int Column), string>();
        if (placed.Count > 0)
        {
            var (north, south) = (placed.Max(c => c.Value.North), placed.Min(c => c.Value.North));
            var (west, east) = (placed.Min(c => c.Value.East), placed.Max(c => c.Value.East));
            foreach (var (code, (latitude, longitude)) in placed.OrderByDescending(c => c.Value.North).ThenBy(c => c.Key, StringComparer.Ordinal))
            {
                Put(code, Scale(north - latitude, north - south), Scale(longitude - west, east - west));
            }
        }

        foreach (var code in districts.Where(d => !centres.ContainsKey(d)))
        {
            Put(code, side - 1, side - 1);
        }

        var rows = cells.Keys.Select(c => c.Row).ToList();
        var columns = cells.Keys.Select(c => c.Column).ToList();
        return
        [
            .. Enumerable.Range(rows.Min(), rows.Max() - rows.Min() + 1)
                .Select(row => (IReadOnlyList<string?>)[.. Enumerable.Range(columns.Min(), columns.Max() - columns.Min() + 1).Select(column => cells.GetValueOrDefault((row, column)))]),
        ];

        double Scale(double from, double whole) => whole == 0 ? 0 : from / whole * (side - 1);

        void Put(string code, double row, double column)
        {
            var free = Enumerable.Range(0, side * side).Select(i => (Row: i / side, Column: i % side)).Where(cell => !cells.ContainsKey(cell));
            cells[free.MinBy(cell => Math.Pow(cell.Row - row, 2) + Math.Pow(cell.Column - column, 2))] = code;
        }
    }
}
