using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>Reads of the registers for who works with them. What is out of the actor's reach is not there.</summary>
public static class RegisterQueries
{
    /// <summary>Everything in the areas that the actor checks, and what the actor entered where one may register.</summary>
    public static IQueryable<T> RecordsFor<T>(this PortalDb db, Actor actor)
        where T : Registered
    {
        var checks = actor.AreasFor(Permission.Check);
        var registers = actor.AreasFor(Permission.Register);
        var (all, self) = (checks.Contains(""), actor.Id);
        return db.Set<T>().Where(r => all
            || checks.Any(a => r.AreaCode.StartsWith(a))
            || (r.CreatorId == self && registers.Any(a => r.AreaCode.StartsWith(a))));
    }

    /// <summary>The newest version of the form that is asked in an area: the province's own, or else the country's.</summary>
    /// <returns><c>null</c> when there is none.</returns>
    public static async Task<FormDefinition?> FormForAsync(this PortalDb db, FormKind kind, string area, CancellationToken cancellationToken)
    {
        var forms = await db.FormDefinitions.Where(f => f.Kind == kind && area.StartsWith(f.AreaCode)).ToListAsync(cancellationToken);
        return forms.OrderByDescending(f => f.AreaCode.Length).ThenByDescending(f => f.Number).FirstOrDefault();
    }

    /// <summary>The version of a form that is to be filled in now: the one that an open round pins in the area (settled 12), or else the newest.</summary>
    public static async Task<FormDefinition?> AskedFormAsync(this PortalDb db, FormKind kind, string area, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pinned = (await db.OpenRoundsAsync(area, now, cancellationToken)).SelectMany(d => d.Text.Forms).ToList();
        var forms = pinned.Count == 0 ? [] : await db.FormDefinitions.Where(f => f.Kind == kind && pinned.Contains(f.Key)).ToListAsync(cancellationToken);
        return forms.OrderBy(f => pinned.IndexOf(f.Key)).FirstOrDefault() ?? await db.FormForAsync(kind, area, cancellationToken);
    }

    /// <summary>A version of a form by its lasting name; <c>null</c> when there is none.</summary>
    public static Task<FormDefinition?> FormByKeyAsync(this PortalDb db, string key, CancellationToken cancellationToken) =>
        db.FormDefinitions.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key, cancellationToken);

    /// <summary>The form that a record was filled in with; the newest one for a record without.</summary>
    public static async Task<FormDefinition?> FormOfAsync(this PortalDb db, Registered record, CancellationToken cancellationToken) =>
        await db.FormDefinitions.SingleOrDefaultAsync(f => f.Key == record.FormKey, cancellationToken)
        ?? await db.FormForAsync(record.Form, record.LatestArea, cancellationToken);

    /// <summary>What checkers asked for and nobody has accepted since, oldest first.</summary>
    public static Task<List<RecordRemark>> RemarksAsync(this PortalDb db, Guid subject, CancellationToken cancellationToken) =>
        db.RecordRemarks.AsNoTracking().Where(r => r.SubjectId == subject && r.SettledAt == null).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancellationToken);
}
