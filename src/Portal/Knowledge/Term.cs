using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a topic or a learning base says of itself.</summary>
public sealed record TermText
{
    public string Title { get; init; } = "";

    /// <summary>Empty → made from the title.</summary>
    public string Slug { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Topics: key of the upper topic; empty on the first level.</summary>
    public string Parent { get; init; } = "";

    public int Order { get; init; }

    /// <summary>Other words for the same thing, village words among them.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public string Body { get; init; } = "";
}

/// <summary>A shared word of the vocabulary with a page of its own.</summary>
public abstract class Term : Aggregate
{
    /// <summary>Lasting name, unique in its kind.</summary>
    public string Key { get; protected init; } = "";

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public int Order { get; private set; }

    public string Summary { get; private set; } = "";

    public string Body { get; private set; } = "";

    public List<string> Synonyms { get; private set; } = [];

    protected void Write(TermText text, Verb verb, Actor by, DateTimeOffset now)
    {
        Demand(by);
        (Title, Order, Summary, Body, Synonyms) = (text.Title, text.Order, text.Summary, text.Body, [.. text.Synonyms]);
        Slug = text.Slug.Length > 0 ? text.Slug : Thai.Slug.From(text.Title);
        SortKey = ThaiSort.Key(text.Title);
        Record(verb, by, now);
    }

    protected void AddSynonyms(IEnumerable<string> words) =>
        Synonyms = [.. Synonyms.Concat(words.Where(w => w != Title)).Distinct().Take(EntryRules.ItemCount)];

    /// <summary>What it takes to write one.</summary>
    protected virtual Permission Keeper => Permission.Administer;

    protected void Demand(Actor by)
    {
        if (!by.MaySomewhere(Keeper))
        {
            throw new PortalException("term.forbidden", "ท่านยังไม่มีสิทธิ์แก้หมวดความรู้");
        }
    }

    internal static void Configure<T>(EntityTypeBuilder<T> term, string table)
        where T : Term
    {
        term.ToTable(table);
        term.HasIndex(t => t.Key).IsUnique();
        term.HasIndex(t => t.Slug).IsUnique();
    }
}

/// <summary>หัวข้อความรู้, in two levels.</summary>
public sealed class Topic : Term
{
    private Topic() { }

    public string? ParentKey { get; private set; }

    // Its words are every area's; who curates a province may change them.
    protected override Permission Keeper => Permission.Steward;

    public static Topic Create(string key) => new() { Key = key };

    /// <summary>Born in the Studio: its id is its key.</summary>
    public static Topic Create(Guid id) => new() { Id = id, Key = id.ToString() };

    public void Write(TermText text, Actor by, DateTimeOffset now)
    {
        ParentKey = text.Parent.Length > 0 ? text.Parent : null;
        Write(text, Verbs.TopicWritten, by, now);
    }

    /// <summary>Puts it below another topic of the first level.</summary>
    internal void MoveBelow(string parent, Actor by, DateTimeOffset now)
    {
        Demand(by);
        ParentKey = parent;
        Record(Verbs.TopicWritten, by, now, ("fields", (string[])["parent"]));
    }

    /// <summary>Takes another topic's names, so that it is found by them still.</summary>
    internal void Absorb(Topic other, Actor by, DateTimeOffset now)
    {
        Demand(by);
        AddSynonyms([other.Title, .. other.Synonyms]);
        Record(Verbs.TopicWritten, by, now, ("fields", (string[])["synonyms"]));
    }

    /// <summary>This topic is no more; what named it is found under the other.</summary>
    internal void GoInto(Topic kept, Actor by, DateTimeOffset now)
    {
        Demand(by);
        Record(Verbs.TopicMerged, by, now, ("into", kept.Id));
    }

    private sealed class Config : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> topic)
        {
            Term.Configure(topic, "Topics");
            topic.HasIndex(t => t.ParentKey);
        }
    }
}

/// <summary>ฐานการเรียนรู้ of the shared list; each centre has its own, mapped to these.</summary>
public sealed class LearningBase : Term
{
    private LearningBase() { }

    public static LearningBase Create(string key) => new() { Key = key };

    /// <summary>Born in the Studio: its id is its key.</summary>
    public static LearningBase Create(Guid id) => new() { Id = id, Key = id.ToString() };

    public void Write(TermText text, Actor by, DateTimeOffset now) => Write(text, Verbs.BaseWritten, by, now);

    private sealed class Config : IEntityTypeConfiguration<LearningBase>
    {
        public void Configure(EntityTypeBuilder<LearningBase> learningBase) => Term.Configure(learningBase, "LearningBases");
    }
}
