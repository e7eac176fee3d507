using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>A record that may be of the same person.</summary>
/// <param name="Place">«ต.หนองโสน อ.นางรอง»</param>
/// <param name="Expertise">What the person is good at, in a few words.</param>
public sealed record SageBrief(Guid Id, string Name, string Nickname, string Place, string? Number, string Expertise, CheckState State, int Percent);

/// <param name="Known">Those that the actor sees, likeliest first.</param>
/// <param name="Elsewhere">Districts that have one out of the actor's reach: code and name. Nothing is said of the person.</param>
public sealed record LikeSages(IReadOnlyList<(SageBrief Sage, IReadOnlyList<string> Why)> Known, IReadOnlyList<(string Code, string Name)> Elsewhere)
{
    /// <summary>What somebody who goes on has looked at: ids and codes.</summary>
    public IEnumerable<string> Marks => [.. Known.Select(k => k.Sage.Id.ToString()), .. Elsewhere.Select(e => e.Code)];
}

/// <summary>Whether somebody is in the register already, asked before a record is made.</summary>
public static class LikeSagesQueries
{
    // Names with the most keys in common stand first; one that is .8 like another is always far before the last of so many.
    private const int MostCompared = 400;
    private const int MostShown = 10;
    private const int MostTopics = 3;

    /// <param name="own">Id that the record is going to have: a form sent twice does not find itself.</param>
    public static async Task<LikeSages> LikeAsync(this PortalDb db, SageRecord record, Guid own, Actor actor, CancellationToken cancellationToken)
    {
        var asked = new ComparedSage(own, record.Area, record.Name, ComparedSage.CalledBy(record.Profile));
        var blocks = asked.Blocks().ToList();
        var candidates = db.SageBlocks.Where(b => blocks.Contains(b.Block) && b.SageId != own)
            .GroupBy(b => b.SageId)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Take(MostCompared)
            .Select(g => g.Key);
        var found = await db.Sages.Where(s => candidates.Contains(s.Id)).Select(s => new { s.Id, s.AreaCode, s.Name, s.OtherNames }).ToListAsync(cancellationToken);
        var like = found.Select(s => (s.Id, s.AreaCode, Why: asked.To(new(s.Id, s.AreaCode, s.Name, s.OtherNames))))
            .Where(s => s.Why is not null)
            .OrderByDescending(s => s.Why!.Score)
            .ThenBy(s => s.Id)
            .Take(MostShown)
            .ToList();
        var briefs = await db.BriefsAsync(db.RecordsFor<Sage>(actor), like.ConvertAll(s => s.Id), cancellationToken);
        var places = await db.PlacesAsync(like.Select(s => s.AreaCode), cancellationToken);
        return new(
            [.. like.Where(s => briefs.ContainsKey(s.Id)).Select(s => (briefs[s.Id], s.Why!.Why))],
            [.. like.Where(s => !briefs.ContainsKey(s.Id)).Select(s => s.AreaCode.Length > 4 ? s.AreaCode[..4] : s.AreaCode).Distinct().Select(d => (d, places.Chain(d).FirstOrDefault()?.ShortName ?? ""))]);
    }

    /// <summary>What is shown of some sages beside each other, by id.</summary>
    internal static async Task<Dictionary<Guid, SageBrief>> BriefsAsync(this PortalDb db, IQueryable<Sage> sages, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await sages.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var places = await db.PlacesAsync(rows.Select(s => s.LatestArea), cancellationToken);
        return rows.ToDictionary(
            s => s.Id,
            s => new SageBrief(
                s.Id,
                s.Latest.Name,
                s.Latest.Profile.Nickname,
                places.Name(s.LatestArea),
                s.Number,
                string.Join(" · ", s.Latest.Profile.Expertise.Select(e => e.What).Where(w => w.Length > 0).Take(MostTopics)),
                s.State,
                s.Percent));
    }
}
