using System.Security.Cryptography;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>ปราชญ์ชุมชน, ครูพาทำ: somebody who knows and shows. Public only while the consent to show the profile stands.</summary>
public sealed class Sage : Aggregate
{
    /// <summary>Letters of the public address: none that are mistaken for each other when read from paper.</summary>
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private Sage() { }

    /// <summary>Lasting name in files; not shown.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Random part of the public address, so that an address says nothing of the person.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public string AreaCode { get; private set; } = "";

    public bool IsDeceased { get; private set; }

    public List<string> CentreKeys { get; private set; } = [];

    /// <summary>Keys of the topics that the sage is good at.</summary>
    public List<string> TopicKeys { get; private set; } = [];

    public SageProfile Profile { get; private set; } = new();

    /// <param name="code">As printed elsewhere already; <c>null</c> → drawn.</param>
    public static Sage Create(string key, string? code) =>
        new() { Key = key, Code = code ?? RandomNumberGenerator.GetString(CodeLetters, 6) };

    public void Write(string name, string area, SageProfile profile, Actor by, DateTimeOffset now)
    {
        Demand(by, area);
        if (AreaCode.Length > 0)
        {
            Demand(by, AreaCode);
        }

        (Name, AreaCode, Profile, IsDeceased, CentreKeys) = (name, area, profile, profile.Deceased, [.. profile.Centres]);
        TopicKeys = [.. profile.Expertise.Select(e => e.Topic).Where(t => t.Length > 0).Distinct()];
        SortKey = ThaiSort.Key(profile.GivenName.Length > 0 ? $"{profile.GivenName} {profile.FamilyName}" : name);
        Record(Verbs.SageWritten, by, now, ("area", area));
    }

    /// <returns>The consent, to be added to the database.</returns>
    public Consent Consent(ConsentPurpose purpose, DateOnly given, ConsentMethod method, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.ConsentGiven, by, now, ("purpose", purpose), ("method", method), ("on", given));
        return new Consent(Id, purpose, given, method);
    }

    public void Withdraw(Consent consent, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        consent.Withdraw(JournalChain.Truncate(now));
        Record(Verbs.ConsentWithdrawn, by, now, ("purpose", consent.Purpose));
    }

    /// <summary>The sage leaves; who removes the row calls this first. Consents go with it.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.SageRemoved, by, now, ("area", AreaCode));
    }

    private static void Demand(Actor by, string area)
    {
        if (!by.May(Permission.Write, area))
        {
            throw new PortalException("sage.forbidden", "ท่านยังไม่มีสิทธิ์บันทึกปราชญ์ในพื้นที่นี้");
        }
    }

    private sealed class Config : IEntityTypeConfiguration<Sage>
    {
        public void Configure(EntityTypeBuilder<Sage> sage)
        {
            sage.ToTable("Sages");
            sage.HasIndex(s => s.Key).IsUnique();
            sage.HasIndex(s => s.Code).IsUnique();
            sage.HasIndex(s => s.AreaCode);
            sage.Property(s => s.Profile).HasJsonConversion();
            sage.HasMany<Consent>().WithOne().HasForeignKey(c => c.SageId);
        }
    }
}

/// <summary>What the register knows of a sage beside name and place. No ID number, religion, race or contact data.</summary>
public sealed record SageProfile
{
    public string Prefix { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public string Nickname { get; init; } = "";

    public SageKind Kind { get; init; }

    public string Village { get; init; } = "";

    public bool Deceased { get; init; }

    public string Summary { get; init; } = "";

    public IReadOnlyList<Expertise> Expertise { get; init; } = [];

    public IReadOnlyList<Language> Languages { get; init; } = [];

    public IReadOnlyList<string> Experience { get; init; } = [];

    /// <summary>Keys of sages this one learnt from.</summary>
    public IReadOnlyList<string> LearntFrom { get; init; } = [];

    /// <summary>Keys of centres where the sage works.</summary>
    public IReadOnlyList<string> Centres { get; init; } = [];

    /// <summary>ข้อมูลสมมติ: a person who does not exist.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The sage's story, Markdown.</summary>
    public string Body { get; init; } = "";
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
