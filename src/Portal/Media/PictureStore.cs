namespace KhokNongNa.Portal.Media;

/// <summary>Files of uploaded pictures in one folder: <c>{last two letters of the id}/{id}/{name}</c>. The first letters tell the time, and would be the same for all.</summary>
public sealed class PictureStore(string folder)
{
    internal const string EvidenceFile = "evidence.jpg";

    /// <summary>Path of a picture in a width of <see cref="PictureWidths"/>.</summary>
    public string Picture(Guid id, int width) => Path.Combine(FolderOf(id), PictureWidths.File(width));

    public string Evidence(Guid id) => Path.Combine(FolderOf(id), EvidenceFile);

    internal async Task WriteAsync(Guid id, IReadOnlyList<PictureFile> files, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(FolderOf(id));
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(FolderOf(id), file.Name), file.Bytes, cancellationToken);
        }
    }

    internal void Delete(Guid id)
    {
        if (Directory.Exists(FolderOf(id)))
        {
            Directory.Delete(FolderOf(id), recursive: true);
        }
    }

    /// <summary>Every picture that has files. What is named otherwise is not the portal's.</summary>
    internal IEnumerable<Guid> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(path => Guid.TryParseExact(Path.GetFileName(path), "D", out var id) ? id : (Guid?)null)
        .OfType<Guid>();

    private string FolderOf(Guid id) => Path.Combine(folder, id.ToString()[^2..], id.ToString());
}
