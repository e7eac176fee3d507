using System.Globalization;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>What the library says of pictures.</summary>
public static class PictureWords
{
    private const long Megabyte = 1_024 * 1_024;

    /// <summary>In an address.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>What an address says; <c>null</c> for what it may not say.</summary>
    public static T? Parse<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Code(v) == code).Select(v => (T?)v).FirstOrDefault();

    public static string Name(PictureKind kind) => kind switch
    {
        PictureKind.Library => "คลังกลาง",
        PictureKind.Text => "เรื่อง",
        PictureKind.Record => "ทะเบียน",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Name(PictureSort sort) => sort switch
    {
        PictureSort.New => "ใหม่ก่อน",
        PictureSort.Old => "เก่าก่อน",
        PictureSort.Size => "ไฟล์ใหญ่ก่อน",
        PictureSort.Name => "คำบรรยาย ก–ฮ",
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    public static string Owner(Asset picture) => picture.OwnerType switch
    {
        Subjects.Portal => "คลังกลาง",
        Subjects.Entry => "รูปของเรื่อง",
        Subjects.Sage => "รูปของปราชญ์",
        Subjects.Centre => "รูปของศูนย์",
        _ => "รูปของทะเบียน",
    };

    public static string Size(long bytes) =>
        bytes < Megabyte ? $"{((bytes + 1_023) / 1_024).ToString("N0", CultureInfo.InvariantCulture)} KB" : $"{((double)bytes / Megabyte).ToString("N1", CultureInfo.InvariantCulture)} MB";

    /// <summary>How often it is used, in few words.</summary>
    public static string Uses(IReadOnlyCollection<PictureUsage> uses) => (uses.Count(u => u.IsLive), uses.Count(u => !u.IsLive)) switch
    {
        (0, 0) => "ยังไม่มีใครใช้",
        (var live, 0) => $"เผยแพร่อยู่ {live} ที่",
        (0, var draft) => $"ใช้ในร่าง {draft} ที่",
        var (live, draft) => $"เผยแพร่อยู่ {live} ที่ ใช้ในร่าง {draft} ที่",
    };

    /// <summary>Where a focus lies.</summary>
    public static string Name(Focus focus) => (focus.Y, focus.X) switch
    {
        (0, 0) => "กลางรูป",
        (0, < 0) => "ซ้าย",
        (0, > 0) => "ขวา",
        ( < 0, 0) => "บน",
        ( > 0, 0) => "ล่าง",
        ( < 0, < 0) => "ซ้ายบน",
        ( < 0, > 0) => "ขวาบน",
        ( > 0, < 0) => "ซ้ายล่าง",
        _ => "ขวาล่าง",
    };
}
