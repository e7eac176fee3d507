namespace KhokNongNa.Portal.Identity;

/// <summary>What a member is, where, and for how long.</summary>
public sealed class MemberRole
{
    public required Role Role { get; init; }

    /// <summary>Official code that the role holds in; empty for the whole country. For one centre: the centre's own area.</summary>
    public required string Area { get; init; }

    /// <summary>Key of the one learning centre that the role is for; empty → the whole area.</summary>
    public string Centre { get; init; } = "";

    /// <summary>First day in Bangkok.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in Bangkok; <c>null</c> → until it is taken away.</summary>
    public DateOnly? Until { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
