using KhokNongNa.Thai;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace KhokNongNa.Search.Storage;

/// <summary>
/// The folder that holds the generations and the file <c>current</c>, which names the one that answers.
/// That file is the only thing a swap changes, so that a process killed at any moment leaves the old or the new one.
/// </summary>
internal sealed class GenerationFolder(string path)
{
    private string PointerPath => Path.Combine(path, "current");

    /// <summary>
    /// The generation that <c>current</c> names, if it was made by <paramref name="version"/> with the same words and is whole.
    /// What cannot be read is no reason to fail: the index can be made again, and the portal must start.
    /// </summary>
    /// <exception cref="LockObtainFailedException">Another process has it open.</exception>
    public Generation? OpenCurrent(int version, ThaiLexicon lexicon)
    {
        try
        {
            if (PointedAt() is not { } name || name.Version != version || !Directory.Exists(PathOf(name)))
            {
                return null;
            }

            var generation = Generation.Open(name, PathOf(name), lexicon);
            if (generation.IsOfItsLexicon)
            {
                return generation;
            }

            generation.Dispose();
            return null;
        }
        catch (Exception e) when (e is not (LockObtainFailedException or OutOfMemoryException))
        {
            return null;
        }
    }

    /// <summary>An empty generation that is the current one.</summary>
    public Generation StartNew(int version, ThaiLexicon lexicon)
    {
        var generation = Create(version, lexicon);
        PointTo(generation.Name);
        return generation;
    }

    /// <summary>An empty generation under a name that no folder here has, so that what a killed process left is never written into.</summary>
    public Generation Create(int version, ThaiLexicon lexicon)
    {
        Directory.CreateDirectory(path);
        var last = Generations().Where(name => name.Version == version).Select(name => name.Number).DefaultIfEmpty(0).Max();
        var next = new GenerationName(version, last + 1);
        return Generation.Open(next, PathOf(next), lexicon);
    }

    public void PointTo(GenerationName name)
    {
        var temporary = PointerPath + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(name.ToString()));
            // Renaming before the bytes are on disk could leave an empty pointer after a power failure.
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PointerPath, overwrite: true);
    }

    public void DeleteAllBut(GenerationName kept)
    {
        foreach (var name in Generations().Where(name => name != kept).ToList())
        {
            Delete(name);
        }
    }

    /// <summary>Deletes what can be deleted; a file that is still read somewhere goes at the next start.</summary>
    public void Delete(GenerationName name)
    {
        try
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string PathOf(GenerationName name) => Path.Combine(path, name.ToString());

    private GenerationName? PointedAt() =>
        File.Exists(PointerPath) ? GenerationName.Parse(File.ReadAllText(PointerPath).Trim()) : null;

    private IEnumerable<GenerationName> Generations() =>
        Directory.EnumerateDirectories(path)
            .Select(folder => GenerationName.Parse(Path.GetFileName(folder)))
            .OfType<GenerationName>();
}
