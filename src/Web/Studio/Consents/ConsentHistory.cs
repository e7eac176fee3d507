using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>Every consent of a sage, newest first.</summary>
/// <param name="Names">Who recorded them.</param>
public sealed record ConsentHistory(IReadOnlyList<Consent> Consents, IReadOnlyDictionary<Guid, string> Names, bool MaySeeEvidence = false)
{
    public string Who(Consent consent) =>
        consent.RecorderId == Actor.System.Id ? AuditQueries.SystemName : Names.GetValueOrDefault(consent.RecorderId, AuditNames.Erased);
}
