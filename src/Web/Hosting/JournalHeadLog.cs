using KhokNongNa.Portal.Data;

namespace KhokNongNa.Web.Hosting;

/// <summary>
/// Writes the journal's head into the log when the portal starts, once a day, and when it stops. The log lies elsewhere: with a head from
/// it, <c>audit verify</c> finds out a journal that was cut or rewritten whole.
/// </summary>
public sealed partial class JournalHeadLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JournalHeadLog> logger) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        try
        {
            do
            {
                await WriteAsync(stoppingToken);
            }
            while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var (seq, _, hash) = await scope.ServiceProvider.GetRequiredService<PortalDb>().JournalHeadAsync(cancellationToken);
            LogHead(seq, Convert.ToHexStringLower(hash));
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A database that is away for a moment must not end the portal; the next head comes tomorrow.
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Journal head: row {Seq} {Hash}")]
    private partial void LogHead(long seq, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal's head cannot be read")]
    private partial void LogFailed(Exception problem);
}
