using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Takes a folder in by the contract of <c>content/README.md</c>. Writes only the database; the index follows the journal.</summary>
public sealed class ContentImporter(PortalDb db, TimeProvider clock)
{
    /// <summary>Province that the seed is about; a text that names no area belongs to it.</summary>
    public const string HomeArea = "31";

    // A batch holds the journal lock; short ones let editors in between.
    private const int BatchSize = 200;

    private static readonly string[] NetworkTypes = ["sage", "centre", "plot"];

    /// <param name="withNetwork">Whether sages, centres and plots go in.</param>
    /// <exception cref="PortalException">There is no such folder.</exception>
    public async Task<ImportReport> ImportAsync(string folder, bool withNetwork, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new PortalException("import.no-folder", $"ไม่พบโฟลเดอร์ {folder}");
        }

        var report = new ImportReport();
        await AreaFile.ImportAsync(db, folder, report, BatchSize, clock.GetUtcNow(), cancellationToken);
        await DictionaryFile.ImportAsync(db, folder, report, clock.GetUtcNow(), cancellationToken);
        var known = await db.ImportedFiles.AsNoTracking().ToDictionaryAsync(f => (f.Type, f.Key), cancellationToken);
        var areas = (await db.Areas.Select(a => a.Code).ToListAsync(cancellationToken)).ToHashSet();
        var prepared = Prepare(folder, withNetwork, known, areas, report);
        await WarnOfUnknownAsync(prepared, areas, report, cancellationToken);
        foreach (var batch in prepared.OrderBy(p => p.Rank).Chunk(BatchSize))
        {
            await db.InTransaction(() => TakeInAsync(batch, known, report, cancellationToken), cancellationToken);
        }

