using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;

namespace KhokNongNa.Web.Hosting;

/// <summary>
/// One portal at a time serves a data folder, for the index in it has one writer. The lock is the operating system's: it is gone with
/// the process, however that ended. Import, export and the other verbs do not need it.
/// </summary>
internal sealed class ServedFolder(PortalSettings settings) : IDisposable
{
    private IDisposable? _lock;

    /// <exception cref="PortalException">Another portal serves this folder.</exception>
    public void Take() => _lock = FileLock.TryTake(Path.Combine(settings.DataFolder, "serving.lock"))
        ?? throw new PortalException("start.served", $"มีพอร์ทัลอื่นเปิดอยู่ที่โฟลเดอร์ข้อมูล {settings.DataFolder} แล้ว ปิดตัวนั้นก่อน หรือตั้ง Portal__DataFolder เป็นโฟลเดอร์อื่น");

    public void Dispose() => _lock?.Dispose();
}
