using KhokNongNa.Portal.Media;

namespace KhokNongNa.Portal.Tests.Media;

public sealed class MediaFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("khoknongna-tests-").FullName;

    private string From => Path.Combine(_folder, "from");

    private string To => Path.Combine(_folder, "to");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Pictures_are_copied_with_their_folders_and_once()
    {
        Put("compost/layers.svg", 10);
        Put("a.PNG", 10);
        Put("b.webp", 2_000_000);

        Assert.Empty(MediaFiles.Copy(From, To));

        Assert.Equal(["a.PNG", "b.webp", "compost/layers.svg"], Copied());
        var copied = File.GetLastWriteTimeUtc(Path.Combine(To, "a.PNG"));
        Assert.Empty(MediaFiles.Copy(From, To));
        Assert.Equal(copied, File.GetLastWriteTimeUtc(Path.Combine(To, "a.PNG")));
    }

    [Fact]
    public void A_changed_picture_is_copied_again()
    {
        Put("a.svg", 10);
        MediaFiles.Copy(From, To);
        Put("a.svg", 20);

        MediaFiles.Copy(From, To);

        Assert.Equal(20, new FileInfo(Path.Combine(To, "a.svg")).Length);
    }

    [Fact]
    public void What_is_no_picture_or_too_large_is_told_and_left()
    {
        Put("a.html", 10);
        Put("b.svg.exe", 10);
        Put("big.png", 2_000_001);

        var findings = MediaFiles.Copy(From, To);

        Assert.Equal(["media/a.html", "media/b.svg.exe", "media/big.png"], findings.Select(f => f.File).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.False(f.IsError));
        Assert.Empty(Copied());
    }

    [Fact]
    public void Links_that_lead_out_of_the_folder_are_not_followed()
    {
        Directory.CreateDirectory(From);
        var secret = Directory.CreateDirectory(Path.Combine(_folder, "secret")).FullName;
        File.WriteAllText(Path.Combine(secret, "a.svg"), "secret");
        File.CreateSymbolicLink(Path.Combine(From, "b.svg"), Path.Combine(secret, "a.svg"));
        Directory.CreateSymbolicLink(Path.Combine(From, "folder"), secret);

        MediaFiles.Copy(From, To);

        Assert.Empty(Copied());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_error() => Assert.Empty(MediaFiles.Copy(From, To));

    private void Put(string name, int bytes)
    {
        var path = Path.Combine(From, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
    }

    private IEnumerable<string> Copied() => Directory.Exists(To)
        ? Directory.EnumerateFiles(To, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(To, f)).Order(StringComparer.Ordinal)
        : [];
}
