using System.Security.Cryptography;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>What the register of sages says of one person.</summary>
/// <param name="Name">As shown: prefix, given and family name.</param>
/// <param name="Area">Official code of the home tambon.</param>
/// <param name="Profile">What may be public while the consent to show it stands.</param>
/// <param name="Private">What the register keeps for the office.</param>
public sealed record SageRecord(string Name, string Area, SageProfile Profile, SagePrivate Private);

/// <summary>ปราชญ์ชุมชน, ครูพาทำ: somebody who knows and shows. Public only once accepted and published, and while the consent to show the profile stands.</summary>
public sealed partial class Sage : Registered<SageRecord>
{
    /// <summary>Letters of the public address: none that are mistaken for each other when read from paper.</summary>
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    // Among a hundred thousand sages two of six letters would be the same; of eight that happens once in a hundred such registers.
    private const int CodeLength = 8;

    private Sage() { }

    /// <summary>Random part of the public address, so that an address says nothing of the person.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Whether the office put the page before readers; without consent it is not shown all the same.</summary>
    public bool IsPublished { get; private set; }

    public bool IsDeceased { get; private set; }

    /// <summary>Day on which somebody last made sure that the record still holds.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    public List<string> CentreKeys { get; private set; } = [];

    /// <summary>Keys of the topics that the sage is good at.</summary>
    public List<string> TopicKeys { get; private set; } = [];

    /// <summary>Names beside the one shown, by which the person may be in the register too: what people call them, and what a wording says that is not accepted yet.</summary>
    public List<string> OtherNames { get; private set; } = [];

    public SageProfile Profile { get; private set; } = new();

    /// <summary>For the office only: no public page, list, search or file reads it, but what a consent opens.</summary>
    public SagePrivate Private { get; private set; } = new();

    public override string Letter => "P";

    public override FormKind Form => FormKind.Sage;

    public override SageRecord Shown => new(Name, AreaCode, Profile, Private);

    protected override RegisterVerbs Happenings => Verbs.OfSage;

    /// <param name="key"><c>null</c> → born in the Studio: its id.</param>
    /// <param name="own">Id that the form gave it, so that the same form sent twice is one record.</param>
    /// <param name="code">As printed elsewhere already; <c>null</c> → drawn.</param>
    public static Sage Create(string? key, string? code, Guid? own = null)
    {
        var id = own ?? Guid.CreateVersion7();
        return new() { Id = id, Key = key ?? id.ToString(), Code = code ?? RandomNumberGenerator.GetString(CodeLetters, CodeLength) };
    }

    /// <summary>Call after each wording, with the keys that the names are found by.</summary>
    internal void KeepOtherNames()
    {
        List<string> names =
        [
            .. ComparedSage.CalledBy(Profile)
                .Concat(Draft is { } draft ? [draft.Name, .. ComparedSage.CalledBy(draft.Profile)] : [])
                .Where(n => n != Name)
                .Distinct(),
        ];
        if (!OtherNames.SequenceEqual(names))
        {
            OtherNames = names;
        }
    }

    protected override string AreaOf(SageRecord record) => record.Area;

    protected override void DemandValid(SageRecord record) => SageRules.Demand(record);

    protected override void Take(SageRecord record)
    {
        (Name, AreaCode, Profile, Private) = record;
        (IsDeceased, CentreKeys) = (Profile.Deceased, [.. Profile.Centres]);
        TopicKeys = [.. Profile.Expertise.Select(e => e.Topic).Where(t => t.Length > 0).Distinct()];
        SortKey = ThaiSort.Key(Profile.GivenName.Length > 0 ? $"{Profile.GivenName} {Profile.FamilyName}" : Name);
        NameKey = ThaiName.Key(ThaiName.MatchKey(Name) + " " + Profile.Nickname);
    }

    protected override IReadOnlyList<(string Key, object? Value)> WrittenFacts() => [("living", !IsDeceased)];

    private sealed class Config : IEntityTypeConfiguration<Sage>
    {
        public void Configure(EntityTypeBuilder<Sage> sage)
        {
            sage.ToTable("Sages");
            sage.HasIndex(s => s.Key).IsUnique();
            sage.HasIndex(s => s.Code).IsUnique();
            sage.HasIndex(s => s.Number).IsUnique();
            sage.HasIndex(s => s.AreaCode);
            sage.Ignore(s => s.Shown);
            sage.Ignore(s => s.Latest);
            sage.Property(s => s.Profile).HasJsonConversion();
            sage.Property(s => s.Private).HasJsonConversion();
            sage.Property(s => s.Draft).HasJsonConversion();
            sage.HasMany<Consent>().WithOne().HasForeignKey(c => c.SageId);
        }
    }
}
