namespace KhokNongNa.Portal.Identity;

/// <summary>What a member may be allowed to do. Which role holds which is written in <see cref="Roles"/>.</summary>
public enum Permission
{
    /// <summary>See the Studio and write texts.</summary>
    Write,

    /// <summary>Return or approve what somebody else wrote.</summary>
    Review,

    /// <summary>Put an approved text before readers, and take it away.</summary>
    Publish,

    /// <summary>Publish without a second person. Held by the import only, whose files were reviewed where they come from.</summary>
    PublishUnreviewed,

    /// <summary>Run the portal: settings, index, audit.</summary>
    Administer,
}

/// <summary>A permission in an area and all below it.</summary>
/// <param name="Area">Official code of 2, 4 or 6 digits; empty for the whole country.</param>
public readonly record struct Grant(Permission Permission, string Area);

/// <summary>Who is acting and what they may do where. Passed in, never ambient.</summary>
public sealed record Actor(Guid Id, IReadOnlyList<Grant> Grants)
{
    /// <summary>The portal itself: import, followers, scheduled work.</summary>
    public static Actor System { get; } = new(
        new Guid("00000000-0000-7000-8000-000000000001"),
        [.. Enum.GetValues<Permission>().Select(p => new Grant(p, ""))]);

    /// <summary>Official codes nest: 310401 lies in 3104 and in 31.</summary>
    public bool May(Permission permission, string area) =>
        Grants.Any(g => g.Permission == permission && area.StartsWith(g.Area, StringComparison.Ordinal));

    /// <summary>Areas in which the permission is held, for use inside a query.</summary>
    public string[] AreasFor(Permission permission) =>
        [.. Grants.Where(g => g.Permission == permission).Select(g => g.Area).Distinct()];
}
