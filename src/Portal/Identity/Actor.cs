namespace KhokNongNa.Portal.Identity;

/// <summary>What a member may be allowed to do. Which role holds which is written in <see cref="Roles"/>.</summary>
public enum Permission
{
    /// <summary>Tell what one knows: write texts of one's own, by oneself or through a recorder.</summary>
    Tell,

    /// <summary>See the texts of the area and write them.</summary>
    Write,

    /// <summary>Return or approve what somebody else wrote.</summary>
    Review,

    /// <summary>Put an approved text before readers, and take it away.</summary>
    Publish,

    /// <summary>Publish without a second person. Held by the import only, whose files were reviewed where they come from.</summary>
    PublishUnreviewed,

    /// <summary>Enter records of the registers, and go on with those that one entered.</summary>
    Register,

    /// <summary>See and write every record of the registers in the area, and check what somebody else wrote.</summary>
    Check,

    /// <summary>Accept checked records for the office, put a sage's page before readers, choose learning centres.</summary>
    Certify,

    /// <summary>Answer people who ask what is kept about them: export, correct, erase.</summary>
    ProtectData,

    /// <summary>Make villagers, sages and recorders members, print their slips, help them when they cannot get in.</summary>
    Enrol,

    /// <summary>The same for CD workers.</summary>
    AppointWorkers,

    /// <summary>The same for heads of districts.</summary>
    AppointHeads,

    /// <summary>Look at a member's telephone number; each look is recorded.</summary>
    ReadContacts,

    /// <summary>See what people look for, boards and figures.</summary>
    SeeReports,

    /// <summary>Add, rename, move and merge topics, which every area shares.</summary>
    Steward,

    /// <summary>Run the portal: settings, index, audit, and every role.</summary>
    Administer,
}

/// <summary>A permission in an area and all below it, or for one learning centre there.</summary>
/// <param name="Area">Official code of 2, 4 or 6 digits; empty for the whole country.</param>
/// <param name="Centre">Key of the one centre that the permission is for; empty → everything in the area.</param>
public readonly record struct Grant(Permission Permission, string Area, string Centre = "");

/// <summary>A member whose telling the actor may write down: the sage oneself, or one who named the actor as recorder.</summary>
/// <param name="Area">Official code of the area that the sage tells in; the texts belong there.</param>
public sealed record Teller(Guid MemberId, string Name, string Area, string SageKey);

/// <summary>Who is acting and what they may do where. Passed in, never ambient.</summary>
public sealed record Actor(Guid Id, IReadOnlyList<Grant> Grants)
{
    /// <summary>The portal itself: import, followers, scheduled work.</summary>
    public static Actor System { get; } = new(
        new Guid("00000000-0000-7000-8000-000000000001"),
        [.. Enum.GetValues<Permission>().Select(p => new Grant(p, ""))]);

    /// <summary>Whose telling the actor may write.</summary>
    public IReadOnlyList<Teller> Tellers { get; init; } = [];

    /// <summary>Official codes nest: 310401 lies in 3104 and in 31.</summary>
    /// <param name="centres">Keys of the centres that the thing belongs to; a permission for one centre reaches only what names it.</param>
    public bool May(Permission permission, string area, IReadOnlyCollection<string>? centres = null) =>
        Grants.Any(g => g.Permission == permission
            && area.StartsWith(g.Area, StringComparison.Ordinal)
            && (g.Centre.Length == 0 || centres?.Contains(g.Centre) == true));

    /// <summary>Whether the permission is held anywhere at all.</summary>
    public bool MaySomewhere(Permission permission) => Grants.Any(g => g.Permission == permission);

    /// <summary>Areas in which the permission is held for everything, for use inside a query.</summary>
    public string[] AreasFor(Permission permission) =>
        [.. Grants.Where(g => g.Permission == permission && g.Centre.Length == 0).Select(g => g.Area).Distinct()];

    /// <summary>The centres for which alone the permission is held, with their areas.</summary>
    public IReadOnlyList<Grant> CentresFor(Permission permission) => [.. Grants.Where(g => g.Permission == permission && g.Centre.Length > 0).Distinct()];
}
