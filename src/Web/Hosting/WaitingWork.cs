namespace KhokNongNa.Web.Hosting;

/// <summary>Does what waits in the database as soon as it is rung for, and after each look at the latest; what a kill left is found when it starts.</summary>
public abstract partial class WaitingWork(ILogger logger) : BackgroundService
{
    /// <summary>Does all that is under way.</summary>
    internal abstract Task RunAllAsync(CancellationToken cancellationToken);

    /// <summary>Until somebody rings or it is time for a look.</summary>
    protected abstract Task WaitAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                await TryAllAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    // A database that is away for a moment is no reason to end the portal.
    private async Task TryAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAllAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogWaits(problem.GetType().Name, problem.StackTrace);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What waits could not be looked for ({Kind}); it is at the next look\n{Stack}")]
    private partial void LogWaits(string kind, string? stack);
}
