using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Names of topics, bases, centres and sages for their keys, and back.</summary>
public sealed class SheetTerms
{
    private readonly Dictionary<SheetKind, Names> _names;

    /// <param name="terms">Key and name by kind of column.</param>
    public SheetTerms(IEnumerable<(SheetKind Kind, string Key, string Name)> terms) =>
        _names = terms.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => new Names([.. g.Select(t => (t.Key, t.Name)).DistinctBy(t => t.Key)]));

    /// <summary>All that the actor may name: sages only of own registers, and those that readers see.</summary>
    public static async Task<SheetTerms> LoadAsync(PortalDb db, Actor actor, CancellationToken cancellationToken)
    {
        var terms = new List<(SheetKind, string, string)>();
        terms.AddRange((await db.Topics.Select(t => new { t.Key, t.Title }).ToListAsync(cancellationToken)).Select(t => (SheetKind.Topic, t.Key, t.Title)));
        terms.AddRange((await db.LearningBases.Select(t => new { t.Key, t.Title }).ToListAsync(cancellationToken)).Select(t => (SheetKind.Bases, t.Key, t.Title)));
        var centres = db.RecordsFor<Centre>(actor).Select(c => new { c.Key, c.Name }).Union(db.PublicCentres().Select(c => new { c.Key, c.Name }));
        terms.AddRange((await centres.ToListAsync(cancellationToken)).Select(c => (SheetKind.Centres, c.Key, c.Name)));
        var sages = db.RecordsFor<Sage>(actor).Select(s => new { s.Key, s.Name }).Union(db.PublicSages().Select(s => new { s.Key, s.Name }));
        terms.AddRange((await sages.ToListAsync(cancellationToken)).Select(s => (SheetKind.Sages, s.Key, s.Name)));
        return new(terms);
    }

    /// <summary>The name of a key; the key itself where several have the name, or none that the actor may read.</summary>
    public string Name(SheetKind kind, string key) => _names.TryGetValue(kind, out var names) ? names.Name(key) : key;

    /// <summary>The key of a name or key; <c>null</c> when there is none or more than one.</summary>
    public string? KeyOf(SheetKind kind, string text) => _names.TryGetValue(kind, out var names) ? names.KeyOf(text) : null;

    private sealed class Names
    {
        private readonly Dictionary<string, string> _nameOf;
        private readonly ILookup<string, string> _keysOf;

        public Names(IReadOnlyList<(string Key, string Name)> terms)
        {
            _nameOf = terms.ToDictionary(t => t.Key, t => t.Name);
            _keysOf = terms.ToLookup(t => SheetColumn.Key(t.Name), t => t.Key);
        }

        public string Name(string key) => _nameOf.TryGetValue(key, out var name) && KeyOf(name) == key ? name : key;

        public string? KeyOf(string text) => _nameOf.ContainsKey(text) ? text : _keysOf[SheetColumn.Key(text)].Take(2).ToList() is [var key] ? key : null;
    }
}
