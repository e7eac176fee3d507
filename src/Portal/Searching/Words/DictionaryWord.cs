using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>A word that stays in one piece when texts are cut into words («เสวียน»), added here to those that come with the portal.</summary>
public sealed class DictionaryWord : Aggregate
{
    private DictionaryWord() { }

    public string Text { get; private set; } = "";

    /// <summary>As it is searched; no two words have the same.</summary>
    public string Key { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <exception cref="PortalException">It is no word, or the actor does not run the portal.</exception>
    public static DictionaryWord Add(string text, Actor by, DateTimeOffset now)
    {
        var word = new DictionaryWord();
        word.Write(text, Verbs.WordAdded, by, now);
        return word;
    }

    /// <inheritdoc cref="Add"/>
    public void Change(string text, Actor by, DateTimeOffset now) => Write(text, Verbs.WordChanged, by, now);

    /// <summary>Who removes the row calls this first.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        DictionaryRules.Demand(by);
        Record(Verbs.WordRemoved, by, now);
    }

    private void Write(string text, Verb verb, Actor by, DateTimeOffset now)
    {
        DictionaryRules.Demand(by);
        Text = DictionaryRules.Word(text, nameof(Text));
        Key = DictionaryRules.Key(Text);
        SortKey = ThaiSort.Key(Text);
        Record(verb, by, now);
    }

    private sealed class Config : IEntityTypeConfiguration<DictionaryWord>
    {
        public void Configure(EntityTypeBuilder<DictionaryWord> word)
        {
            word.ToTable("DictionaryWords");
            word.HasIndex(w => w.Key).IsUnique();
            word.HasIndex(w => w.SortKey);
        }
    }
}
