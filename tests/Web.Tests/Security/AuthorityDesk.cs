using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reports;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>Topics, pages, snippets and reports that the rows of <c>Specs/authority.md</c> are about.</summary>
internal static class AuthorityDesk
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A value in a route or in a form; <c>null</c> for what is none of these.</summary>
    public static async Task<string?> FindAsync(Support.Portal portal, string kind) => kind switch
    {
        "stewarded" or "other-topic" => (await TopicAsync(portal)).ToString(),
        // What hangs on the topic that was made last.
        "topic-seen" => (await portal.AskAsync(async db => await TopicEffects.OfAsync(db, await db.Topics.OrderByDescending(t => t.Id).FirstAsync(Stop), Stop))).Stamp,
        "reportable" => await portal.AskAsync(db => db.LiveEntries().Where(e => e.AreaCode.StartsWith("31")).OrderBy(e => e.Slug).Select(e => "/" + (e.Type == EntryType.Lesson ? "lessons" : e.Type == EntryType.Article ? "articles" : "pages") + "/" + e.Slug).FirstAsync()),
        "placed-page" or "above-page" => (await PageAsync(portal)).ToString(),
        "snippet" => (await SnippetAsync(portal)).ToString(),
        "snippet-code" => Code(),
        "report" => (await ReportAsync(portal)).ToString(),
        _ => null,
    };

    private static async Task<Guid> TopicAsync(Support.Portal portal)
    {
        var id = Guid.CreateVersion7();
        await portal.AskAsync(async db =>
        {
            await db.WriteTopicAsync(id, 0, new() { Title = $"{AuthoritySubjects.Mark} {id}" }, Actor.System, Now, Stop);
            return true;
        });
        return id;
    }

    // No reader sees it, so it stands in no footer.
    private static async Task<Guid> PageAsync(Support.Portal portal) =>
        (await portal.AskAsync(db => db.DraftAsync(EntryType.Page, "3104", new() { Title = AuthoritySubjects.Mark }, Actor.System, Now, Stop))).EntryId;

    private static async Task<Guid> SnippetAsync(Support.Portal portal)
    {
        var id = Guid.CreateVersion7();
        await portal.AskAsync(async db =>
        {
            await db.WriteSnippetAsync(id, 0, new(Code(), AuthoritySubjects.Mark, AuthoritySubjects.Mark), Actor.System, Now, Stop);
            return true;
        });
        return id;
    }

    private static string Code() => $"s-{Guid.CreateVersion7()}";

    private static async Task<Guid> ReportAsync(Support.Portal portal)
    {
        var id = Guid.CreateVersion7();
        await portal.AskAsync(async db =>
        {
            var entry = await db.LiveEntries().OrderBy(e => e.Id).FirstAsync(Stop);
            var page = new ReportedPage("entry", id, $"/lessons/{entry.Slug}", AuthoritySubjects.Mark, "3104");
            await db.InTransaction(
                async () =>
                {
                    db.Reports.Add(Report.Of(id, page, ReportReason.Wrong, AuthoritySubjects.Mark, "", Now));
                    await db.SaveChangesAsync(Stop);
                },
                Stop);
            return true;
        });
        return id;
    }
}
