using System.Reflection;
using System.Text.RegularExpressions;
using KhokNongNa.Web.Tests.Processes;

namespace KhokNongNa.Web.Tests.Security;

/// <summary>What the sources must not hold.</summary>
public sealed partial class SourceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Letters of the patterns, long, and an end that fits nothing, so that a pattern which tries again and again does.</summary>
    private static readonly string[] Pumped = [.. ((string[])["a", "1", "ก", " ", "a.", "1,", "1.", "a-a.", "วันก", "เดือน ", "ก. ก.", "พ. ศ.", "<img", "<img a=\"", " a=\"b\"", "--a:", "--a: var(--day, ", "/", "0", "(", "-"])
        .Select(part => string.Concat(Enumerable.Repeat(part, 3_000)) + "\u0001!")];

    public static TheoryData<string> Patterns => [.. Assemblies().SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Select(m => m.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern).OfType<string>()];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_pattern_can_be_kept_busy(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        foreach (var text in Pumped)
        {
            Assert.True(regex.Count(text) >= 0);
        }
    }

    [Fact]
    public void All_patterns_are_found() => Assert.True(Patterns.Count >= 12);

    [Theory]
    [InlineData(@"new Regex\(|Regex\.(IsMatch|Match|Matches|Replace|Split)\(", "a pattern that no test sees")]
    [InlineData(@"FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw", "SQL put together as text")]
    [InlineData(@"BinaryFormatter|TypeNameHandling|JsonSerializerSettings|XmlSerializer|NetDataContract", "a reader that makes any type")]
    [InlineData(@"EnableSensitiveDataLogging|IncludeErrorDetail", "values in the log")]
    [InlineData(@"\bMD5\b|\bSHA1\b|\bDES\b|new Random\(|Random\.Shared", "weak cryptography")]
    [InlineData(@"ServerCertificateCustomValidation|DangerousAccept|RemoteCertificateValidation", "certificates that nobody checks")]
    [InlineData("(?i)(password|secret|apikey)\\s*=\\s*\"[^\"]+\"", "a secret")]
    [InlineData(@"Process\.Start", "another program")]
    public void The_sources_hold_none_of(string pattern, string what)
    {
        var regex = new Regex(pattern, RegexOptions.None, Patience);
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Path, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => regex.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Path, file));
        Assert.True(!found.Any(), $"{what}: {string.Join(", ", found)}");
    }

    private static IEnumerable<Assembly> Assemblies() => [typeof(Program).Assembly, typeof(Portal.ThaiTime).Assembly, typeof(Search.SearchIndex).Assembly, typeof(Thai.ThaiWords).Assembly];
}
