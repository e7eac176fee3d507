using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// ข้อความที่ใช้ซ้ำ: words that several texts show, kept in one place. A body names it in a block, <c>::: piece key</c> and <c>:::</c>, and
/// readers see what it says today. It holds neither pictures nor another of its kind.
/// </summary>
public sealed class Snippet : Aggregate
{
    private Snippet() { }

    /// <summary>Short lasting code that texts name it by.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What the Studio calls it; readers do not see that.</summary>
    public string Title { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    internal static Snippet Create(Guid id, string key) => new() { Id = id, Key = key };

    internal void Write(string title, string body, Actor by, DateTimeOffset now)
    {
        Demand(by);
        (Title, SortKey, Body) = (title, ThaiSort.Key(title), body);
        Record(Verbs.SnippetWritten, by, now);
    }

    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by);
        Record(Verbs.SnippetRemoved, by, now);
    }

    private static void Demand(Actor by)
    {
        if (!by.MayArrangePages())
        {
            throw new PortalException("snippet.forbidden", "ท่านยังไม่มีสิทธิ์แก้ข้อความที่ใช้ซ้ำ");
        }
    }

    private sealed class Config : IEntityTypeConfiguration<Snippet>
    {
        public void Configure(EntityTypeBuilder<Snippet> snippet)
        {
            snippet.ToTable("Snippets");
            snippet.HasIndex(s => s.Key).IsUnique();
        }
    }
}
