namespace KhokNongNa.Portal.Knowledge;

/// <summary>The structured part of a lesson (feature V07).</summary>
public sealed record LessonFields
{
    /// <summary>ได้อะไร</summary>
    public IReadOnlyList<string> Gains { get; init; } = [];

    public Difficulty? Difficulty { get; init; }

    /// <summary>Minutes at work.</summary>
    public int? WorkMinutes { get; init; }

    /// <summary>Days until the result.</summary>
    public int? WaitDays { get; init; }

    /// <summary>Whole cost in baht.</summary>
    public decimal? CostBaht { get; init; }

    public string CostNote { get; init; } = "";

    public IReadOnlyList<Season> Seasons { get; init; } = [];

    /// <summary>Months 1–12 in which it is done in the field.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<Soil> Soils { get; init; } = [];

    public IReadOnlyList<Water> Waters { get; init; } = [];

    public IReadOnlyList<PlotPart> Parts { get; init; } = [];

    /// <summary>Smallest plot it makes sense on, in rai (1 rai = 4 งาน = 1,600 m²).</summary>
    public decimal? MinRai { get; init; }

    public IReadOnlyList<Material> Materials { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>เคล็ดลับ</summary>
    public IReadOnlyList<string> Tips { get; init; } = [];

    /// <summary>ข้อควรระวัง</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>เหมาะกับ</summary>
    public IReadOnlyList<string> Suits { get; init; } = [];

    /// <summary>ไม่เหมาะกับ</summary>
    public IReadOnlyList<string> Unsuited { get; init; } = [];

    /// <summary>สังเกตว่าได้ผล</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>ปัญหาและวิธีแก้</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>เคยพลาดเพราะ</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}

/// <param name="Amount">In <paramref name="Unit"/>.</param>
/// <param name="Cost">Baht.</param>
public sealed record Material(string Name, decimal? Amount, string Unit, decimal? Cost, string Note);

/// <param name="Minutes">Minutes at work in this step.</param>
/// <param name="Image">Path below <c>/media/</c>, or an uploaded picture of the text or of the library by its <see cref="Media.PictureName"/>.</param>
/// <param name="Alt">What the picture shows, for those who do not see it.</param>
public sealed record Step(string Title, string Text, int? Minutes, string Image, string Alt);

/// <param name="Trouble">What goes wrong.</param>
public sealed record Problem(string Trouble, string Fix);

public enum Difficulty
{
    Easy,
    Moderate,
    Hard,
}

public enum Season
{
    Hot,
    Rainy,
    Cool,
}

public enum Soil
{
    Any,
    Sandy,
    Loam,
    Clay,
    Saline,
    Acid,
}

public enum Water
{
    Any,
    Rain,
    Pond,
    Well,
    Canal,
    Little,
}

/// <summary>Part of the plot: mound, pond, paddy, or around the house.</summary>
public enum PlotPart
{
    Khok,
    Nong,
    Na,
    House,
}
