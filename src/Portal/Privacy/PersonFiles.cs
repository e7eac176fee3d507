using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Answers what is kept about a person (PDPA s.30), for who protects data in the person's area.</summary>
public static partial class PersonFiles
{
    /// <summary>Rows of the journal in one file; who wants older ones asks who runs the portal.</summary>
    public const int MostRows = 500;

    private static readonly string[] LookVerbs =
    [
        Verbs.SageContactSeen.Name, Verbs.AssetEvidenceSeen.Name, Verbs.SageDataExported.Name,
    ];

    /// <summary><c>null</c> when there is no such person for the actor.</summary>
    public static Task<PersonSummary?> SummaryOfAsync(this PortalDb db, PersonKind kind, Guid id, Actor actor, CancellationToken cancellationToken) => kind switch
    {
        PersonKind.Sage => db.SageSummaryAsync(id, actor, cancellationToken),
        PersonKind.Member => db.MemberSummaryAsync(id, actor, cancellationToken),
        _ => Task.FromResult<PersonSummary?>(null),
    };

    /// <summary>Everything. The look is recorded before anything of it is read: what cannot be recorded is not shown.</summary>
    /// <param name="isExport">Whether it leaves the portal as a file, which is recorded too.</param>
    /// <exception cref="PortalException">There is no such person for the actor.</exception>
    public static async Task<PersonFile> OpenFileAsync(
        this PortalDb db, PersonKind kind, Guid id, bool isExport, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var summary = await db.SummaryOfAsync(kind, id, by, cancellationToken) ?? throw None;
        await db.InTransaction(
            async () =>
            {
                if (kind == PersonKind.Sage)
                {
                    var sage = await db.ProtectedFor<Sage>(by).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw None;
                    sage.Happened(Verbs.SageContactSeen, by, now);
                    if (isExport)
                    {
                        sage.Happened(Verbs.SageDataExported, by, now);
                    }
                }
                else
                {
                    var member = await db.ProtectedMembersFor(by).SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw None;
                    member.Happened(Verbs.MemberContactSeen, by, now);
                    if (isExport)
                    {
                        member.Happened(Verbs.MemberDataExported, by, now);
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return kind == PersonKind.Sage ? await db.SageFileAsync(summary, by, now, cancellationToken) : await db.MemberFileAsync(summary, by, now, cancellationToken);
    }

    internal static PortalException None => new("privacy.none", "ไม่พบคนนี้ในพื้นที่ที่ท่านดูแล");

    private static async Task<PersonSummary?> SageSummaryAsync(this PortalDb db, Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.ProtectedFor<Sage>(actor).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sage)
        {
            return null;
        }

        var member = await db.Members.Where(m => m.SageKey == sage.Key && m.ErasedAt == null).Select(m => new { m.Id, m.Name }).FirstOrDefaultAsync(cancellationToken);
        var pictures = await db.PicturesOfAsync(id, cancellationToken);
        var place = (await db.PlacesAsync([sage.AreaCode], cancellationToken)).Name(sage.AreaCode);
        return new(PersonKind.Sage, id, sage.Name, sage.Number ?? "", place, sage.AreaCode, member is null ? null : new(PersonKind.Member, member.Id, member.Name))
        {
            Contacts = await db.SageContacts.CountAsync(c => c.SageId == id, cancellationToken),
            Consents = await db.Consents.CountAsync(c => c.SageId == id, cancellationToken),
            Standing = await db.Consents.CountAsync(c => c.SageId == id && c.WithdrawnAt == null, cancellationToken),
            Pictures = pictures.Count(p => !p.IsEvidence),
            Evidence = pictures.Count(p => p.IsEvidence),
            Revisions = await db.RecordRevisions.CountAsync(r => r.SubjectId == id, cancellationToken),
            JournalRows = await db.Journal.CountAsync(h => h.SubjectId == id, cancellationToken),
        };
    }

    private static async Task<PersonFile> SageFileAsync(this PortalDb db, PersonSummary summary, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = summary.Id;
        var sage = await db.Sages.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
        var pictures = await db.PicturesOfAsync(id, cancellationToken);
        var contacts = await db.SageContacts.AsNoTracking().Where(c => c.SageId == id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var revisions = await db.RecordRevisions.AsNoTracking().Where(r => r.SubjectId == id).OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        var answers = await db.AnswersAsync(sage, cancellationToken);
        var form = await db.FormOfAsync(sage, cancellationToken);
        Guid[] subjects = [id, .. pictures.Select(p => p.Id)];
        return new(summary, now)
        {
            Answers = [.. answers.Where(a => a.Value.Length > 0).Select(a => (form?.Fields.FirstOrDefault(f => f.Code == a.Key)?.Label ?? a.Key, a.Value))],
            Contacts = [.. contacts.Select(c => new PersonContact(c.Channel.Name(), c.Channel == ContactChannel.Phone ? PhoneNumber.Show(c.Value) : c.Value, c.Visibility.Name(), c.BestTime))],
            Consents = await db.Consents.AsNoTracking().Where(c => c.SageId == id).OrderByDescending(c => c.RecordedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken),
            Pictures = pictures,
            Texts = await db.TextsOfAsync(sage, actor, cancellationToken),
            Revisions = [.. revisions.Select(r => new PersonRevision(r.Number, r.At, r.Text))],
            Looks = await db.RowsAboutAsync(h => subjects.Contains(h.SubjectId) && LookVerbs.Contains(h.Verb), cancellationToken),
            Rows = await db.RowsAboutAsync(h => subjects.Contains(h.SubjectId), cancellationToken),
        };
    }

    /// <summary>Pictures of anything that show the sage, and what lies with the sage's own record, evidence among it.</summary>
    public static async Task<IReadOnlyList<PersonPicture>> PicturesOfAsync(this PortalDb db, Guid sage, CancellationToken cancellationToken) =>
        [.. (await db.Assets.AsNoTracking()
            .Where(a => !a.IsRemoved && ((a.OwnerType == Subjects.Sage && a.OwnerId == sage) || a.ShowsSages.Contains(sage)))
            .OrderBy(a => a.At)
            .ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Use, a.Alt, a.OwnerType, a.OwnerId, a.At })
            .ToListAsync(cancellationToken)).Select(a => new PersonPicture(a.Id, a.Use == AssetUse.Evidence, a.Alt, a.OwnerType == Subjects.Entry ? a.OwnerId : null, a.At, a.OwnerType == Subjects.Centre ? a.OwnerId : null))];

    private static async Task<IReadOnlyList<AuditRow>> RowsAboutAsync(
        this PortalDb db, System.Linq.Expressions.Expression<Func<Happening, bool>> which, CancellationToken cancellationToken) =>
        (await db.Journal.AsNoTracking().Where(which).OrderByDescending(h => h.Seq).Take(MostRows).ToListAsync(cancellationToken)).ConvertAll(h => new AuditRow(h));
}
