using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Studio.Registers.Duplicates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>A record with what it says, what is missing, what was asked for, who wrote it, and what the member may do with it.</summary>
public sealed class ShowModel(PortalDb db, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    public Registered Record { get; private set; } = null!;

    public FormDefinition? Definition { get; private set; }

    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    public ILookup<string, RecordRemark> Remarks { get; private set; } = Enumerable.Empty<RecordRemark>().ToLookup(r => r.Field);

    /// <summary>Who wrote when, newest first, and the labels of what changed.</summary>
    public IReadOnlyList<(RecordRevision Revision, string Who, IReadOnlyList<string> Changed)> History { get; private set; } = [];

    /// <summary>Records that were merged into this one, with what they said.</summary>
    public IReadOnlyList<MergedHistory> Merged { get; private set; } = [];

    public string Writers { get; private set; } = "";

    public string Place { get; private set; } = "";

    /// <summary>What is lacking before the page of a sage may be published; empty → nothing.</summary>
    public IReadOnlyList<string> Lacking { get; private set; } = [];

    /// <summary>The centre that a plot became: its record for who works on it, and its public page; <c>null</c> → there is none.</summary>
    public (string Name, string? Record, string? Page)? Centre { get; private set; }

    /// <summary>Sages who are asked to lead elsewhere on the same day, in sentences.</summary>
    public IReadOnlyList<string> Clashes { get; private set; } = [];

    public bool IsWriter => Record.WriterIds.Contains(MemberId);

    public bool MayCheck => Actor.May(Permission.Check, Record.AreaCode);

    public bool MayCertify => Actor.May(Permission.Certify, Record.AreaCode);

    public bool MayProtect => Actor.May(Permission.ProtectData, Record.AreaCode);

    public string RecordUrl => $"{Desk.Url}/{Record.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(Db, Actor, id, cancellationToken) is not { } record)
        {
            // A record that was merged leads to the one that stays.
            var into = await Db.SageAliases.Where(a => a.Id == id).Select(a => (Guid?)a.SageId).SingleOrDefaultAsync(cancellationToken);
            return into is { } kept && await Desk.FindAsync(Db, Actor, kept, cancellationToken) is not null ? Redirect($"{Desk.Url}/{kept}") : NotFound();
        }

        Record = record;
        Definition = await Db.FormOfAsync(record, cancellationToken);
        Answers = await Db.AnswersAsync(record, cancellationToken);
        Remarks = (await Db.RemarksAsync(id, cancellationToken)).ToLookup(r => r.Field);
        Place = (await Db.PlacesAsync([record.LatestArea], cancellationToken)).Name(record.LatestArea);
        var revisions = await Db.RevisionsAsync(id, cancellationToken);
        var name = await NamesAsync(revisions.Select(r => r.RecorderId).Concat(record.WriterIds), cancellationToken);
        Writers = string.Join(" และ ", record.WriterIds.Select(name));
        History = [.. revisions.Select((r, at) => (r, name(r.RecorderId), at + 1 < revisions.Count ? Changed(r, revisions[at + 1]) : []))];
        if (record is Plot { CentreKey: { } key } && await Db.Centres.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key, cancellationToken) is { } centre)
        {
            var isMine = await Db.RecordsFor<Centre>(Actor).AnyAsync(c => c.Id == centre.Id, cancellationToken);
            var isPublic = await Db.PublicCentres().AnyAsync(c => c.Id == centre.Id, cancellationToken);
            Centre = isMine || isPublic ? (centre.Name, isMine ? $"{RegisterDesks.Centres.Url}/{centre.Id}" : null, isPublic ? Portal.Urls.Of(centre) : null) : null;
        }

        Clashes = record is Activity activity ? await Db.ClashesAsync(activity, cancellationToken) : [];
        if (record is Sage sage)
        {
            Merged = await MergedHistory.LoadAsync(Db, sage, NamesAsync, cancellationToken);
            var consents = await Db.HasConsentAsync(sage.Id, ConsentPurpose.Profile, cancellationToken);
            Lacking =
            [
                .. sage.IsAccepted ? Array.Empty<string>() : ["ทะเบียนยังไม่ได้รับรอง"],
                .. consents ? Array.Empty<string>() : ["ยังไม่มีความยินยอมให้เผยแพร่ชื่อและประวัติ"],
            ];
        }

        return Page();
    }

    private IReadOnlyList<string> Changed(RecordRevision now, RecordRevision before)
    {
        var (mine, theirs) = (Desk.Fill(now), Desk.Fill(before));
        var label = Labels(Definition);
        return [.. mine.Keys.Union(theirs.Keys).Where(k => !mine.GetValueOrDefault(k, []).SequenceEqual(theirs.GetValueOrDefault(k, []))).Select(k => label(k.Split('.')[0])).Distinct()];
    }
}
