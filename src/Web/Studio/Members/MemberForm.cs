using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Studio.Entries;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>A member or a role as it was typed.</summary>
public sealed class MemberForm
{
    public string Name { get; set; } = "";

    public Role? Role { get; set; }

    public string AreaCode { get; set; } = "";

    public string Province { get; set; } = "";

    /// <summary>Key of the one centre that a recorder works for.</summary>
    public string Centre { get; set; } = "";

    /// <summary>Last day, as typed.</summary>
    public string Until { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Key of the sage of the register that the member is.</summary>
    public string SageKey { get; set; } = "";

    internal DateOnly? ReadUntil(List<(string Field, string Message)> wrong)
    {
        var reader = new FieldReader();
        var until = reader.Day("Until", "วันสุดท้าย", Until);
        wrong.AddRange(reader.Wrong);
        return until;
    }
}

/// <summary>What the form of a member or a role offers.</summary>
/// <param name="Roles">Roles that the actor may give somewhere.</param>
/// <param name="Country">Whether the whole country can be chosen.</param>
public sealed record MemberChoices(
    IReadOnlyList<Role> Roles, AreaChoices Areas, bool Country, IReadOnlyList<(string Key, string Name)> Centres, IReadOnlyList<(string Key, string Name)> Sages)
{
    public static async Task<MemberChoices> LoadAsync(PortalDb db, Actor actor, string area, CancellationToken cancellationToken)
    {
        return new(
            [.. Enum.GetValues<Role>().Where(r => actor.MaySomewhere(Portal.Identity.Roles.Appoints(r)))],
            await AreaChoices.LoadAsync(db, actor, Permission.Enrol, area, cancellationToken),
            actor.May(Permission.Administer, ""),
            await db.CentresOfMembersAsync(actor, cancellationToken),
            await db.SagesOfMembersAsync(actor, cancellationToken));
    }
}
