using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>
/// The portal as it is handed over: published at the first need by the Dockerfile's own command, started in Production with the root
/// folder as its current one.
/// </summary>
public sealed class PublishedPortal : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private PortalProcess? _portal;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The one that all tests read from.</summary>
    internal async Task<PortalProcess> PortalAsync()
    {
        if (_portal is null)
        {
            await PublishAsync();
            _portal = await PortalProcess.StartAsync(Setup("data"));
        }

        return _portal;
    }

    /// <param name="data">Name of its data folder.</param>
    internal PortalSetup Setup(string data) => new(_folder.Sub(data))
    {
        Program = Path.Combine(_folder.Path, "portal", Dockerfile.Program),
        EnvironmentName = "Production",
        Locale = "C.UTF-8",
    };

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task PublishAsync()
    {
        var publish = new ProcessStartInfo("dotnet", [.. Dockerfile.Publish(_folder.Sub("portal")), "--nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(publish)!;
        var output = new Output(process);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, output.ToString());
    }
}
