using System.Security.Cryptography;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Searching.Words;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>
/// <c>search/words.txt</c>, a word a line, and <c>search/synonyms.txt</c>, <c>a &gt; b</c> (who looks for a also means b) or <c>a = b</c>
/// a line: what people of a portal added to its dictionary. An import adds what is missing and takes nothing away.
/// </summary>
internal static class DictionaryFile
{
    public const string Words = "search/words.txt";

    public const string Synonyms = "search/synonyms.txt";

    // A batch holds the journal lock; short ones let editors in between.
    private const int BatchSize = 200;

    public static async Task ImportAsync(PortalDb db, string folder, ImportReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ImportAsync(db, folder, Words, line => AddWordAsync(db, line, now, cancellationToken), report, now, cancellationToken);
        await ImportAsync(db, folder, Synonyms, line => AddSynonymsAsync(db, line, now, cancellationToken), report, now, cancellationToken);
    }

    /// <summary>Files and what stands in them; a list without a line has no file.</summary>
    public static async Task<IReadOnlyList<(string Name, string Text)>> WriteAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var words = await db.DictionaryWords.AsNoTracking().ToListAsync(cancellationToken);
        var pairs = await db.SynonymPairs.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. Lines(Words, words.Select(w => (w.SortKey, Line: w.Text))),
            .. Lines(Synonyms, pairs.Select(p => (p.SortKey, Line: EffectiveWords.Line(p)))),
        ];

        // Keys look at the first letters only; the line itself decides between equals.
        static IEnumerable<(string, string)> Lines(string name, IEnumerable<(string SortKey, string Line)> lines) =>
            lines.OrderBy(l => l.SortKey, StringComparer.Ordinal).ThenBy(l => l.Line, StringComparer.Ordinal).Select(l => l.Line + "\n").ToList() is { Count: > 0 } all
                ? [(name, string.Concat(all))]
                : [];
    }

    private static async Task ImportAsync(
        PortalDb db, string folder, string name, Func<string, Task<bool>> add, ImportReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var known = await db.ImportedFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Type == "dictionary" && f.Key == name, cancellationToken);
        if (known?.Hash == hash)
        {
            report.Unchanged++;
            return;
        }

        var before = report.Rejected;
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n').Index().Select(l => (Number: l.Index + 1, Text: l.Item.Split('#')[0].Trim('\r', ' ', '\uFEFF')));
        foreach (var batch in lines.Where(l => l.Text.Length > 0).Chunk(BatchSize))
        {
            await db.InTransaction(() => AddAsync(batch), cancellationToken);
        }

        // With a bad line it is not remembered, so that the next import tells of it again.
        if (report.Rejected == before)
        {
            await db.InTransaction(() => RememberAsync(known is null), cancellationToken);
        }

        async Task AddAsync((int Number, string Text)[] batch)
        {
            var added = false;
            foreach (var (number, text) in batch)
            {
                try
                {
                    added |= await add(text);
                    await db.SaveChangesAsync(cancellationToken);
                }
                catch (PortalException refusal)
                {
                    report.Add(new Finding(name, number, IsError: true, refusal.Message));
                }
            }

            if (added && name == Words)
            {
                db.Note(Verbs.ReindexRequested, Actor.System, now);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        async Task RememberAsync(bool isNew)
        {
            var file = new ImportedFile { Type = "dictionary", Key = name, Hash = hash, Mark = 0 };
            db.Entry(file).State = isNew ? EntityState.Added : EntityState.Modified;
            _ = isNew ? report.New++ : report.Changed++;
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task<bool> AddWordAsync(PortalDb db, string line, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var word = DictionaryWord.Add(line, Actor.System, now);
        if (await db.DictionaryWords.AnyAsync(w => w.Key == word.Key, cancellationToken))
        {
            return false;
        }

        db.Add(word);
        return true;
    }

    private static async Task<bool> AddSynonymsAsync(PortalDb db, string line, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isMutual = line.Contains('=', StringComparison.Ordinal);
        if (line.Split('=', '>') is not [var from, var to])
        {
            throw new PortalException("dictionary.line", "บรรทัดต้องเป็น «คำ > คำ» หรือ «คำ = คำ»");
        }

        var pair = SynonymPair.Add(from, to, isMutual, Actor.System, now);
        if (await db.SynonymPairs.AnyAsync(
            p => (p.FromKey == pair.FromKey && p.ToKey == pair.ToKey) || (p.FromKey == pair.ToKey && p.ToKey == pair.FromKey && (p.IsMutual || isMutual)),
            cancellationToken))
        {
            return false;
        }

        db.Add(pair);
        return true;
    }
}
