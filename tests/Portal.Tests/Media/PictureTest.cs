using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Media;

/// <summary>A test with a folder for pictures.</summary>
public abstract class PictureTest(TestDatabases databases) : PortalTest(databases)
{
    protected PictureStore Store => field ??= new(new MediaFolder(NewFolder("pictures")));

    protected Pictures Pictures => field ??= new(Store);

    protected IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(NewFolder("pictures"), "*", SearchOption.AllDirectories).Order()];

    /// <summary>Takes a picture and does the job of making its widths.</summary>
    protected async Task<Guid> AddAsync(
        byte[] file, AssetOwner? owner = null, AssetUse use = AssetUse.Picture, string alt = "ปูฟางรอบโคนต้น", Actor? by = null, string area = "3104", params Guid[] shows)
    {
        var id = await Portal.Read(db => db.AddPictureAsync(
            Pictures, new(new MemoryStream(file), owner ?? new(Subjects.Plot, Guid.CreateVersion7()), area, use, alt, shows), by ?? People.Somchai, Now, Stop));
        await Portal.Run(db => db.MakePictureAsync(Pictures, id, Stop));
        return id;
    }

    protected string PathOf(string name) => Path.Combine(NewFolder("pictures"), name);

    protected async Task<PortalException> RefusedAsync(byte[] file, AssetUse use = AssetUse.Picture)
    {
        var refusal = await Assert.ThrowsAsync<PortalException>(() => AddAsync(file, use: use));
        Assert.Empty(Files);
        return refusal;
    }

    protected Task<Asset> AssetAsync(Guid id) => Portal.Read(db => db.Assets.AsNoTracking().SingleAsync(a => a.Id == id, Stop));

    protected Task<Asset?> PublicAsync(Guid id) => Portal.Read(db => db.PublicPictureAsync(id, Stop));
}
