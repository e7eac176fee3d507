using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>The portal as it is handed over: published once for all tests, started in Production with the root folder as its current one.</summary>
public sealed class PublishedPortal : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal PortalProcess Portal { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var publish = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository.Path, "src", "Web"), "-c", Repository.Configuration, "--no-build", "--nologo", "-nodeReuse:false",
            "-o", _folder.Sub("portal"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(publish)!;
        var output = new Output(process);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, output.ToString());
        Portal = await PortalProcess.StartAsync(Setup("data"));
    }

    /// <param name="data">Name of its data folder.</param>
    internal PortalSetup Setup(string data) => new(_folder.Sub(data))
    {
        Program = Path.Combine(_folder.Path, "portal", "KhokNongNa.Web.dll"),
        EnvironmentName = "Production",
        Locale = "C.UTF-8",
        Clock = "2021-07-08T14:00:00+07:00",
    };

    public async ValueTask DisposeAsync()
    {
        if (Portal is not null)
        {
            await Portal.DisposeAsync();
        }

        _folder.Dispose();
    }
}
