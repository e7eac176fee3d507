using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>Under what a sage is listed.</summary>
public enum SageFacetKind
{
    /// <summary>In the directory of everybody; once each, with an empty value.</summary>
    Everybody,

    /// <summary>A topic that the sage is good at, and the one above it.</summary>
    Topic,

    /// <summary>A centre where the sage works.</summary>
    Centre,

    /// <summary>A sage this one learnt from.</summary>
    Teacher,
}

/// <summary>
/// A line of the directory of sages: one for everything under which a sage is looked for, with what lists are narrowed and sorted by, so that
/// a list of fifty thousand is a look into an index. Only who is public has lines; <see cref="PortalDb"/> writes them anew in each transaction that
/// touches the sage. They are for finding and counting alone: whom a page shows is asked of the consents all the same.
/// </summary>
public sealed class SageFacet
{
    public required Guid SageId { get; init; }

    public required SageFacetKind Kind { get; init; }

    /// <summary>Key of the topic, centre or sage.</summary>
    public required string Value { get; init; }

    /// <summary>Area code as a number of six digits, so that a district is a range; see <see cref="AreaRange"/>.</summary>
    public required int Area { get; init; }

    /// <summary>What the sage can do for others (about the topic, for one), a bit each; nothing for the deceased.</summary>
    public required int Can { get; init; }

    /// <summary>Languages, a bit each; none for the deceased.</summary>
    public required int Speaks { get; init; }

    public required bool IsDeceased { get; init; }

    public required string SortKey { get; init; }

    public static int Bit(Ability ability) => 1 << (int)ability;

    public static int Bit(Language language) => 1 << (int)language;

    /// <param name="topics">Topics by each key that leads to them.</param>
    internal static IEnumerable<SageFacet> Of(Sage sage, IReadOnlyDictionary<string, Topic> topics)
    {
        var profile = sage.Profile;
        var speaks = profile.Languages.Aggregate(0, (bits, l) => bits | Bit(l));
        yield return Line(SageFacetKind.Everybody, "", profile.Expertise);
        foreach (var topic in profile.Expertise
            .Where(e => e.Topic.Length > 0)
            .SelectMany(e => topics.GetValueOrDefault(e.Topic) is { } topic ? new[] { topic.Key, topic.ParentKey }.OfType<string>() : [e.Topic], (e, key) => (Key: key, Expertise: e))
            .GroupBy(e => e.Key, e => e.Expertise, StringComparer.Ordinal))
        {
            yield return Line(SageFacetKind.Topic, topic.Key, topic);
        }

        foreach (var key in sage.CentreKeys.Distinct())
        {
            yield return Line(SageFacetKind.Centre, key, profile.Expertise);
        }

        foreach (var key in profile.LearntFrom.Distinct())
        {
            yield return Line(SageFacetKind.Teacher, key, profile.Expertise);
        }

        SageFacet Line(SageFacetKind kind, string value, IEnumerable<Expertise> about) => new()
        {
            SageId = sage.Id,
            Kind = kind,
            Value = value,
            Area = AreaRange.Number(sage.AreaCode),
            Can = sage.IsDeceased ? 0 : about.SelectMany(e => e.Can).Aggregate(0, (bits, c) => bits | Bit(c)),
            Speaks = sage.IsDeceased ? 0 : speaks,
            IsDeceased = sage.IsDeceased,
            SortKey = sage.SortKey,
        };
    }

    private sealed class Config : IEntityTypeConfiguration<SageFacet>
    {
        public void Configure(EntityTypeBuilder<SageFacet> facet)
        {
            facet.ToTable("SageFacets");
            facet.HasKey(f => new { f.Kind, f.Value, f.SageId });
            facet.Property(f => f.Kind).HasConversion<int>();
            facet.HasOne<Sage>().WithMany().HasForeignKey(f => f.SageId).OnDelete(DeleteBehavior.Cascade);
            // Each answers from the index alone: a page of a list in its order, and the counts beside it.
            facet.HasIndex(f => new { f.Kind, f.Value, f.IsDeceased, f.SortKey, f.SageId, f.Area, f.Can, f.Speaks });
            facet.HasIndex(f => new { f.Kind, f.Value, f.Area, f.IsDeceased, f.Can, f.Speaks });
            facet.HasIndex(f => new { f.Kind, f.Area, f.Value, f.IsDeceased, f.Can, f.Speaks });
        }
    }
}
