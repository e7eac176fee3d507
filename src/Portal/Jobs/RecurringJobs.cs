using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Intake;
using KhokNongNa.Portal.Reports;

namespace KhokNongNa.Portal.Jobs;

/// <summary>Work that is done again and again.</summary>
/// <param name="Name">Lasting name, for the log.</param>
/// <param name="Every">It runs once in each span of this length.</param>
/// <param name="RunAsync">Does what is due. Looks and acts under the journal lock, so that a second node finds nothing left to do.</param>
public sealed record RecurringJob(string Name, TimeSpan Every, Func<PortalDb, TimeProvider, CancellationToken, Task> RunAsync);

/// <summary>The one list of recurring work.</summary>
public static class RecurringJobs
{
    /// <remarks>Another one is a line here.</remarks>
    /// <param name="contactMonths">How long contact data stays after somebody last confirmed it.</param>
    /// <param name="pictures">Where files lie that an upload left when the portal died half-way.</param>
    public static IReadOnlyList<RecurringJob> All(int contactMonths, PictureStore pictures) =>
    [
        new("texts-due", TimeSpan.FromMinutes(1), Scheduling.RunDueAsync),
        new("consents-expire", TimeSpan.FromHours(1), Retention.ExpireConsentsAsync),
        new("contacts-forget", TimeSpan.FromHours(1), (db, clock, stop) => Retention.ForgetContactsAsync(db, contactMonths, clock, stop)),
        new("intakes-forget", TimeSpan.FromHours(1), IntakeForgetting.ForgetIntakesAsync),
        new("typed-forget", TimeSpan.FromDays(1), EditingSessions.ForgetTypedAsync),
        new("trash-empty", TimeSpan.FromHours(1), Trash.EmptyTrashAsync),
        new("reports-forget", TimeSpan.FromHours(1), Reporting.ForgetReportsAsync),
        new("pictures-sweep", TimeSpan.FromDays(1), (db, clock, stop) => db.SweepPicturesAsync(pictures, clock.GetUtcNow(), stop)),
    ];
}
