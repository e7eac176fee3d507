using System.Text.RegularExpressions;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>
/// แปลง: land on which โคก หนอง นา is made. Its code is the district's four digits, <c>L</c> for land, and a running number in the
/// district, <c>3102-L-0001</c>; it is never reused. The household behind it is personal data: no public page reads it.
/// </summary>
public sealed partial class Plot : Aggregate
{
    private Plot() { }

    public string Code { get; private init; } = "";

    /// <summary>How the place is called; not the household's name.</summary>
    public string Name { get; private set; } = "";

    public PlotKind Kind { get; private set; }

    /// <summary>Fiscal year in which the plot was taken up, ค.ศ. of its end: 2021 is ปีงบประมาณ 2564 (1 October 2020 – 30 September 2021).</summary>
    public int Round { get; private set; }

    /// <summary>Six-digit code of the tambon.</summary>
    public string AreaCode { get; private set; } = "";

    public int SquareWa { get; private set; }

    public PlotState State { get; private set; }

    /// <summary>Key of the centre that the plot became; <c>null</c> when it is none.</summary>
    public string? CentreKey { get; private set; }

    public bool IsSynthetic { get; private set; }

    public PlotProfile Profile { get; private set; } = new();

    public LandSize Size => new(SquareWa);

    /// <summary>Whether a text has the form of a plot's code.</summary>
    public static bool IsCode(string text) => CodePattern().IsMatch(text);

    public static Plot Create(string code) => IsCode(code)
        ? new() { Code = code }
        : throw new PortalException("plot.code", "รหัสแปลงต้องเป็นรหัสอำเภอ 4 หลัก ตามด้วย -L- และเลข 4 หลัก เช่น 3102-L-0001", "id");

    /// <summary>Writes the plot down as it is now. The history is given whole; each step that is new is an own row of the journal.</summary>
    public void Write(PlotFacts facts, PlotProfile profile, Actor by, DateTimeOffset now)
    {
        Demand(by, facts.Area);
        if (AreaCode.Length > 0)
        {
            Demand(by, AreaCode);
        }

        facts.Demand(Code);
        profile.Demand();
        PlotHistory.Demand(Code, profile.History);
        var known = Profile.History.Zip(profile.History, (old, given) => old == given).TakeWhile(same => same).Count();
        (Name, Kind, Round, AreaCode, SquareWa) = (facts.Name, facts.Kind, facts.Round, facts.Area, facts.Size.SquareWa);
        (CentreKey, IsSynthetic) = (facts.Centre.Length > 0 ? facts.Centre : null, facts.Synthetic);
        (Profile, State) = (profile, profile.History[^1].State);
        Record(Verbs.PlotWritten, by, now, ("area", AreaCode), ("type", Kind), ("state", State));
        foreach (var step in profile.History.Skip(known))
        {
            Record(Verbs.PlotMoved, by, now, ("area", AreaCode), ("type", Kind), ("state", step.State), ("on", step.On));
        }
    }

    /// <summary>The plot goes; who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.PlotRemoved, by, now, ("area", AreaCode), ("type", Kind), ("state", State));
    }

    private static void Demand(Actor by, string area)
    {
        if (!by.May(Permission.Write, area))
        {
            throw new PortalException("plot.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกแปลงในพื้นที่นี้");
        }
    }

    [GeneratedRegex(@"^[0-9]{4}-L-[0-9]{4}\z")]
    private static partial Regex CodePattern();

    private sealed class Config : IEntityTypeConfiguration<Plot>
    {
        public void Configure(EntityTypeBuilder<Plot> plot)
        {
            plot.ToTable("Plots");
            plot.HasIndex(p => p.Code).IsUnique();
            plot.HasIndex(p => p.AreaCode);
            plot.HasIndex(p => p.CentreKey);
            plot.Ignore(p => p.Size);
            plot.Property(p => p.Profile).HasJsonConversion();
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
