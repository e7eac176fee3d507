using KhokNongNa.Portal.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>Writes the counted searches every ten seconds, and once more when the portal stops.</summary>
internal sealed partial class GapLoop(GapWriter writer, IServiceScopeFactory scopes, TimeProvider clock, ILogger<GapLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await writer.WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What was counted waits for the next time.
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Counted searches could not be written; they are tried again")]
    private partial void LogFailed(Exception problem);
}
