using System.Text.RegularExpressions;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>What the Dockerfile says, so that tests run its own commands: where there is no Docker engine, they are all of it that can be tried.</summary>
internal static partial class Dockerfile
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Path, "Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal);

    /// <summary>Words after <c>dotnet</c> that publish the portal, with another folder to publish to.</summary>
    public static string[] Publish(string folder) =>
        [.. Only(PublishLine()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "/portal" ? folder : word)];

    /// <summary>The program that the image starts, below the folder that was published to.</summary>
    public static string Program => Only(EntryPoint());

    /// <summary>Debian packages that the image installs by name.</summary>
    public static string[] Packages => Only(Install()).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Settings that the image starts with.</summary>
    public static IReadOnlyDictionary<string, string> Environment =>
        Only(Settings()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);

    /// <summary>Whether a line stands in the second stage, as it is.</summary>
    public static bool Says(string line) => Text.Split("FROM ")[^1].Split('\n').Contains(line);

    private static string Only(Regex line) => Assert.Single(line.Matches(Text)).Groups[1].Value;

    [GeneratedRegex(@"^RUN dotnet (publish .*)$", RegexOptions.Multiline)]
    private static partial Regex PublishLine();

    [GeneratedRegex("""^ENTRYPOINT \["dotnet", "/portal/(.*)"\]$""", RegexOptions.Multiline)]
    private static partial Regex EntryPoint();

    [GeneratedRegex(@"apt-get install -y --no-install-recommends ([a-z0-9 -]+)")]
    private static partial Regex Install();

    [GeneratedRegex(@"^ENV (.*)$", RegexOptions.Multiline)]
    private static partial Regex Settings();
}
