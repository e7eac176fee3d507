using System.Diagnostics;
using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Media;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace KhokNongNa.Benchmarks;

/// <summary>
/// A photo as a phone sends it, held upright, to all its widths: how long until who sent it has an answer, how long the job takes after that, and
/// how much memory at the peak beside what unpacking the photo alone takes. The peak is that of the process, as the kernel counts it.
/// </summary>
internal static class PictureSpeed
{
    private const int Runs = 5;

    public static async Task RunAsync(int megapixels, TextWriter output)
    {
        if (!PictureLibrary.IsThere)
        {
            output.WriteLine("The library that draws is not here.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("khoknongna-pictures-").FullName;
        await using var services = new ServiceCollection().AddLogging().AddPortalDb($"Data Source={Path.Combine(folder, "portal.db")}").AddPictures(Path.Combine(folder, "pictures")).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (db, pictures) = (scope.ServiceProvider.GetRequiredService<PortalDb>(), services.GetRequiredService<Pictures>());
        await db.MigrateAsync(default);
        // What is needed only once is not measured.
        await MeasureAsync(db, pictures, Photo(1));

        var photo = Photo(megapixels);
        output.WriteLine(FormattableString.Invariant($"A JPEG of {megapixels} megapixels, {photo.Length / 1e6:0.0} MB, {Environment.ProcessorCount} processors"));
        var plain = Enumerable.Range(0, Runs).Select(_ => Peak(() => Unpack(photo))).Max();
        var runs = new List<(double Answer, double Job, long Peak)>();
        var worked = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Runs; i++)
        {
            runs.Add(await MeasureAsync(db, pictures, photo));
        }

        worked = Environment.CpuUsage.TotalTime - worked;
        var peak = runs.Max(r => r.Peak);
        output.WriteLine(FormattableString.Invariant($"taken in        {Median(runs.Select(r => r.Answer)):0.00} s"));
        output.WriteLine(FormattableString.Invariant($"widths made     {Median(runs.Select(r => r.Job)):0.00} s"));
        output.WriteLine(FormattableString.Invariant($"both            {Median(runs.Select(r => r.Answer + r.Job)):0.00} s, of one processor {worked.TotalSeconds / Runs:0.00} s"));
        output.WriteLine(FormattableString.Invariant($"peak memory     {peak / 1e6:0} MB over what was there; unpacking alone {plain / 1e6:0} MB; ratio {(double)peak / plain:0.0}"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double Answer, double Job, long Peak)> MeasureAsync(PortalDb db, Pictures pictures, byte[] photo)
    {
        var before = Begin();
        var watch = Stopwatch.StartNew();
        using var upload = new MemoryStream(photo);
        var id = await db.AddPictureAsync(pictures, new(upload, AssetOwner.Library, "3104", AssetUse.Picture, "photo", []), Actor.System, DateTimeOffset.UnixEpoch, default);
        var answer = watch.Elapsed.TotalSeconds;
        await db.MakePictureAsync(pictures, id, default);
        return (answer, watch.Elapsed.TotalSeconds - answer, Kilobytes("VmHWM:") * 1_024 - before);
    }

    private static void Unpack(byte[] photo)
    {
        using var lazy = Image.JpegloadBuffer(photo, access: Enums.Access.Sequential);
        using var whole = lazy.CopyMemory();
    }

    private static long Peak(Action act)
    {
        var before = Begin();
        act();
        return (Kilobytes("VmHWM:") * 1_024) - before;
    }

    // Sets the peak to what is there now.
    private static long Begin()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Kilobytes("VmRSS:") * 1_024;
    }

    private static long Kilobytes(string what) => long.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith(what, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    // Soft noise in three colours packs like a photo.
    private static byte[] Photo(int megapixels)
    {
        var height = (int)Math.Sqrt(megapixels * 1e6 * 3 / 4);
        var noise = Image.Gaussnoise(height * 4 / 3, height, mean: 128, sigma: 30, seed: 7).Gaussblur(1.5).Cast(Enums.BandFormat.Uchar);
        using var photo = noise.Bandjoin(noise.Flip(Enums.Direction.Horizontal), noise.Flip(Enums.Direction.Vertical)).Copy(interpretation: Enums.Interpretation.Srgb);
        return photo.Mutate(image => image.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer(q: 85, keep: Enums.ForeignKeep.All);
    }
}
