using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Names of topics, bases, centres, sages and plots for their keys, and back.</summary>
public sealed class SheetTerms
{
    private readonly Dictionary<SheetKind, Names> _names;

    /// <param name="terms">Key and name by kind of column; of several names of a key the first is the one that is written.</param>
    public SheetTerms(IEnumerable<(SheetKind Kind, string Key, string Name)> terms) =>
        _names = terms.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => new Names([.. g.Select(t => (t.Key, t.Name))]));

    /// <summary>All that the actor may name: sages, centres and plots of own registers, and those that readers see.</summary>
    public static async Task<SheetTerms> LoadAsync(PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var terms = await SharedAsync(db, cancellationToken);
        var centres = db.RecordsFor<Centre>(actor).Select(c => new { c.Key, c.Name }).Union(db.PublicCentres().Select(c => new { c.Key, c.Name }));
        terms.AddRange((await centres.ToListAsync(cancellationToken)).Select(c => (SheetKind.Centres, c.Key, c.Name)));
        var sages = db.RecordsFor<Sage>(actor).Select(s => new { s.Key, s.Name }).Union(db.PublicSages().Select(s => new { s.Key, s.Name }));
        terms.AddRange((await sages.ToListAsync(cancellationToken)).Select(s => (SheetKind.Sages, s.Key, s.Name)));
        var plots = await db.RecordsFor<Plot>(actor).Select(p => new { p.Key, p.Number, p.Name }).ToListAsync(cancellationToken);
        terms.AddRange(plots.SelectMany(p => (string[])[.. p.Number is null ? (string[])[] : [p.Number], p.Name], (p, name) => (SheetKind.Plot, p.Key, name)));
        return new(terms);
    }

    /// <summary>What may be named outside of the area that keeps the records: what readers see, and plots by their number.</summary>
    public static async Task<SheetTerms> LoadPublicAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var terms = await SharedAsync(db, cancellationToken);
        terms.AddRange((await db.PublicCentres().Select(c => new { c.Key, c.Name }).ToListAsync(cancellationToken)).Select(c => (SheetKind.Centres, c.Key, c.Name)));
        terms.AddRange((await db.PublicSages().Select(s => new { s.Key, s.Name }).ToListAsync(cancellationToken)).Select(s => (SheetKind.Sages, s.Key, s.Name)));
        terms.AddRange((await db.Plots.Where(p => p.Number != null).Select(p => new { p.Key, p.Number }).ToListAsync(cancellationToken)).Select(p => (SheetKind.Plot, p.Key, p.Number!)));
        return new(terms);
    }

    /// <summary>Whether there is a name for the key.</summary>
    public bool Has(SheetKind kind, string key) => _names.TryGetValue(kind, out var names) && names.Has(key);

    /// <summary>The name of a key; the key itself where several have the name, or none that the actor may read.</summary>
    public string Name(SheetKind kind, string key) => _names.TryGetValue(kind, out var names) ? names.Name(key) : key;

    /// <summary>The key of a name or key; <c>null</c> when there is none or more than one.</summary>
    public string? KeyOf(SheetKind kind, string text) => _names.TryGetValue(kind, out var names) ? names.KeyOf(text) : null;

    private static async Task<List<(SheetKind, string, string)>> SharedAsync(PortalDb db, CancellationToken cancellationToken) =>
    [
        .. (await db.Topics.Select(t => new { t.Key, t.Title }).ToListAsync(cancellationToken)).Select(t => (SheetKind.Topic, t.Key, t.Title)),
        // One that went into another is still known by its key; its name is no name of today's.
        .. (await db.MergedTopicsAsync(cancellationToken)).Select(m => (SheetKind.Topic, m.Key, m.Value)),
        .. (await db.LearningBases.Select(t => new { t.Key, t.Title }).ToListAsync(cancellationToken)).Select(t => (SheetKind.Bases, t.Key, t.Title)),
    ];

    private sealed class Names
    {
        private readonly Dictionary<string, string> _nameOf;
        private readonly ILookup<string, string> _keysOf;

        public Names(IReadOnlyList<(string Key, string Name)> terms)
        {
            _nameOf = terms.DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Name);
            _keysOf = terms.Select(t => (Key: SheetColumn.Key(t.Name), Value: t.Key)).Distinct().ToLookup(t => t.Key, t => t.Value);
        }

        public bool Has(string key) => _nameOf.ContainsKey(key);

        // A name that would be taken for two, or for another one's key, is told by its key.
        public string Name(string key) => _nameOf.TryGetValue(key, out var name) && SheetMarks.Split(name) is [var one] && one == name && KeyOf(name) == key ? name : key;

        public string? KeyOf(string text) => _nameOf.ContainsKey(text) ? text : _keysOf[SheetColumn.Key(text)].Take(2).ToList() is [var key] ? key : null;
    }
}
