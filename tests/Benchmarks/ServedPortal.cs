using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace KhokNongNa.Benchmarks;

/// <summary>A portal in a process of its own, with the project's content and a data folder that goes with it.</summary>
internal sealed partial class ServedPortal : IDisposable
{
    private readonly Process _process;

    private ServedPortal(Process process, Uri address, TimeSpan ready, TimeSpan startCpu) => (_process, Address, Ready, StartCpu) = (process, address, ready, startCpu);

    public Uri Address { get; }

    /// <summary>From launch to the first 200 of <c>/health</c>.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Processor time spent until then.</summary>
    public TimeSpan StartCpu { get; }

    /// <summary>Processor time spent so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB (10⁶ bytes).</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="program">Path of <c>KhokNongNa.Web.dll</c>.</param>
    /// <param name="data">The data folder; empty for a first start.</param>
    /// <param name="environment">Development has a door to the Studio.</param>
    public static async Task<ServedPortal> StartAsync(string program, string data, string environment = "Production")
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls=http://127.0.0.1:0"]) { RedirectStandardOutput = true, WorkingDirectory = data };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Portal__DataFolder"] = data;
        // One address asks for a whole province.
        start.Environment["Portal__Rate"] = "1000000";
        var launched = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var address = await AddressAsync(process);
        using var http = new HttpClient { BaseAddress = address };
        while ((await http.GetAsync("/health")).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(10);
        }

        var ready = Stopwatch.GetElapsedTime(launched);
        process.Refresh();
        return new ServedPortal(process, address, ready, process.TotalProcessorTime);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Url().Match(line) is { Success: true } match)
            {
                // What it says later is not asked for; read on, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync();
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The portal ended before it listened.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Url();
}
