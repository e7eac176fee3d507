using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Search;

namespace KhokNongNa.Web.Api;

/// <summary>What must have happened before the portal is ready.</summary>
public sealed class Readiness
{
    /// <summary>Journal row that was the last when the portal started, after its import; −1 before that is known.</summary>
    public long HeadAtStart { get; set; } = -1;
}

public static class Health
{
    /// <summary>200 when migrated, imported, and the index has passed what was the journal's head at start; 503 before.</summary>
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", async (
        Readiness readiness, SearchIndex index, IndexFollower follower, PortalDb db, CancellationToken cancellationToken) =>
    {
        var database = await db.Database.CanConnectAsync(cancellationToken);
        var head = readiness.HeadAtStart;
        var ready = database && head >= 0 && follower.HasStarted && index.Cursor.Seq >= head;
        return Results.Json(new { status = ready ? "ready" : "starting", database, index = index.Cursor.Seq, head }, statusCode: ready ? 200 : 503);
    });
}
