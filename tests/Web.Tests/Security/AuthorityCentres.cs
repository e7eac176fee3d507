using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Plots, centres, bases and forms that rows of the table are about, new for each request that may change them.</summary>
internal static class AuthorityCentres
{
    private const string Home = "310401";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary><c>null</c> for what is none of them.</summary>
    public static async Task<string?> FindAsync(Support.Portal portal, string kind) => kind switch
    {
        "plot-standing" => (await PlotAsync(portal)).ToString(),
        "centre-candidate" => (await CandidateAsync(portal)).ToString(),
        "shared-base" => (await BaseAsync(portal)).ToString(),
        "checklist" => (await portal.AskAsync(db => db.FormDefinitions.Where(f => f.Key == "selection-1").Select(f => f.Id).SingleAsync())).ToString(),
        "today" => BuddhistDate.Short(ThaiTime.Day(Now)),
        _ => null,
    };

    private static async Task<Guid> PlotAsync(Support.Portal portal)
    {
        var plot = Plot.Create(null);
        var record = new PlotRecord(
            new($"แปลง{AuthoritySubjects.Mark}", PlotKind.Hlm, 2021, Home, new LandSize(400), "", Synthetic: true),
            new() { History = [new(PlotState.Applied, new DateOnly(2021, 1, 1)), new(PlotState.Selected, new DateOnly(2021, 2, 1))] });
        await DoAsync(portal, db => db.EnterAsync(plot, record, Actor.System, Now, default));
        return plot.Id;
    }

    /// <summary>A candidate at its second wording, with one base.</summary>
    private static async Task<Guid> CandidateAsync(Support.Portal portal)
    {
        var (plot, centre) = (await PlotAsync(portal), Guid.CreateVersion7());
        await DoAsync(portal, db => db.ProposeCentreAsync(new(plot, centre, $"ศูนย์{AuthoritySubjects.Mark}", "ทำจริง"), Actor.System, Now, default));
        await DoAsync(portal, db => db.WriteRecordAsync<Centre, CentreRecord>(
            centre, 1, r => r with { Profile = r.Profile with { Bases = [new() { Number = 1, Name = "ฐาน" }] } }, Actor.System, Now, default));
        return centre;
    }

    private static async Task<Guid> BaseAsync(Support.Portal portal)
    {
        var id = Guid.CreateVersion7();
        await DoAsync(portal, db => db.WriteBaseAsync(id, 0, new TermText { Title = $"ฐาน{AuthoritySubjects.Mark} {id}", Order = 99 }, Actor.System, Now, default));
        return id;
    }

    private static Task<bool> DoAsync(Support.Portal portal, Func<KhokNongNa.Portal.Data.PortalDb, Task> act) => portal.AskAsync(async db =>
    {
        await act(db);
        return true;
    });
}
