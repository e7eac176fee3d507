using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>A journal row as a sentence: «สายใจ ส่งเรื่อง “ห่มดินด้วยฟาง” ให้ตรวจ ฉบับที่ 3».</summary>
/// <param name="Subject">Name or title; <c>null</c> → the sentence names none.</param>
/// <param name="Url">The subject's page in the Studio, where it has one.</param>
public sealed record Telling(AuditRow Row, string Who, string Before, string? Subject, string? Url, string After, IReadOnlyList<string> Facts)
{
    private const string Gone = "ที่ลบแล้ว";

    /// <summary>What is done, without who and without facts.</summary>
    public string Deed => Before + Subject + After;

    public static Telling Of(AuditRow row, AuditNames names)
    {
        var facts = FactWords.Of(row, names);
        var who = names.Who(row.Row.ActorId);
        if (VerbWords.Find(row.Row.SubjectType, row.Row.Verb) is not { } words)
        {
            return new(row, who, "ทำสิ่งที่พอร์ทัลไม่รู้จัก", null, null, "", facts);
        }

        var isOwn = row.Row.SubjectType == Subjects.Member && row.Row.SubjectId == row.Row.ActorId;
        var pattern = isOwn ? words.Own ?? words.Pattern.Replace("{0}", "ตนเอง", StringComparison.Ordinal) : words.Pattern;
        return pattern.Split("{0}") is [var before, var after]
            ? new(row, who, before, Name(row.Row, names), Address(row.Row, names), after, facts)
            : new(row, who, pattern, null, null, "", facts);
    }

    public static async Task<IReadOnlyList<Telling>> OfAsync(Portal.Data.PortalDb db, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var names = await AuditNames.OfAsync(db, rows, cancellationToken);
        return [.. rows.Select(r => Of(r, names))];
    }

    private static string Name(Happening row, AuditNames names) => (row.SubjectType, names.Subject(row)) switch
    {
        (Subjects.Member, var name) => name ?? names.Who(row.SubjectId),
        (_, null) => Gone,
        (_, var title) => $"“{title}”",
    };

    private static string? Address(Happening row, AuditNames names) => names.Subject(row) is null ? null : row.SubjectType switch
    {
        Subjects.Member => $"/studio/members/{row.SubjectId}",
        Subjects.Entry => $"/studio/entries/{row.SubjectId}",
        Subjects.DictionaryWord => $"/studio/dictionary/words/{row.SubjectId}",
        Subjects.SynonymPair => $"/studio/dictionary/synonyms/{row.SubjectId}",
        Subjects.Breach => $"/studio/privacy/breaches/{row.SubjectId}",
        _ => null,
    };
}
