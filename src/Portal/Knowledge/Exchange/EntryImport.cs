using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Takes a lesson, article or page in through the verbs that editors use.</summary>
internal static class EntryImport
{
    private enum Status
    {
        Published,
        Draft,
        Archived,
    }

    public static Prepared Prepare(Incoming file, EntryType type, IReadOnlySet<string> areas, DateTimeOffset now)
    {
        var content = EntryRules.Clean(EntryFile.Read(file.Keys, type, file.Body));
        foreach (var (field, message) in EntryRules.Check(content))
        {
            throw new BadFileException(file.Keys.LineOf(Key(field)), message);
        }

        // Nothing is stamped later than the clock that the portal runs by.
        var published = Earlier(file.Keys.Moment("published") ?? now, now);
        var written = Earlier(file.Keys.Moment("updated") ?? published, now);
        var origin = new Origin(Math.Max(1, file.Keys.Int("version") ?? 1), written, published);
        var (parent, position) = type == EntryType.Page ? (file.Keys.Line1("parent"), file.Keys.Int("order") ?? 0) : ("", 0);
        var plan = new Plan(file, type, content, file.Area(areas), file.Keys.Code("status", Status.Published), file.Keys.Texts("aliases"), origin, parent, position);
        return new Prepared(file, 5, [.. Links(content), .. parent.Length > 0 ? new[] { ("page", parent, "parent") } : []], plan.ApplyAsync);
    }

    private static IEnumerable<(string Type, string Key, string At)> Links(EntryContent content) =>
    [
        .. content.Topics.Select(k => ("topic", k, "topics")),
        .. content.Sages.Select(k => ("sage", k, "sages")),
        .. content.Centres.Select(k => ("centre", k, "centres")),
        .. content.Bases.Select(k => ("base", k, "bases")),
        .. content.Lesson?.Steps.Where(s => PictureName.Is(s.Image)).Select(s => ("picture", s.Image, "steps")) ?? [],
        .. MarkdownText.Pieces(content.Body).Select(k => ("snippet", k, "body")),
        .. PictureName.InBody(content).Select(id => ("picture", PictureName.Of(id), "body")),
    ];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // WorkMinutes → work_minutes
    private static string Key(string field) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(field);

    private sealed record Plan(
        Incoming File, EntryType Type, EntryContent Content, string Area, Status Status, IReadOnlyList<string> Aliases, Origin Origin, string Parent, int Position)
    {
        public async Task<int?> ApplyAsync(PortalDb db, ImportedFile? known, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var entry = await db.Entries.IgnoreQueryFilters().SingleOrDefaultAsync(e => e.Type == Type && e.Key == File.Key, cancellationToken);
            if (entry is null)
            {
                await db.RoomForPageAsync(Type, cancellationToken);
                db.Entries.Add(entry = Entry.Draft(Type, File.Key, Area, Content, Actor.System, now, Origin, position: Position));
            }
            else if (known is null || entry.Version != known.Mark || entry.TrashedAt is not null)
            {
                return null;
            }
            else
            {
                var before = await db.Revisions.SingleAsync(r => r.EntryId == entry.Id && r.Number == entry.LatestNumber, cancellationToken);
                entry.MoveTo(Area, Actor.System, now);
                entry.Revise(Content, before.Content, Actor.System, now, Origin);
            }

            if (Type == EntryType.Page)
            {
                await db.PlaceAsFileAsync(entry, Parent, Position, now, cancellationToken);
            }

            if (Status != Status.Draft)
            {
                await db.PublishAsync(entry, Content, Actor.System, now, cancellationToken, Origin);
                await AddAliasesAsync(db, entry, cancellationToken);
            }

            if (Status != Status.Published && entry.IsLive)
            {
                entry.Archive(Actor.System, now);
            }

            return entry.Version + 1;
        }

        private async Task AddAliasesAsync(PortalDb db, Entry entry, CancellationToken cancellationToken)
        {
            foreach (var slug in Aliases.Where(a => a != entry.Slug))
            {
                var exists = db.Aliases.Local.Any(a => a.Type == Type && a.Slug == slug)
                    || await db.Aliases.AnyAsync(a => a.Type == Type && a.Slug == slug, cancellationToken);
                if (!exists && !await Publishing.IsTakenAsync(db, entry, slug, cancellationToken))
                {
                    db.Aliases.Add(new Alias { Type = Type, Slug = slug, EntryId = entry.Id });
                }
            }
        }
    }
}
