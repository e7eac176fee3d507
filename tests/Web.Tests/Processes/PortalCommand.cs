using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>One verb of the command line, run to its end.</summary>
internal sealed record PortalCommand(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors)
{
    public static async Task<PortalCommand> RunAsync(PortalSetup setup, params string[] words)
    {
        using var process = Process.Start(setup.ToStart(words))!;
        try
        {
            var output = new Output(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new(process.ExitCode, output.Lines, output.Errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    public override string ToString() => string.Join('\n', [$"exit code {ExitCode}", .. Lines, .. Errors]);
}
