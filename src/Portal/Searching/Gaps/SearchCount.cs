using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>How often something was looked for in a month. Knows no person, address or moment. Kept outside the journal.</summary>
public sealed class SearchCount
{
    /// <summary>First day of the month, in Bangkok's time.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Code of the district that was chosen as filter; empty when none was.</summary>
    public required string District { get; init; }

    /// <summary>As it is searched (normalised and folded); empty in the row that holds what was too rare to keep by itself.</summary>
    public required string Query { get; init; }

    public int Times { get; internal set; }

    /// <summary>Days on which it was looked for, as far as they were told apart.</summary>
    public int Days { get; internal set; }

    public DateOnly LastDay { get; internal set; }

    /// <summary>Results of the last time.</summary>
    public int Found { get; internal set; }

    /// <summary>
    /// Texts that hold every word of it, looked up on the last day. Search is kind and shows what comes near; this says whether there is
    /// an answer, and a gap that was filled meanwhile is none any more.
    /// </summary>
    public int Answers { get; internal set; }

    internal void Add(Tally tally)
    {
        Times += tally.Times;
        Days += tally.FirstDay > LastDay ? 1 : 0;
        Days += tally.LastDay > tally.FirstDay ? 1 : 0;
        (LastDay, Found) = (tally.LastDay, tally.Found);
    }

    private sealed class Config : IEntityTypeConfiguration<SearchCount>
    {
        public void Configure(EntityTypeBuilder<SearchCount> count)
        {
            count.ToTable("SearchCounts");
            count.HasKey(c => new { c.Month, c.District, c.Query });
        }
    }
}

/// <summary>What is counted together.</summary>
internal readonly record struct CountKey(DateOnly Month, string District, string Query);

/// <summary>Searches that are not in the database yet.</summary>
internal readonly record struct Tally(int Times, DateOnly FirstDay, DateOnly LastDay, int Found)
{
    /// <summary>These, and others that came later.</summary>
    public Tally And(Tally later) => new(Times + later.Times, FirstDay, later.LastDay, later.Found);
}
