using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers.Duplicates;

/// <summary>Two records of one person, of the same district unless said otherwise.</summary>
public abstract class DuplicateTest(TestDatabases databases) : PortalTest(databases)
{
    protected async Task<Sage> PersonAsync(string key, string name, bool consents = false, string area = "310427", SageProfile? profile = null)
    {
        await Portal.SageAsync(key, name, profile, consents, area);
        return await FindAsync(key);
    }

    protected Task<Sage> FindAsync(string key) => Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(s => s.Key == key, Stop));

    protected async Task<bool> MergeAsync(Sage kept, Sage other, Actor? by = null, MergeChoice? choice = null)
    {
        var ask = new MergeAsk(kept.Id, kept.RevisionNumber, other.Id, other.RevisionNumber, choice ?? MergeChoice.Plain);
        return await Portal.Read(db => db.MergeAsync(ask, by ?? People.Somchai, Now, Stop));
    }

    internal async Task<IReadOnlyList<string>> PairsAsync(Actor actor) =>
        [.. (await Portal.Read(db => db.DuplicatesAsync(actor, 1, Stop))).Pairs.Select(p => $"{p.One.Name} = {p.Other.Name}: {string.Join(", ", p.Why)}")];
}
