namespace KhokNongNa.Portal.Network;

/// <summary>What may be public of a sage beside name and tambon (domain.md 1.5A). No ID number, religion, race or contact data.</summary>
public sealed record SageProfile
{
    public string Prefix { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Nickname { get; init; } = "";

    public SageKind Kind { get; init; }

    public bool Deceased { get; init; }

    public string Summary { get; init; } = "";

    public IReadOnlyList<Expertise> Expertise { get; init; } = [];

    public IReadOnlyList<Language> Languages { get; init; } = [];

    public IReadOnlyList<string> Experience { get; init; } = [];

    /// <summary>Keys of sages this one learnt from.</summary>
    public IReadOnlyList<string> LearntFrom { get; init; } = [];

    /// <summary>Keys of centres where the sage works.</summary>
    public IReadOnlyList<string> Centres { get; init; } = [];

    /// <summary>Keys of learning bases that the sage leads.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    public IReadOnlyList<Award> Awards { get; init; } = [];

    public Availability Availability { get; init; } = new("", "", null, "");

    /// <summary>Answers to the form's own public fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>ข้อมูลสมมติ: a person who does not exist.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The sage's story, Markdown.</summary>
    public string Body { get; init; } = "";
}

/// <summary>What the register keeps of a sage for the office. Contact data is not here: <see cref="SageContact"/>.</summary>
public sealed record SagePrivate
{
    public Sex? Sex { get; init; }

    /// <summary>ค.ศ.; readers see a span of ten years at most.</summary>
    public int? BirthYear { get; init; }

    /// <summary>บ้านเลขที่</summary>
    public string House { get; init; } = "";

    /// <summary>หมู่ที่</summary>
    public int? Moo { get; init; }

    /// <summary>Name of the village; public with the consent to show the home.</summary>
    public string Village { get; init; } = "";

    /// <summary>Degrees, WGS 84; public with the same consent, and rounded.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Who named this person.</summary>
    public string NominatedBy { get; init; } = "";

    /// <summary>Where the facts come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Answers to the form's other own fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
}

/// <param name="Year">ค.ศ.</param>
public sealed record Award(string Name, string Giver, int? Year);

/// <summary>When and for whom the sage has time.</summary>
/// <param name="Days">In words.</param>
/// <param name="Fee">In words; empty → not said.</param>
/// <param name="Group">People at a time.</param>
/// <param name="Travel">How far the sage goes to others, in words.</param>
public sealed record Availability(string Days, string Fee, int? Group, string Travel)
{
    public bool IsSaid => Days.Length + Fee.Length + Travel.Length > 0 || Group is not null;
}

public enum Sex
{
    Male,
    Female,
    Other,
}

/// <param name="Topic">Key of a topic.</param>
/// <param name="What">What exactly.</param>
/// <param name="Years">Years of practice.</param>
public sealed record Expertise(string Topic, string What, int? Years, IReadOnlyList<Ability> Can);

public enum SageKind
{
    Sage,
    Leader,
    Both,
}

/// <summary>What a sage can do for others.</summary>
public enum Ability
{
    Teach,
    Lead,
    Advise,
    Host,
}

public enum Language
{
    Thai,
    Isan,
    Khmer,
    Kuy,
}
