using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>What the register of learning centres says of one centre.</summary>
/// <param name="Slug">Last part of the public address; empty → made from the name.</param>
/// <param name="Private">What the register keeps for the office.</param>
public sealed record CentreRecord(string Name, string Slug, string Area, CentreProfile Profile, CentrePrivate Private);

/// <summary>ศูนย์เรียนรู้: a plot that was chosen as a place where others come to learn. Public once accepted, while it is selected or active.</summary>
public sealed class Centre : Registered<CentreRecord>
{
    private Centre() { }

    public string Slug { get; private set; } = "";

    /// <summary>Where the centre stands in its life.</summary>
    public CentreStage Stage { get; private set; } = CentreStage.Active;

    /// <summary>Steps of its life, oldest first, with the score and the reason of each; none for a centre of an old file, which is active.</summary>
    public IReadOnlyList<CentreStep> History { get; private set; } = [];

    /// <summary>Keys of the shared learning bases that its own ones are mapped to.</summary>
    public List<string> BaseKeys { get; private set; } = [];

    public CentreProfile Profile { get; private set; } = new();

    /// <summary>For the office only.</summary>
    public CentrePrivate Private { get; private set; } = new();

    public override string Letter => "C";

    public override FormKind Form => FormKind.Centre;

    public override CentreRecord Shown => new(Name, Slug, AreaCode, Profile, Private);

    protected override RegisterVerbs Happenings => Verbs.OfCentre;

    /// <param name="key"><c>null</c> → born in the Studio: its id.</param>
    /// <param name="own">Id that the form gave it, so that the same form sent twice is one record.</param>
    public static Centre Create(string? key, Guid? own = null)
    {
        var id = own ?? Guid.CreateVersion7();
        return new() { Id = id, Key = key ?? id.ToString(), Stage = key is null ? CentreStage.Candidate : CentreStage.Active };
    }

    /// <summary>The next step of the centre's life: at once, for it is a decision and not a wording.</summary>
    public void Move(CentreStep step, Actor by, DateTimeOffset now)
    {
        // Who enters records in the area may propose; the office goes on from there.
        var permission = step.Stage != CentreStage.Candidate ? Permission.Certify : History.Count > 0 ? Permission.Check : Permission.Register;
        if (!by.May(permission, AreaCode))
        {
            throw new PortalException("centre.forbidden", "ท่านยังไม่มีสิทธิ์คัดเลือกศูนย์เรียนรู้ในพื้นที่นี้");
        }

        CentreHistory.Demand(History, Stage, step, ThaiTime.Day(now));
        (History, Stage) = ([.. History, step], step.Stage);
        Record(Verbs.CentreMoved, by, now, ("area", AreaCode), ("stage", step.Stage), ("on", step.On), ("score", step.Score));
    }

    /// <summary>What a file says of the centre's life.</summary>
    internal void Restore(IReadOnlyList<CentreStep> history) =>
        (History, Stage) = (history, history.Count == 0 ? CentreStage.Active : history[^1].Stage);

    /// <summary>Somebody behind the centre asked to be forgotten. Who calls this blanks it in the revisions too.</summary>
    internal void Forget(CentrePerson person, Actor by, DateTimeOffset now)
    {
        Amend(record => Forget(record, person));
        Record(Verbs.CentrePersonErased, by, now, ("area", AreaCode), ("person", person));
    }

    /// <summary>Somebody saw who answers for the centre and how one is reached.</summary>
    internal void ContactSeen(Actor by, DateTimeOffset now) => Record(Verbs.CentreContactSeen, by, now);

    internal static CentreRecord Forget(CentreRecord record, CentrePerson person) => person == CentrePerson.Host
        ? record with { Profile = record.Profile with { Host = "", HostAgreed = null } }
        : record with { Private = record.Private with { ContactName = "", ContactPhone = "" } };

    /// <summary>The centre goes; who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.CentreRemoved, by, now, ("area", AreaCode));
    }

    protected override string AreaOf(CentreRecord record) => record.Area;

    protected override void DemandValid(CentreRecord record) => CentreRules.Demand(record);

    protected override void Take(CentreRecord record)
    {
        (Name, _, AreaCode, Profile, Private) = record;
        BaseKeys = [.. Profile.Bases.Select(b => b.Base).Where(b => b.Length > 0).Distinct()];
        Slug = record.Slug.Length > 0 ? record.Slug : Thai.Slug.From(Name);
        (SortKey, NameKey) = (ThaiSort.Key(Name), ThaiName.Key(Name));
    }

    protected override IReadOnlyList<(string Key, object? Value)> WrittenFacts() => [("stage", Stage)];

    private sealed class Config : IEntityTypeConfiguration<Centre>
    {
        public void Configure(EntityTypeBuilder<Centre> centre)
        {
            centre.ToTable("Centres");
            centre.HasIndex(c => c.Key).IsUnique();
            centre.HasIndex(c => c.Slug).IsUnique();
            centre.HasIndex(c => c.Number).IsUnique();
            centre.HasIndex(c => c.AreaCode);
            centre.Ignore(c => c.Shown);
            centre.Ignore(c => c.Latest);
            centre.Property(c => c.Profile).HasJsonConversion();
            centre.Property(c => c.Private).HasJsonConversion();
            centre.Property(c => c.Draft).HasJsonConversion();
            centre.Property(c => c.History).HasJsonConversion();
        }
    }
}

/// <summary>People whom the record of a centre names.</summary>
public enum CentrePerson
{
    /// <summary>Who keeps the place.</summary>
    Host,

    /// <summary>Who answers for it towards the office.</summary>
    Contact,
}

public static class CentreQueries
{
    /// <summary>Centres that readers see: accepted, and selected or active. The one door for every public page, list and search.</summary>
    public static IQueryable<Centre> PublicCentres(this PortalDb db) =>
        db.ChosenCentres().AsNoTracking().Where(c => c.IsAccepted);

    /// <summary>Centres that were chosen, accepted or not: selected or active.</summary>
    internal static IQueryable<Centre> ChosenCentres(this PortalDb db) => db.Centres.Where(c => c.Stage == CentreStage.Selected || c.Stage == CentreStage.Active);
}
