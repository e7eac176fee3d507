using System.Text.RegularExpressions;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>What the register of plots says of one plot.</summary>
public sealed record PlotRecord(PlotFacts Facts, PlotProfile Profile);

/// <summary>
/// แปลง: land on which โคก หนอง นา is made. Its register number is the district's four digits, <c>L</c> for land, and a running number in the
/// district, <c>3102-L-0001</c>. The household behind it is personal data: no public page reads it.
/// </summary>
public sealed partial class Plot : Registered<PlotRecord>
{
    private Plot() { }

    public PlotKind Kind { get; private set; }

    /// <summary>Fiscal year in which the plot was taken up, ค.ศ. of its end: 2021 is ปีงบประมาณ 2564 (1 October 2020 – 30 September 2021).</summary>
    public int Round { get; private set; }

    public int SquareWa { get; private set; }

    /// <summary>Where the plot stands in its life.</summary>
    public PlotState Stage { get; private set; }

    /// <summary>Key of the centre that the plot became; <c>null</c> when it is none.</summary>
    public string? CentreKey { get; private set; }

    public bool IsSynthetic { get; private set; }

    public PlotProfile Profile { get; private set; } = new();

    public LandSize Size => new(SquareWa);

    public override string Letter => "L";

    public override FormKind Form => FormKind.Plot;

    public override PlotRecord Shown => new(new(Name, Kind, Round, AreaCode, Size, CentreKey ?? "", IsSynthetic), Profile);

    protected override RegisterVerbs Happenings => Verbs.OfPlot;

    /// <summary>Whether a text has the form of a plot's register number.</summary>
    public static bool IsCode(string text) => CodePattern().IsMatch(text);

    /// <param name="key"><c>null</c> → born in the Studio: its id. Plots of files carry their register number.</param>
    /// <param name="own">Id that the form gave it, so that the same form sent twice is one record.</param>
    public static Plot Create(string? key, Guid? own = null)
    {
        var id = own ?? Guid.CreateVersion7();
        return new() { Id = id, Key = key ?? id.ToString() };
    }

    /// <summary>Writes what is new in the plot's life since the wording before into the journal, a row each. Call after <see cref="Registered{T}.Write"/>.</summary>
    internal void RecordSteps(int known, Actor by, DateTimeOffset now)
    {
        foreach (var step in Profile.History.Skip(known))
        {
            Record(Verbs.PlotMoved, by, now, ("area", AreaCode), ("type", Kind), ("stage", step.State), ("on", step.On));
        }
    }

    /// <summary>The next step of the plot's life: of the record at once, for it is a fact and not a wording.</summary>
    public void Move(PlotStep step, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (step.On > ThaiTime.Day(now))
        {
            throw new PortalException("plot.future", "วันที่ของขั้นนี้ยังมาไม่ถึง", "on");
        }

        PlotHistory.Demand(Number ?? "", [.. Profile.History, step]);
        var known = Profile.History.Count;
        Amend(r => r with { Profile = r.Profile with { History = [.. r.Profile.History, step] } });
        RecordSteps(known, by, now);
    }

    /// <summary>The plot is proposed as a learning centre; from then on it belongs to that one.</summary>
    /// <param name="centre">Key of the centre.</param>
    internal void Become(string centre, Actor by, DateTimeOffset now)
    {
        // Who enters records in the area may propose, as with the centre; which plots one finds is another question.
        if (!by.May(Permission.Register, AreaCode))
        {
            Demand(by, AreaCode);
        }

        if (CentreKey is not null || !Stage.IsStanding())
        {
            throw new PortalException("plot.centre", CentreKey is null ? $"แปลงที่ «{Stage.Name()}» เสนอเป็นศูนย์เรียนรู้ไม่ได้" : "แปลงนี้เป็นศูนย์เรียนรู้อยู่แล้ว", "plot");
        }

        Amend(r => r with { Facts = r.Facts with { Centre = centre } });
        Record(Verbs.PlotBecame, by, now, ("area", AreaCode), ("type", Kind), ("centre", centre));
    }

    /// <summary>The household behind the plot asked to be forgotten. Who calls this blanks it in the revisions too.</summary>
    internal void ForgetHousehold(Actor by, DateTimeOffset now)
    {
        Amend(Forget);
        Record(Verbs.PlotHouseholdErased, by, now, ("area", AreaCode));
    }

    internal static PlotRecord Forget(PlotRecord record) => record with { Profile = record.Profile with { Household = "" } };

    /// <summary>The plot goes; who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.PlotRemoved, by, now, ("area", AreaCode), ("type", Kind), ("stage", Stage));
    }

    protected override string AreaOf(PlotRecord record) => record.Facts.Area;

    protected override void DemandValid(PlotRecord record)
    {
        record.Facts.Demand(Number ?? "");
        record.Profile.Demand();
        PlotHistory.Demand(Number ?? "", record.Profile.History);
    }

    protected override void Take(PlotRecord record)
    {
        var (facts, profile) = record;
        (Name, Kind, Round, AreaCode, SquareWa) = (facts.Name, facts.Kind, facts.Round, facts.Area, facts.Size.SquareWa);
        (CentreKey, IsSynthetic) = (facts.Centre.Length > 0 ? facts.Centre : null, facts.Synthetic);
        (Profile, Stage, SortKey, NameKey) = (profile, profile.History[^1].State, ThaiSort.Key(Name), ThaiName.Key(Name));
    }

    protected override IReadOnlyList<(string Key, object? Value)> WrittenFacts() => [("stage", Stage)];

    [GeneratedRegex(@"^[0-9]{4}-L-[0-9]{4}\z")]
    private static partial Regex CodePattern();

    private sealed class Config : IEntityTypeConfiguration<Plot>
    {
        public void Configure(EntityTypeBuilder<Plot> plot)
        {
            plot.ToTable("Plots");
            plot.HasIndex(p => p.Key).IsUnique();
            plot.HasIndex(p => p.Number).IsUnique();
            plot.HasIndex(p => p.AreaCode);
            plot.HasIndex(p => p.CentreKey);
            plot.Ignore(p => p.Size);
            plot.Ignore(p => p.Shown);
            plot.Ignore(p => p.Latest);
            plot.Property(p => p.Profile).HasJsonConversion();
            plot.Property(p => p.Draft).HasJsonConversion();
        }
    }
}

/// <summary>Level of a plot.</summary>
public enum PlotKind
{
    /// <summary>Household Lab Model, แปลงระดับครัวเรือน.</summary>
    Hlm,

    /// <summary>Community Lab Model, แปลงระดับตำบล.</summary>
    Clm,
}
