using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>A portal that serves, in a process of its own. Gone when disposed, whatever happened before.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private HttpClient? _http;

    private PortalProcess(PortalSetup setup)
    {
        Setup = setup;
        _process = Process.Start(setup.ToServe())!;
        Output = new Output(_process);
    }

    public PortalSetup Setup { get; }

    public Output Output { get; }

    public HttpClient Http => _http ?? throw new InvalidOperationException("The portal does not listen yet.");

    public Uri Address => Http.BaseAddress!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a portal and waits until it says that it is ready.</summary>
    public static async Task<PortalProcess> StartAsync(PortalSetup setup)
    {
        var portal = new PortalProcess(setup);
        try
        {
            await portal.ListenAsync();
            await Poll.UntilAsync(async () => (await portal.HealthAsync()).IsReady, $"ready; it says {portal.Output}");
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a portal and does not wait.</summary>
    public static PortalProcess Begin(PortalSetup setup) => new(setup);

    /// <summary>Waits until it listens.</summary>
    public async Task ListenAsync()
    {
        var address = await Poll.ForAsync(
            () => _process.HasExited
                ? throw new InvalidOperationException($"The portal ended: {Output}")
                : Task.FromResult(Output.Lines.Select(l => Url().Match(l)).FirstOrDefault(m => m.Success)?.Value),
            $"an address; it says {Output}");
        // Redirects are answers that a test wants to see.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public async Task<Health> HealthAsync()
    {
        using var answer = await Http.GetAsync("/health", Stop);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return new(
            answer.StatusCode == HttpStatusCode.OK,
            json.RootElement.GetProperty("index").GetInt64(),
            json.RootElement.GetProperty("head").GetInt64());
    }

    /// <summary>What <c>kill -9</c> does: the process gets no chance to put anything in order.</summary>
    public void KillNow() => _process.Kill();

    /// <summary>Sends a signal by name, as a shell does.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync(Stop);
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await Poll.UntilAsync(() => Task.FromResult(_process.HasExited), $"the end of the process; it says {Output}");
        // Also waits for the last lines.
        await _process.WaitForExitAsync(Stop);
        return _process.ExitCode;
    }

    /// <summary>When <paramref name="test"/> fails, what the portal said comes with it.</summary>
    public async Task TellAsync(ITestOutputHelper output, Func<Task> test)
    {
        try
        {
            await test();
        }
        catch
        {
            output.WriteLine($"The portal {(_process.HasExited ? $"has ended with {_process.ExitCode}" : "runs")}; it said: {Output}");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Url();
}

/// <param name="Index">Journal row that the index has followed to.</param>
/// <param name="Head">Journal row that was the last at start.</param>
internal sealed record Health(bool IsReady, long Index, long Head);
