using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>Turns keys in a record into what people call them.</summary>
/// <param name="Area">Name of an area by its code.</param>
/// <param name="Term">Name of a topic, base, centre, sage or lesson by its key.</param>
public sealed record AnswerWords(Func<string, string> Area, Func<string, string> Term)
{
    /// <summary>Leaves keys as they are, for where only counts that something is said.</summary>
    public static AnswerWords Keys { get; } = new(code => code, key => key);

    /// <summary>Names for the keys and codes that the answers of records name, read in one go.</summary>
    public static async Task<AnswerWords> LoadAsync(PortalDb db, IReadOnlyCollection<Registered> records, CancellationToken cancellationToken)
    {
        var named = records.Select(Named).ToList();
        var (areas, keys) = (named.SelectMany(n => n.Areas).Distinct().ToList(), named.SelectMany(n => n.Keys).Distinct().ToList());
        var places = await db.PlacesAsync(areas, cancellationToken);
        var names = new Dictionary<string, string>();
        foreach (var found in (IQueryable<KeyValuePair<string, string>>[])[
            db.Topics.Where(t => keys.Contains(t.Key)).Select(t => new KeyValuePair<string, string>(t.Key, t.Title)),
            db.TopicAliases.Where(a => a.Kind == TopicAliasKind.Key && keys.Contains(a.Name)).Join(db.Topics, a => a.TopicId, t => t.Id, (a, t) => new KeyValuePair<string, string>(a.Name, t.Title)),
            db.LearningBases.Where(t => keys.Contains(t.Key)).Select(t => new KeyValuePair<string, string>(t.Key, t.Title)),
            db.Centres.Where(t => keys.Contains(t.Key)).Select(t => new KeyValuePair<string, string>(t.Key, t.Name)),
            db.Plots.Where(t => keys.Contains(t.Key)).Select(t => new KeyValuePair<string, string>(t.Key, t.Number != null ? t.Number + " " + t.Name : t.Name)),
            db.Sages.Where(t => keys.Contains(t.Key)).Select(t => new KeyValuePair<string, string>(t.Key, t.Name)),
            db.SageAliases.Where(a => keys.Contains(a.Key)).Join(db.Sages, a => a.SageId, s => s.Id, (a, s) => new KeyValuePair<string, string>(a.Key, s.Name))])
        {
            foreach (var (key, name) in await found.ToListAsync(cancellationToken))
            {
                names[key] = name;
            }
        }

        return new(places.Name, key => names.GetValueOrDefault(key, key));
    }

    private static (IReadOnlyCollection<string> Areas, IReadOnlyCollection<string> Keys) Named(Registered noun) => noun switch
    {
        Sage { Latest: var r } => ([r.Area], [.. r.Profile.Expertise.Select(e => e.Topic), .. r.Profile.LearntFrom, .. r.Profile.Centres, .. r.Profile.Bases]),
        Plot { Latest: var r } => ([r.Facts.Area], [r.Facts.Centre]),
        Centre { Latest: var r } => ([r.Area], [.. r.Profile.Bases.Select(b => b.Base)]),
        Activity { Latest: var r } => ([r.Area], [r.Profile.Plot, .. r.Profile.Sages]),
        _ => throw new ArgumentOutOfRangeException(nameof(noun)),
    };
}
