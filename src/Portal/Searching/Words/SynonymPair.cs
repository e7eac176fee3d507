using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>A word of the village and the one that texts use: who looks for <see cref="From"/> also finds <see cref="To"/>, for less.</summary>
public sealed class SynonymPair : Aggregate
{
    private SynonymPair() { }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    /// <summary>Whether who looks for <see cref="To"/> finds <see cref="From"/> too.</summary>
    public bool IsMutual { get; private set; }

    public string FromKey { get; private set; } = "";

    public string ToKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <exception cref="PortalException">Not two different words, or the actor does not run the portal.</exception>
    public static SynonymPair Add(string from, string to, bool isMutual, Actor by, DateTimeOffset now)
    {
        var pair = new SynonymPair();
        pair.Write(from, to, isMutual, Verbs.SynonymsAdded, by, now);
        return pair;
    }

    /// <inheritdoc cref="Add"/>
    public void Change(string from, string to, bool isMutual, Actor by, DateTimeOffset now) =>
        Write(from, to, isMutual, Verbs.SynonymsChanged, by, now);

    /// <summary>Who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        DictionaryRules.Demand(by);
        Record(Verbs.SynonymsRemoved, by, now);
    }

    private void Write(string from, string to, bool isMutual, Verb verb, Actor by, DateTimeOffset now)
    {
        DictionaryRules.Demand(by);
        (From, To, IsMutual) = (DictionaryRules.Word(from, nameof(From)), DictionaryRules.Word(to, nameof(To)), isMutual);
        (FromKey, ToKey) = (DictionaryRules.Key(From), DictionaryRules.Key(To));
        if (FromKey == ToKey)
        {
            throw new PortalException("dictionary.same", "สองคำนี้เป็นคำเดียวกัน", nameof(To));
        }

        SortKey = ThaiSort.Key(From);
        Record(verb, by, now, ("mutual", isMutual));
    }

    private sealed class Config : IEntityTypeConfiguration<SynonymPair>
    {
        public void Configure(EntityTypeBuilder<SynonymPair> pair)
        {
            pair.ToTable("SynonymPairs");
            pair.HasIndex(p => new { p.FromKey, p.ToKey }).IsUnique();
            pair.HasIndex(p => p.SortKey);
        }
    }
}
