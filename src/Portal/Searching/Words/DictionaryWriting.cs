using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Searching.Words;

/// <summary>
/// Changes to the dictionary, each in its transaction. A word changes how texts are cut, so it asks for a new index; synonyms are looked
/// up when a question is read and need none.
/// </summary>
public static class DictionaryWriting
{
    /// <exception cref="PortalException">It is no word, it is there already, or the actor does not run the portal.</exception>
    public static Task AddWordAsync(this PortalDb db, string text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                var word = DictionaryWord.Add(text, by, now);
                await db.DemandNewAsync(word, cancellationToken);
                db.DictionaryWords.Add(word);
                db.Note(Verbs.ReindexRequested, by, now);
            },
            cancellationToken);

    /// <param name="version">Version that the form was filled from.</param>
    /// <inheritdoc cref="AddWordAsync"/>
    public static Task ChangeWordAsync(
        this PortalDb db, Guid id, int version, string text, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                var word = await db.DictionaryWords.SingleOrDefaultAsync(w => w.Id == id, cancellationToken);
                DemandSame(word, version, word?.Text);
                word!.Change(text, by, now);
                await db.DemandNewAsync(word, cancellationToken);
                db.Note(Verbs.ReindexRequested, by, now);
            },
            cancellationToken);

    /// <summary>What is gone already stays gone.</summary>
    public static Task RemoveWordAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                if (await db.DictionaryWords.SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is { } word)
                {
                    word.Remove(by, now);
                    db.Remove(word);
                    db.Note(Verbs.ReindexRequested, by, now);
                }
            },
            cancellationToken);

    /// <exception cref="PortalException">Not two words, they are there already, or the actor does not run the portal.</exception>
    public static Task AddSynonymsAsync(
        this PortalDb db, string from, string to, bool isMutual, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                var pair = SynonymPair.Add(from, to, isMutual, by, now);
                await db.DemandNewAsync(pair, cancellationToken);
                db.SynonymPairs.Add(pair);
            },
            cancellationToken);

    /// <param name="version">Version that the form was filled from.</param>
    /// <inheritdoc cref="AddSynonymsAsync"/>
    public static Task ChangeSynonymsAsync(
        this PortalDb db, Guid id, int version, string from, string to, bool isMutual, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                var pair = await db.SynonymPairs.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
                DemandSame(pair, version, pair is null ? null : $"{pair.From} → {pair.To}");
                pair!.Change(from, to, isMutual, by, now);
                await db.DemandNewAsync(pair, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc cref="RemoveWordAsync"/>
    public static Task RemoveSynonymsAsync(this PortalDb db, Guid id, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async () =>
            {
                if (await db.SynonymPairs.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } pair)
                {
                    pair.Remove(by, now);
                    db.Remove(pair);
                }
            },
            cancellationToken);

    /// <exception cref="PortalException">The word is there already.</exception>
    public static async Task DemandNewAsync(this PortalDb db, DictionaryWord word, CancellationToken cancellationToken)
    {
        if (await db.DictionaryWords.AnyAsync(w => w.Key == word.Key && w.Id != word.Id, cancellationToken))
        {
            throw new PortalException("dictionary.twice", $"มีคำว่า «{word.Text}» ในคลังแล้ว", nameof(word.Text));
        }
    }

    /// <exception cref="PortalException">The pair is there already, or the same the other way round.</exception>
    public static async Task DemandNewAsync(this PortalDb db, SynonymPair pair, CancellationToken cancellationToken)
    {
        if (await db.SynonymPairs.AnyAsync(
            p => p.Id != pair.Id
                && ((p.FromKey == pair.FromKey && p.ToKey == pair.ToKey)
                    || (p.FromKey == pair.ToKey && p.ToKey == pair.FromKey && (p.IsMutual || pair.IsMutual))),
            cancellationToken))
        {
            throw new PortalException("dictionary.twice", $"มีคู่คำ «{pair.From}» กับ «{pair.To}» ในคลังแล้ว แก้คู่เดิมแทนได้", nameof(pair.From));
        }
    }

    private static void DemandSame(Aggregate? noun, int version, string? saysNow)
    {
        if (noun is null)
        {
            throw new PortalException("dictionary.gone", "มีคนเอาคำนี้ออกไปแล้วระหว่างที่ท่านแก้ ถ้ายังต้องการ ให้เพิ่มเป็นคำใหม่");
        }

        if (noun.Version != version)
        {
            throw new PortalException("dictionary.changed", $"มีคนแก้ก่อนท่าน ตอนนี้เป็น «{saysNow}» กดบันทึกอีกครั้งถ้าต้องการใช้ของท่านแทน");
        }
    }

    private static Task WriteAsync(this PortalDb db, Func<Task> work, CancellationToken cancellationToken) => db.InTransaction(
        async () =>
        {
            await work();
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
