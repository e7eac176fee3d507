using System.Linq.Expressions;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Takes topics and bases in, and what the files of the registers share.</summary>
internal static class NetworkImport
{
    public static Prepared PrepareTopic(Incoming file)
    {
        Demand(file);
        var text = TermFile.Read(file.Keys, file.Body);
        var (aliases, merged) = (file.Keys.Texts("aliases"), file.Keys.Texts("merged"));
        return new Prepared(file, 1, text.Parent.Length > 0 ? [("topic", text.Parent, "parent")] : [], async (db, known, now, cancellationToken) =>
        {
            if (await FindOrAddAsync(db.Topics, t => t.Key == file.Key, () => Topic.Create(file.Key), known, cancellationToken) is not { } topic)
            {
                return null;
            }

            await db.PutTopicAsync(topic, text, Actor.System, now, cancellationToken);
            await AddAliasesAsync(db, topic, TopicAliasKind.Slug, aliases, cancellationToken);
            await AddAliasesAsync(db, topic, TopicAliasKind.Key, merged, cancellationToken);
            return topic.Version + 1;
        });
    }

    // What leads elsewhere already, or is a topic of its own here, stays so.
    private static async Task AddAliasesAsync(PortalDb db, Topic topic, TopicAliasKind kind, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names.Distinct())
        {
            if (!db.TopicAliases.Local.Any(a => a.Kind == kind && a.Name == name)
                && !await db.TopicAliases.AnyAsync(a => a.Kind == kind && a.Name == name, cancellationToken)
                && name != (kind == TopicAliasKind.Slug ? topic.Slug : topic.Key)
                && !await db.Topics.AnyAsync(t => kind == TopicAliasKind.Slug ? t.Slug == name : t.Key == name, cancellationToken))
            {
                db.TopicAliases.Add(new TopicAlias { Kind = kind, Name = name, TopicId = topic.Id });
            }
        }
    }

    public static Prepared PrepareBase(Incoming file)
    {
        Demand(file);
        var text = TermFile.Read(file.Keys, file.Body);
        return new Prepared(file, 2, [], async (db, known, now, cancellationToken) =>
        {
            if (await FindOrAddAsync(db.LearningBases, b => b.Key == file.Key, () => LearningBase.Create(file.Key), known, cancellationToken) is not { } learningBase)
            {
                return null;
            }

            learningBase.Write(text, Actor.System, now);
            return learningBase.Version + 1;
        });
    }

    /// <summary>What every page must keep to, so that it can be shown and found.</summary>
    internal static void Demand(Incoming file)
    {
        file.Keys.Demand(EntryRules.ItemLength, EntryRules.ItemCount);
        if (file.Keys.Text("summary").Length > EntryRules.SummaryLength)
        {
            throw new BadFileException(file.Keys.LineOf("summary"), $"สรุปหนึ่งบรรทัดยาวเกินไป ใช้ได้ไม่เกิน {EntryRules.SummaryLength} ตัวอักษร");
        }

        if (file.Type != "sage" && file.Keys.Text("slug") is { Length: > 0 } slug && !Thai.Slug.IsValid(slug))
        {
            throw new BadFileException(file.Keys.LineOf("slug"), $"«slug» ใช้ได้เฉพาะตัวอักษร ตัวเลข และขีด - ไม่เกิน {EntryRules.SlugLength} ตัว");
        }

        if (file.Body.Length > EntryRules.BodyLength || !MarkdownText.IsReadable(file.Body))
        {
            throw new BadFileException(file.Keys.Line, $"เนื้อความยาวเกิน {EntryRules.BodyLength:N0} ตัวอักษร หรือซ้อนกันลึกเกินไป");
        }
    }

    /// <summary>The noun to write to: the one there is, or a new one; <c>null</c> when people edited it since the last import.</summary>
    internal static async Task<T?> FindOrAddAsync<T>(
        DbSet<T> nouns, Expression<Func<T, bool>> isIt, Func<T> create, ImportedFile? known, CancellationToken cancellationToken)
        where T : Aggregate
    {
        var noun = await nouns.SingleOrDefaultAsync(isIt, cancellationToken);
        if (noun is null)
        {
            nouns.Add(noun = create());
            return noun;
        }

        return known is null || noun.Version != known.Mark ? null : noun;
    }
}
