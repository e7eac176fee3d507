using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Portal.Reports;
using KhokNongNa.Portal.Searching.Gaps;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Portal.Sites;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Data;

/// <summary>The portal's unit of work. What differs between the two databases is in the two leaf classes.</summary>
public abstract partial class PortalDb(DbContextOptions options, JournalSignal signal) : DbContext(options)
{
    public DbSet<Happening> Journal => Set<Happening>();

    public DbSet<FollowerCursor> FollowerCursors => Set<FollowerCursor>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberRevision> MemberRevisions => Set<MemberRevision>();

    public DbSet<MemberContact> MemberContacts => Set<MemberContact>();

    public DbSet<Pin> Pins => Set<Pin>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<SignInTry> SignInTries => Set<SignInTry>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<KeyRingKey> KeyRingKeys => Set<KeyRingKey>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public DbSet<EditingSession> EditingSessions => Set<EditingSession>();
    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Reference> References => Set<Reference>();

    public DbSet<Alias> Aliases => Set<Alias>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<TopicAlias> TopicAliases => Set<TopicAlias>();

    public DbSet<Snippet> Snippets => Set<Snippet>();

    public DbSet<LearningBase> LearningBases => Set<LearningBase>();

    public DbSet<Sage> Sages => Set<Sage>();

    public DbSet<Centre> Centres => Set<Centre>();

    public DbSet<Plot> Plots => Set<Plot>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<DistrictReport> DistrictReports => Set<DistrictReport>();

    public DbSet<RoundLink> RoundLinks => Set<RoundLink>();

    public DbSet<SageFacet> SageFacets => Set<SageFacet>();

    public DbSet<SageContact> SageContacts => Set<SageContact>();

    public DbSet<SageBlock> SageBlocks => Set<SageBlock>();

    public DbSet<SageAlias> SageAliases => Set<SageAlias>();

    public DbSet<NotDuplicate> NotDuplicates => Set<NotDuplicate>();

    public DbSet<FormDefinition> FormDefinitions => Set<FormDefinition>();

    public DbSet<RecordRevision> RecordRevisions => Set<RecordRevision>();

    public DbSet<RecordRemark> RecordRemarks => Set<RecordRemark>();

    public DbSet<RegisterNumber> RegisterNumbers => Set<RegisterNumber>();

    public DbSet<IntakeBatch> IntakeBatches => Set<IntakeBatch>();

    public DbSet<IntakeRow> IntakeRows => Set<IntakeRow>();

    public DbSet<IntakeMapping> IntakeMappings => Set<IntakeMapping>();

    public DbSet<Directive> Directives => Set<Directive>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ErasedKey> ErasedKeys => Set<ErasedKey>();

    public DbSet<Breach> Breaches => Set<Breach>();

    public DbSet<BreachNote> BreachNotes => Set<BreachNote>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<PictureUse> PictureUses => Set<PictureUse>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();

    public DbSet<SiteSettings> SiteSettings => Set<SiteSettings>();

    public DbSet<SearchCount> SearchCounts => Set<SearchCount>();

    public DbSet<DictionaryWord> DictionaryWords => Set<DictionaryWord>();

    public DbSet<SynonymPair> SynonymPairs => Set<SynonymPair>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);

        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            if (type.ClrType.IsAssignableTo(typeof(Aggregate)))
            {
                type.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
                type.FindProperty(nameof(Aggregate.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }

            foreach (var property in type.GetProperties().Where(p => p.Name == "SortKey"))
            {
                property.SetCollation(BinaryCollation);
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    /// <summary>Name of the collation that compares bytes; a stored sort key then gives the same Thai order on both databases.</summary>
    protected abstract string BinaryCollation { get; }
}
