using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Programme.Intake;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Hosting;

/// <summary>Rung when there is something to do with a sheet, so that nobody waits for the next look.</summary>
public sealed class IntakeBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public void Dispose() => _rung.Dispose();

    internal Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _rung.WaitAsync(most, cancellationToken);
}

/// <summary>
/// Goes on with the sheets that are under way, a short transaction at a time: what a kill or another node left is found in the database. Readers
/// come first: after each part it rests as long as that part took.
/// </summary>
public sealed partial class IntakeWork(IntakeBell bell, IServiceScopeFactory scopes, TimeProvider clock, ILogger<IntakeWork> logger) : WaitingWork(logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(50);

    /// <summary>What failed for no reason of the sheet is left alone until the next start.</summary>
    private readonly HashSet<Guid> _failed = [];

    /// <summary>Does all that is under way.</summary>
    internal override async Task RunAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var (id, runner) in (await db.IntakesUnderWayAsync(cancellationToken)).Where(s => !_failed.Contains(s.Id)))
        {
            try
            {
                await RunAsync(db, id, runner, cancellationToken);
            }
            catch (PortalException)
            {
                await db.HaltIntakeAsync(id, clock.GetUtcNow(), cancellationToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The message may quote a row.
                _failed.Add(id);
                LogFailed(id, problem.GetType().Name, problem.StackTrace);
            }
        }
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => bell.WaitAsync(Look, cancellationToken);

    private async Task RunAsync(PortalDb db, Guid id, Guid runner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Roles that were taken away meanwhile hold here too.
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == runner && m.ClosedAt == null && m.ErasedAt == null, cancellationToken)
            ?? throw new PortalException("intake.runner", "ผู้ที่สั่งนำเข้าไม่ได้เป็นสมาชิกแล้ว");
        var run = await IntakeRun.BeginAsync(db, id, member.ToActor(ThaiTime.Day(now)), now, cancellationToken);
        while (true)
        {
            var began = clock.GetTimestamp();
            if (!await db.StepAsync(run, cancellationToken))
            {
                return;
            }

            var took = clock.GetElapsedTime(began);
            await Task.Delay(took < LongestRest ? took : LongestRest, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sheet {Sheet} could not be gone on with ({Kind}); it is left until the next start\n{Stack}")]
    private partial void LogFailed(Guid sheet, string kind, string? stack);
}
