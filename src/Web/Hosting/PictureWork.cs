using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Web.Hosting;

/// <summary>Makes the widths of pictures that were sent, one after the other, as soon as they come; those that a kill left are found when it starts.</summary>
public sealed partial class PictureWork(Portal.Media.Pictures pictures, IServiceScopeFactory scopes, ILogger<PictureWork> logger) : WaitingWork(logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>What failed for no reason of the picture is left alone until the next start.</summary>
    private readonly HashSet<Guid> _failed = [];

    /// <summary>Makes all that is unmade.</summary>
    internal override async Task RunAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var id in (await db.UnmadePicturesAsync(cancellationToken)).Where(id => !_failed.Contains(id)))
        {
            try
            {
                await db.MakePictureAsync(pictures, id, cancellationToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                _failed.Add(id);
                LogFailed(id, problem.GetType().Name, problem.StackTrace);
            }
        }
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => pictures.RungAsync(Look, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "The widths of picture {Picture} could not be made ({Kind}); it is left until the next start\n{Stack}")]
    private partial void LogFailed(Guid picture, string kind, string? stack);
}
