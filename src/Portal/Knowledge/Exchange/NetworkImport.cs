using System.Linq.Expressions;
using System.Text.RegularExpressions;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Takes topics, bases, centres and sages in.</summary>
internal static partial class NetworkImport
{
    public static Prepared PrepareTopic(Incoming file)
    {
        Demand(file);
        var text = TermFile.Read(file.Keys, file.Body);
        return new Prepared(file, 1, text.Parent.Length > 0 ? [("topic", text.Parent, "parent")] : [], async (db, known, now, cancellationToken) =>
        {
            if (await FindOrAddAsync(db.Topics, t => t.Key == file.Key, () => Topic.Create(file.Key), known, cancellationToken) is not { } topic)
            {
                return null;
            }

            topic.Write(text, Actor.System, now);
            return topic.Version + 1;
        });
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

    public static Prepared PrepareCentre(Incoming file, IReadOnlySet<string> areas)
    {
        Demand(file);
        var profile = NetworkFile.ReadCentre(file.Keys, file.Body);
        var (name, slug, area) = (file.Keys.Line1("title"), file.Keys.Line1("slug"), file.Area(areas));
        return new Prepared(file, 3, [.. profile.Bases.Select(k => ("base", k, "bases"))], async (db, known, now, cancellationToken) =>
        {
            if (await FindOrAddAsync(db.Centres, c => c.Key == file.Key, () => Centre.Create(file.Key), known, cancellationToken) is not { } centre)
            {
                return null;
            }

            centre.Write(name, slug, area, profile, Actor.System, now);
            return centre.Version + 1;
        });
    }

    public static Prepared PrepareSage(Incoming file, IReadOnlySet<string> areas)
    {
        Demand(file);
        var profile = NetworkFile.ReadSage(file.Keys, file.Body);
        var consents = NetworkFile.ReadConsents(file.Keys);
        var (name, code, area) = (file.Keys.Line1("title"), file.Keys.Text("code"), file.Area(areas));
        if (code.Length > 0 && !CodePattern().IsMatch(code))
        {
            throw new BadFileException(file.Keys.LineOf("code"), "«code» ใช้ตัวอักษร a–z และตัวเลข 4 ถึง 12 ตัว");
        }

        (string, string, string)[] links =
        [
            .. profile.Expertise.Where(e => e.Topic.Length > 0).Select(e => ("topic", e.Topic, "expertise")),
            .. profile.LearntFrom.Select(k => ("sage", k, "learnt_from")),
            .. profile.Centres.Select(k => ("centre", k, "centres")),
        ];
        return new Prepared(file, 4, links, async (db, known, now, cancellationToken) =>
        {
            if (await FindOrAddAsync(db.Sages, s => s.Key == file.Key, () => Sage.Create(file.Key, code.Length > 0 ? code : null), known, cancellationToken) is not { } sage)
            {
                return null;
            }

            sage.Write(name, area, profile, Actor.System, now);
            var standing = await db.Consents.Where(c => c.SageId == sage.Id && c.WithdrawnAt == null).ToListAsync(cancellationToken);
            foreach (var withdrawn in standing.Where(c => !consents.Contains((c.Purpose, c.Given, c.Method))))
            {
                sage.Withdraw(withdrawn, Actor.System, now);
            }

            foreach (var (purpose, given, method) in consents.Except(standing.Select(c => (c.Purpose, c.Given, c.Method))))
            {
                db.Consents.Add(sage.Consent(purpose, given, method, Actor.System, now));
            }

            return sage.Version + 1;
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

    [GeneratedRegex("^[a-z0-9]{4,12}$")]
    private static partial Regex CodePattern();
}
