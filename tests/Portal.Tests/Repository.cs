namespace KhokNongNa.Portal.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Content { get; } = Path.Combine(Root(), "content");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KhokNongNa.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("KhokNongNa.sln is above no folder of the tests.");
        }

        return folder;
    }
}
