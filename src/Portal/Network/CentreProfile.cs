namespace KhokNongNa.Portal.Network;

/// <summary>What a centre says of itself beside name and place.</summary>
public sealed record CentreProfile
{
    public CentreKind Kind { get; init; }

    public string Summary { get; init; } = "";

    public string Village { get; init; } = "";

    /// <summary>Household or group that keeps the place; shown only when <see cref="HostAgreed"/> says so.</summary>
    public string Host { get; init; } = "";

    /// <summary>Day on which who keeps the place agreed to be named; a group needs it as well as a person.</summary>
    public DateOnly? HostAgreed { get; init; }

    /// <summary>Opening days, in words.</summary>
    public string Open { get; init; } = "";

    /// <summary>How to arrange a visit, in words.</summary>
    public string Booking { get; init; } = "";

    /// <summary>People at a time.</summary>
    public int? Capacity { get; init; }

    public IReadOnlyList<string> Facilities { get; init; } = [];

    public IReadOnlyList<string> Curriculum { get; init; } = [];

    /// <summary>Who the centre works with.</summary>
    public string Network { get; init; } = "";

    /// <summary>The centre's own learning bases, in its own order.</summary>
    public IReadOnlyList<CentreBase> Bases { get; init; } = [];

    /// <summary>Answers to the form's own public fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public bool Synthetic { get; init; }

    public string Body { get; init; } = "";
}

/// <summary>What the register keeps of a centre for the office.</summary>
public sealed record CentrePrivate
{
    public string House { get; init; } = "";

    public int? Moo { get; init; }

    /// <summary>Degrees, WGS 84; readers see it rounded.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Who answers for the centre; never public: readers reach it through its sages and the district office.</summary>
    public string ContactName { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    /// <summary>Answers to the form's other own fields, by field code.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// ฐานการเรียนรู้ of one centre, with the script of its ครูพาทำ (S12). Says only its name and the shared base where nothing more is known.
/// </summary>
public sealed record CentreBase
{
    /// <summary>Lasting number in the centre, from 1: part of the public address.</summary>
    public int Number { get; init; }

    /// <summary>Empty → that of the shared base.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key of the shared base that it is mapped to; empty → none.</summary>
    public string Base { get; init; } = "";

    /// <summary>Keys of sages who lead it.</summary>
    public IReadOnlyList<string> Leaders { get; init; } = [];

    public string Goal { get; init; } = "";

    /// <summary>What the leader asks first: what people know already.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>People that the materials are reckoned for.</summary>
    public int? People { get; init; }

    public IReadOnlyList<BaseMaterial> Materials { get; init; } = [];

    public IReadOnlyList<BaseStep> Steps { get; init; } = [];

    /// <summary>Keys of lessons, in the order in which they are read.</summary>
    public IReadOnlyList<string> Lessons { get; init; } = [];

    /// <summary>Minutes of all steps.</summary>
    public int Minutes => Steps.Sum(s => s.Minutes ?? 0);

    /// <summary>Whether there is more to show than a name.</summary>
    public bool HasScript => Goal.Length > 0 || Steps.Count > 0 || Materials.Count > 0 || Questions.Count > 0 || Lessons.Count > 0;
}

public sealed record BaseMaterial(string Name, decimal? Amount, string Unit);

public sealed record BaseStep(string Text, int? Minutes);

/// <summary>Level of the plot: community (CLM) or household (HLM) lab model.</summary>
public enum CentreKind
{
    Clm,
    Hlm,
    Other,
}
