using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>What stands above a look ahead at a sage's page.</summary>
/// <param name="Lacking">What has to come before readers see it; empty → they do.</param>
/// <param name="HasDraft">Whether a newer wording waits, which readers do not see.</param>
/// <param name="Hidden">Purposes without consent, so that the page does without what belongs to them.</param>
/// <param name="Back">Address of the page with the consents.</param>
public sealed record SagePreview(IReadOnlyList<string> Lacking, bool HasDraft, IReadOnlyList<ConsentPurpose> Hidden, string Back)
{
    // These change what stands on the page; the others are about files of lessons, and about offices.
    private static readonly ConsentPurpose[] Seen = [ConsentPurpose.Photo, ConsentPurpose.Phone, ConsentPurpose.Home];

    /// <summary>The same record as the public page has, and what is to be said above it.</summary>
    public static async Task<(SageView View, SagePreview Preview)> OfAsync(PortalDb db, Sage sage, DateOnly today, string back, CancellationToken cancellationToken)
    {
        var states = await db.ConsentStatesAsync(sage.Id, cancellationToken);
        bool Stands(ConsentPurpose purpose) => states.Any(s => s.Purpose == purpose && s.Standing is not null);
        var lacking = new List<string>();
        if (!sage.IsAccepted)
        {
            lacking.Add("รับรองทะเบียน");
        }

        if (!Stands(ConsentPurpose.Profile))
        {
            lacking.Add($"ความยินยอมเรื่อง{ConsentPurpose.Profile.Name()}");
        }

        if (!sage.IsPublished)
        {
            lacking.Add("การเผยแพร่โดยสำนักงาน");
        }

        return (await db.ShowAsync(sage, today, cancellationToken, inStudio: true), new(lacking, sage.HasDraft, [.. Seen.Where(p => !Stands(p))], back));
    }
}
