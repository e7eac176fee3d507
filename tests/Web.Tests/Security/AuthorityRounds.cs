using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using Microsoft.Extensions.DependencyInjection;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Web.Tests.Collecting;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Rounds of district 3104 that rows of the table are about, new for each request that may change them. They ask for plans alone, so that a sent one locks nothing that other rows write.</summary>
internal static class AuthorityRounds
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary><c>null</c> for what is none of them.</summary>
    public static async Task<string?> FindAsync(Support.Portal portal, string kind) => kind switch
    {
        "round" or "round-sent" or "round-exempt" => (await RoundAsync(portal, kind)).ToString(),
        "round-linked" => (await LinkedAsync(portal)).Round.ToString(),
        "its-link" => await portal.AskAsync(db => db.RoundLinks.OrderByDescending(l => l.Id).Select(l => l.Id.ToString()).FirstAsync()),
        "link-form" => await portal.LinkAsync(await portal.RoundAsync(), LinkKind.Sages),
        "link-table" => (await LinkedAsync(portal)).Token,
        "worker-in" => (await portal.MemberIdAsync("สายใจ")).ToString(),
        "fresh" => Guid.CreateVersion7().ToString(),
        _ => null,
    };

    private static Task<Guid> RoundAsync(Support.Portal portal, string kind) => portal.AskAsync(async db =>
    {
        var (id, today) = (Guid.CreateVersion7(), ThaiTime.Day(Now));
        var text = new DirectiveText { To = ["3104"], Exempt = kind == "round-exempt" ? ["3104"] : [], Due = today, Tasks = [new("activities", "แผน", TaskKind.Activities)] };
        await db.WriteDirectiveAsync(id, 0, $"{AuthoritySubjects.Mark} {id}", AuthoritySubjects.Mark, today, "31", text, Actor.System, Now, default);
        if (kind == "round-sent")
        {
            await db.SubmitReportAsync(portal.Services.GetRequiredService<LiveBoard>(), id, "3104", Actor.System, Now, default);
        }

        return id;
    });

    private static async Task<(Guid Round, string Token)> LinkedAsync(Support.Portal portal)
    {
        var round = await RoundAsync(portal, "round");
        return (round, await portal.LinkAsync(round, LinkKind.Bridge));
    }
}
