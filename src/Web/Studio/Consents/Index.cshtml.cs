using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>What a sage agreed to, and the form in which an officer records it (D14).</summary>
public sealed class IndexModel(PortalDb db, Pictures pictures, CurrentMember current, TimeProvider clock) : SageRecordPage(db, current)
{
    [BindProperty]
    public ConsentForm Form { get; set; } = new();

    /// <summary>The signed sheet, as a picture that only the office sees.</summary>
    [BindProperty]
    public PictureForm Picture { get; set; } = new();

    public IReadOnlyList<ConsentState> States { get; private set; } = [];

    public IReadOnlyList<Consent> History { get; private set; } = [];

    /// <summary>Whether the member may open pictures of sheets; each look is recorded.</summary>
    public bool MaySeeEvidence => Actor.May(Permission.Enrol, Sage.AreaCode);

    /// <summary>Who recorded the rows of the history.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    /// <param name="sheet">Code of a printed sheet, from its QR code.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? sheet, CancellationToken cancellationToken)
    {
        Form.SheetCode = SheetCode.Parse(sheet ?? "") is { } code ? SheetCode.Show(code) : "";
        return await ShowAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var wrong = new List<(string Field, string Message)>();
        // The picture is taken in last: a form that is sent again would bring it twice.
        var gifts = Form.Read(evidence: null, wrong);
        if (wrong.Count == 0)
        {
            try
            {
                await GiveAsync(id, gifts, cancellationToken);
                Say($"บันทึกความยินยอมแล้ว {gifts.Count} เรื่อง");
                return Redirect($"{Home}/consents");
            }
            catch (PortalException refusal)
            {
                wrong.Add((refusal.Field ?? "", refusal.Message));
            }
        }

        Wrong = wrong;
        return await ShowAsync(id, cancellationToken);
    }

    private async Task GiveAsync(Guid id, IReadOnlyList<ConsentGift> gifts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Picture.File is null)
        {
            await Db.GiveConsentsAsync(id, gifts, Actor, now, cancellationToken);
            return;
        }

        var sheet = Picture.Read(new(Subjects.Sage, id), Sage.AreaCode, AssetUse.Evidence, []);
        await using var upload = sheet.Upload;
        var evidence = await Db.AddPictureAsync(pictures, sheet, Actor, now, cancellationToken);
        try
        {
            await Db.GiveConsentsAsync(id, [.. gifts.Select(g => g with { EvidenceId = evidence })], Actor, now, cancellationToken);
        }
        catch (PortalException)
        {
            // Proof of nothing is not kept.
            await Db.RemovePictureAsync(pictures, evidence, Actor, now, cancellationToken);
            throw;
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        States = await Db.ConsentStatesAsync(id, cancellationToken);
        History = await Db.ConsentHistoryAsync(id, cancellationToken);
        Names = await Db.MemberNamesAsync(History.Select(c => c.RecorderId).ToHashSet(), cancellationToken);
        ModelState.Clear();
        return Page();
    }
}