        return report;
    }

    private List<Prepared> Prepare(
        string folder, bool withNetwork, Dictionary<(string Type, string Key), ImportedFile> known, HashSet<string> areas, ImportReport report)
    {
        var now = clock.GetUtcNow();
        var prepared = new List<Prepared>();
        var seen = new HashSet<(string, string)>();
        var files = FolderReader.Read(folder, known.Values.ToLookup(k => k.Hash, k => (k.Type, k.Key)), seen, report).ToList();
        foreach (var file in files)
        {
            if (!withNetwork && NetworkTypes.Contains(file.Type))
            {
                continue;
            }

            try
            {
                if (!seen.Add((file.Type, file.Key)))
                {
                    throw new BadFileException(file.Keys.LineOf("id"), $"มีไฟล์อื่นใช้ id «{file.Key}» ของชนิด {file.Type} แล้ว");
                }

                prepared.Add(Prepare(file, areas, now));
            }
            catch (BadFileException bad)
            {
                report.Add(new Finding(file.File, bad.Line, IsError: true, bad.Message));
            }
        }

        return PageRanks.Sorted(prepared);
    }

    private static Prepared Prepare(Incoming file, IReadOnlySet<string> areas, DateTimeOffset now) => file.Type switch
    {
        "lesson" => EntryImport.Prepare(file, EntryType.Lesson, areas, now),
        "article" => EntryImport.Prepare(file, EntryType.Article, areas, now),
        "page" => EntryImport.Prepare(file, EntryType.Page, areas, now),
        "topic" => NetworkImport.PrepareTopic(file),
        "base" => NetworkImport.PrepareBase(file),
        "snippet" => SnippetFile.Prepare(file),
        "sage" => SageFile.Prepare(file, areas),
        "centre" => CentreFile.Prepare(file, areas),
        "plot" => PlotFile.Prepare(file, areas),
        "form" => FormFile.Prepare(file, areas),
        "directive" => DirectiveFile.Prepare(file, areas),
        "" => throw new BadFileException(file.Keys.Line, "ต้องมี «type»"),
        var other => throw new BadFileException(file.Keys.LineOf("type"), $"ไม่รู้จักชนิด «{other}» ใช้ได้: lesson article page sage centre plot topic base snippet directive form"),
    };

    private async Task WarnOfUnknownAsync(List<Prepared> prepared, HashSet<string> areas, ImportReport report, CancellationToken cancellationToken)
    {
        HashSet<(string Type, string Key)> there =
        [
            .. prepared.Select(p => (p.File.Type, p.File.Key)),
            .. (await db.Topics.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("topic", k)),
            .. (await db.MergedTopicsAsync(cancellationToken)).Keys.Select(k => ("topic", k)),
            .. prepared.Where(p => p.File.Type == "topic").SelectMany(p => p.File.Keys.Texts("merged")).Select(k => ("topic", k)),
            .. (await db.Snippets.Select(s => s.Key).ToListAsync(cancellationToken)).Select(k => ("snippet", k)),
            .. (await db.LearningBases.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("base", k)),
            .. (await db.Sages.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("sage", k)),
            .. (await db.SageAliases.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("sage", k)),
            .. (await db.Centres.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("centre", k)),
            .. (await db.Plots.Select(t => t.Key).ToListAsync(cancellationToken)).Select(k => ("plot", k)),
            .. (await db.Assets.Where(a => !a.IsRemoved).Select(a => a.Id).ToListAsync(cancellationToken)).Select(id => ("picture", PictureName.Of(id))),
        ];
        foreach (var (file, _, links, _) in prepared)
        {
            foreach (var (key, line) in file.Keys.Unknown())
            {
                report.Add(new Finding(file.File, line, IsError: false, $"ไม่รู้จักช่อง «{key}» จึงข้ามไป"));
            }

            foreach (var (type, key, at) in links.Where(l => !there.Contains((l.Type, l.Key))))
            {
                report.Add(new Finding(file.File, file.Keys.LineOf(at, key), IsError: false, $"ไม่พบ {type} «{key}»"));
            }

            if (file.Keys.Text("area") is { Length: > 0 } area && !areas.Contains(area))
            {
                report.Add(new Finding(file.File, file.Keys.LineOf("area"), IsError: false, $"ไม่พบรหัสพื้นที่ «{area}» จึงใช้ {HomeArea}"));
            }
        }
    }

    private async Task TakeInAsync(
        Prepared[] batch, Dictionary<(string Type, string Key), ImportedFile> known, ImportReport report, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Asked in the transaction, so that a wipe that began meanwhile counts.
        var isWiped = await db.IsWipedAsync(cancellationToken);
        var merged = await db.SageAliases.Select(a => a.Key).ToListAsync(cancellationToken);
        var mergedTopics = await db.MergedTopicsAsync(cancellationToken);
        foreach (var (file, _, _, apply) in batch)
        {
            if ((file.Type == "sage" && merged.Contains(file.Key)) || (file.Type == "topic" && mergedTopics.ContainsKey(file.Key)))
            {
                report.LeftAlone++;
                report.Add(new Finding(file.File, 1, IsError: false, "รวมกับรายอื่นแล้ว จึงไม่แตะ"));
                continue;
            }

            if (isWiped && NetworkTypes.Contains(file.Type) && file.Keys.Flag("synthetic"))
            {
                // What was wiped stays out, however its file was changed since.
                continue;
            }

            if (await db.IsErasedAsync(file.Type, file.Key, cancellationToken))
            {
                continue;
            }

            var last = known.GetValueOrDefault((file.Type, file.Key));
            try
            {
                if (await apply(db, last, now, cancellationToken) is not { } mark)
                {
                    report.LeftAlone++;
                    report.Add(new Finding(file.File, 1, IsError: false, "มีคนแก้เรื่องนี้ในพอร์ทัลแล้ว จึงไม่แตะ"));
                }
                else
                {
                    Remember(file, last, mark);
                    await db.SaveChangesAsync(cancellationToken);
                    _ = last is null ? report.New++ : report.Changed++;
                }
            }
            catch (PortalException refusal)
            {
                report.Add(new Finding(file.File, file.Keys.LineOf((refusal.Field ?? "").ToLowerInvariant()), IsError: true, refusal.Message));
            }
            catch (DbUpdateException)
            {
                // The database's own rules: an address or a code that something else of this type has.
                report.Add(new Finding(file.File, file.Keys.LineOf("slug"), IsError: true, "ที่อยู่ (slug) หรือรหัส (code) ซ้ำกับอย่างอื่นที่มีอยู่แล้ว"));
            }

            // Nothing of a refused file may go in with the next one.
            db.ChangeTracker.Clear();
        }
    }

    private void Remember(Incoming file, ImportedFile? last, int mark)
    {
        if (last is null)
        {
            db.ImportedFiles.Add(new ImportedFile { Type = file.Type, Key = file.Key, Hash = file.Hash, Mark = mark });
        }
        else
        {
            (last.Hash, last.Mark) = (file.Hash, mark);
            db.ImportedFiles.Update(last);
        }
    }
}
