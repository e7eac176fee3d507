namespace KhokNongNa.Web.Tests.Processes;

/// <summary>The folder that holds the solution.</summary>
internal static class Repository
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Content => System.IO.Path.Combine(Path, "content");

    /// <summary>Configuration that these tests were built in, as the artifacts folder writes it.</summary>
    public static string Configuration => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(System.IO.Path.Combine(folder.FullName, "KhokNongNa.sln")) ? folder.FullName : Find(folder.Parent!);
}
