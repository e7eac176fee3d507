using System.Text;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Writes everything in the canonical form of <c>content/README.md</c>: what readers see, and drafts that were never published; nothing that is closed.</summary>
public sealed class ContentExporter(PortalDb db)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>How many files were written.</returns>
    public async Task<int> ExportAsync(string folder, CancellationToken cancellationToken)
    {
        var written = 0;
        await AreasAsync();
        foreach (var (name, text) in await DictionaryFile.WriteAsync(db, cancellationToken))
        {
            await WriteAsync(name, text);
        }

        var formerly = (await db.TopicAliases.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(a => a.Name, StringComparer.Ordinal).ToLookup(a => (a.TopicId, a.Kind), a => a.Name);
        foreach (var topic in await db.Topics.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"topics/{FileName(topic.Key)}", TermFile.Write(topic, "topic", formerly[(topic.Id, TopicAliasKind.Slug)], formerly[(topic.Id, TopicAliasKind.Key)]));
        }

        foreach (var learningBase in await db.LearningBases.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"bases/{FileName(learningBase.Key)}", TermFile.Write(learningBase, "base", [], []));
        }

        foreach (var snippet in await db.Snippets.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"snippets/{FileName(snippet.Key)}", SnippetFile.Write(snippet));
        }

        foreach (var centre in await db.Centres.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"network/centres/{FileName(centre.Key)}", CentreFile.Write(centre));
        }

        foreach (var plot in await db.Plots.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"network/plots/{FileName(plot.Key)}", PlotFile.Write(plot));
        }

        foreach (var form in await db.FormDefinitions.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"forms/{FileName(form.Key)}", FormFile.Write(form));
        }

        foreach (var directive in await db.Directives.AsNoTracking().ToListAsync(cancellationToken))
        {
            await WriteAsync($"programme/directives/{FileName(directive.Key)}", DirectiveFile.Write(directive));
        }

        foreach (var sage in await db.Sages.AsNoTracking().ToListAsync(cancellationToken))
        {
            var consents = await db.Consents.Where(c => c.SageId == sage.Id && c.WithdrawnAt == null).ToListAsync(cancellationToken);
            await WriteAsync($"network/sages/{FileName(sage.Key)}", SageFile.Write(sage, consents.OrderBy(c => c.Purpose)));
        }

        // Read to the end first: PostgreSQL answers one question at a time.
        // What is closed stays in the portal: a folder knows no readers.
        var entries = await db.Entries.AsNoTracking().Where(e => e.LatestLicence != Licence.Closed && e.LiveLicence != Licence.Closed).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var pages = entries.Where(e => e.Type == EntryType.Page).ToDictionary(e => e.Id, e => e.Key);
        foreach (var entry in entries)
        {
            await EntryAsync(entry);
        }

        return written;

        async Task AreasAsync()
        {
            var areas = await db.Areas.AsNoTracking().ToListAsync(cancellationToken);
            if (areas.Count > 0)
            {
                // 31, 3101, 310101 … sorts parents before children.
                await WriteAsync(AreaFile.Name, AreaFile.Write(areas.OrderBy(a => a.Code, StringComparer.Ordinal)));
            }
        }

        async Task EntryAsync(Entry entry)
        {
            var number = entry.IsLive ? entry.LiveNumber!.Value : entry.LatestNumber;
            var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.EntryId == entry.Id && r.Number == number, cancellationToken);
            var aliases = await db.Aliases.Where(a => a.EntryId == entry.Id).Select(a => a.Slug).ToListAsync(cancellationToken);
            var slug = FileSlug.Written(entry.Slug ?? (revision.Content.Slug.Length > 0 ? revision.Content.Slug : null), revision.Content.Title);
            await WriteAsync(
                $"{Folder(entry.Type, revision.Content)}/{FileName(entry.Key)}",
                EntryFile.Write(entry, revision, slug, aliases.Order(StringComparer.Ordinal), entry.ParentId is { } parent ? pages.GetValueOrDefault(parent) : null));
        }

        async Task WriteAsync(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, Utf8, cancellationToken);
            written++;
        }
    }

    private static string Folder(EntryType type, EntryContent content) => type switch
    {
        EntryType.Lesson => content.Topics is [var topic, ..] ? $"lessons/{Start(SafeName(topic))}" : "lessons",
        EntryType.Article => "articles",
        EntryType.Page => "pages",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    // Topics of a text may be any words; a folder's name may not be longer than 255 bytes.
    private static string Start(string name) => name.Length <= 100 ? name : name[..100];

    private static string FileName(string key) => SafeName(key) + ".md";

    // A key may hold ':' and be '..'; a file name may not.
    private static string SafeName(string key) =>
        string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c.ToString() : c == '.' ? "~." : c == ':' ? "~_" : $"~{(int)c:x2}"));
}
