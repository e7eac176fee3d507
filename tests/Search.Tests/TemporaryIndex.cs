namespace KhokNongNa.Search.Tests;

/// <summary>An empty index in a folder that goes when the test ends.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("search-tests-");

    public TemporaryIndex() => Index = SearchIndex.Open(Folder);

    public string Folder => Path.Combine(_place.FullName, "index");

    public SearchIndex Index { get; private set; }

    /// <summary>A copy of the folder as it is on disk now: what a process that is killed here would leave.</summary>
    public string CopyAsKilled()
    {
        var copy = Path.Combine(_place.FullName, "killed-" + Guid.CreateVersion7().ToString("N"));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Reopen()
    {
        Index.Dispose();
        Index = SearchIndex.Open(Folder);
    }

    public void Dispose()
    {
        Index.Dispose();
        _place.Delete(recursive: true);
    }
}
