using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Jobs;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Web.Hosting;

/// <summary>Runs <see cref="RecurringJobs"/>: what is due at start, and then at each full minute, midnight in Bangkok among them.</summary>
public sealed partial class RecurringWork(PortalSettings settings, PictureStore pictures, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecurringWork> logger) : BackgroundService
{
    // A timer may ring a moment early, and midnight has to be over.
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, long> _done = [];

    /// <summary>Runs each job that was not run in its present span yet.</summary>
    internal async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var job in RecurringJobs.All(settings.ContactMonths, pictures))
        {
            var span = clock.GetUtcNow().UtcTicks / job.Every.Ticks;
            if (_done.TryGetValue(job.Name, out var last) && last == span)
            {
                continue;
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await job.RunAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), clock, cancellationToken);
                _done[job.Name] = span;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // Neither the message nor what the database adds to it is written: they may quote a row.
                LogFailed(job.Name, problem.GetType().Name, problem.StackTrace);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host must not wait for a job.
        await Task.Yield();
        try
        {
            while (true)
            {
                await RunDueAsync(stoppingToken);
                var now = clock.GetUtcNow();
                var minute = TimeSpan.TicksPerMinute - (now.UtcTicks % TimeSpan.TicksPerMinute);
                await Task.Delay(TimeSpan.FromTicks(minute) + After, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed ({Kind}); it is tried again within a minute\n{Stack}")]
    private partial void LogFailed(string job, string kind, string? stack);
}
