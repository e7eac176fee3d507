using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>A page about one record that only its own register has: a plot's life, a centre's selection and bases.</summary>
public abstract class NounPage<T>(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
    where T : Registered
{
    public T Noun { get; private set; } = null!;

    public IReadOnlyList<(string Field, string Message)> Wrong { get; protected set; } = [];

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected DateOnly Today => ThaiTime.Day(Now);

    /// <returns><c>false</c> when there is none for the actor.</returns>
    protected async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.RecordsFor<T>(Actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } noun)
        {
            return false;
        }

        Noun = noun;
        return true;
    }

    /// <summary>Values as a form has them, from what was posted or from nothing.</summary>
    protected static string Value(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string code) => values.GetValueOrDefault(code, []) is { Count: > 0 } some ? some[0] : "";
}
