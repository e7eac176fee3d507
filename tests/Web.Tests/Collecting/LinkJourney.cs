using KhokNongNa.Portal;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;

namespace KhokNongNa.Web.Tests.Collecting;

/// <summary>Rounds of นางรอง that run today, and links into them.</summary>
internal static class LinkJourney
{
    public const string District = "3104";

    public const string Unit = "กลุ่มงานส่งเสริมการพัฒนา";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task<Guid> RoundAsync(this Support.Portal portal)
    {
        var (round, today) = (Guid.CreateVersion7(), ThaiTime.Day(Now));
        var text = new DirectiveText
        {
            To = [District],
            Due = today,
            Responsible = Unit,
            Phone = "0 4466 6512",
            Forms = ["sage-2", "activity-1"],
            Tasks = [new("centres", "ศูนย์", TaskKind.Centres), new("sages", "ปราชญ์", TaskKind.Sages), new("activities", "แผน", TaskKind.Activities)],
        };
        Assert.True(await portal.AskAsync(db => db.WriteDirectiveAsync(round, 0, $"ว {round:N}"[..12], "ลองลิงก์", today, "31", text, Actor.System, Now, TestContext.Current.CancellationToken)));
        return round;
    }

    /// <returns>The token.</returns>
    public static Task<string> LinkAsync(this Support.Portal portal, Guid round, LinkKind kind) =>
        portal.AskAsync(db => db.MakeLinkAsync(round, District, kind, ThaiTime.Day(Now), Actor.System, Now, TestContext.Current.CancellationToken));

    public static Task<bool> DoAsync(this Support.Portal portal, Func<KhokNongNa.Portal.Data.PortalDb, Task> act) => portal.AskAsync(async db =>
    {
        await act(db);
        return true;
    });
}
