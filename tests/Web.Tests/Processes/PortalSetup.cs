using System.Diagnostics;
using System.Text;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>How a real process of the portal is started: which program, where from, with which settings.</summary>
internal sealed record PortalSetup(string DataFolder)
{
    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "Portal__", "ConnectionStrings__", "Logging__"];

    /// <summary>The program that was built with these tests: <c>artifacts/bin/Web/{configuration}</c> beside <c>artifacts/bin/Web.Tests/{configuration}</c>.</summary>
    public static string Built { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Web", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "KhokNongNa.Web.dll"));

    public string Program { get; init; } = Built;

    public string EnvironmentName { get; init; } = "Development";

    /// <summary>Portals are started from wherever their caller stands.</summary>
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>Locale of the process. The Thai one, with its Buddhist calendar, is the one that catches mistakes.</summary>
    public string Locale { get; init; } = "th_TH.UTF-8";

    public string? Content { get; init; }

    public string? ConnectionString { get; init; }

    public string? Clock { get; init; }

    public string? Theme { get; init; }

    /// <summary>Further settings, as an operator writes them.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Port 0: the system picks a free one, and the portal says which.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    public ProcessStartInfo ToServe() => ToStart("--urls=" + Urls);

    public ProcessStartInfo ToStart(params string[] words)
    {
        // Who starts the tests in the background starts them deaf to Ctrl+C, and .NET hands that on.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. words])
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(inherited);
        }

        Set("ASPNETCORE_ENVIRONMENT", EnvironmentName);
        Set("LC_ALL", Locale);
        // These processes live for seconds: measuring code in order to compile it once more does not pay.
        Set("DOTNET_TieredPGO", "0");
        Set("Portal__DataFolder", DataFolder);
        Set("Portal__Content", Content);
        Set("Portal__Clock", Clock);
        Set("Portal__Theme", Theme);
        Set("ConnectionStrings__Portal", ConnectionString);
        // Tests ask faster than a village.
        Set("Portal__Rate", "100000");
        foreach (var (name, value) in Settings)
        {
            Set(name, value);
        }

        return start;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }
    }

    // What the caller of the tests has set is not for the portals.
    private static bool IsSetting(string name) => Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
