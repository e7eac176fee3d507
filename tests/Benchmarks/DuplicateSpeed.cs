using System.Diagnostics;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Benchmarks;

/// <summary>How long it takes to ask whether somebody is in a register of so many, and to look the whole register through. Names are invented.</summary>
internal static class DuplicateSpeed
{
    private const int Asked = 200;
    private const int Districts = 23;
    private const int Tambons = 8;
    private const int PerProvince = 5_000;

    private static readonly string[] Starts = ["บุญ", "สม", "ประ", "วิ", "สุ", "ทอง", "คำ", "จัน", "อุ", "มะ", "พร", "ศรี", "นิ", "ธน", "กิต", "ชัย", "อา", "เพ็ญ", "ละ", "รัต"];
    private static readonly string[] Ends = ["มี", "ชาย", "เสริฐ", "ชัย", "ดา", "ใบ", "ปัน", "ทร์", "ดม", "ลี", "ทิพย์", "นวล", "พนธ์", "พล", "ติ", "วัฒน์", "รี", "ศรี", "เอียด", "นา", "หมาย", "จิตร", "พงษ์", "สุข", "ไล"];
    private static readonly string[] Families = ["ใจ", "ทอง", "แสง", "บุญ", "ศรี", "วงศ์", "แก้ว", "พรม", "สาย", "คง", "ดี", "สุข", "เพชร", "ชัย", "มณี", "ราช", "จันทร์", "นาค", "ไชย", "อินทร์"];
    private static readonly string[] FamilyEnds = ["งาม", "ดี", "แก้ว", "มา", "สว่าง", "คำ", "ทา", "รัมย์", "ศักดิ์", "วงศ์", "ประโคน", "เจริญ", "โสภา", "นอก", "พงษ์", "สิงห์", "หาญ", "มาก", "กลาง", "พิมพ์", "เมือง", "ทรัพย์", "กล้า", "อินทร์", "ไทย"];

    public static async Task RunAsync(int people, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("khoknongna-duplicates-").FullName;
        await using var services = new ServiceCollection().AddLogging().AddPortalDb($"Data Source={Path.Combine(folder, "portal.db")}").BuildServiceProvider();
        var random = new Random(2021);
        var watch = Stopwatch.StartNew();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.MigrateAsync(default);
            for (var from = 0; from < people; from += 1_000)
            {
                var batch = Math.Min(1_000, people - from);
                await db.InTransaction(
                    async () =>
                    {
                        for (var at = from; at < from + batch; at++)
                        {
                            var sage = Sage.Create(null, FormattableString.Invariant($"b{at}"));
                            sage.Write(Person(random, at), "", Actor.System, DateTimeOffset.UnixEpoch, CheckState.Accepted);
                            db.Sages.Add(sage);
                        }

                        await db.SaveChangesAsync(default);
                    },
                    default);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{people:N0} people written in {watch.Elapsed.TotalSeconds:0.0} s"));
        watch.Restart();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDb>().FillBlocksAsync(default);
        }

        output.WriteLine(FormattableString.Invariant($"keys for all of them, once: {watch.Elapsed.TotalSeconds:0.0} s"));
        await AskAsync(services, random, output);
        await ScanAsync(services, "31", "a province", output);
        await ScanAsync(services, "", "the whole register", output);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AskAsync(ServiceProvider services, Random random, TextWriter output)
    {
        var times = new List<double>();
        var found = 0;
        for (var i = 0; i < Asked; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var watch = Stopwatch.StartNew();
            var like = await db.LikeAsync(Person(random, 0), Guid.CreateVersion7(), From("31"), default);
            times.Add(watch.Elapsed.TotalMilliseconds);
            found += like.Known.Count;
        }

        times.Sort();
        output.WriteLine(FormattableString.Invariant(
            $"one entry's question: median {times[Asked / 2]:0.0} ms, 95 % below {times[Asked * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms; {(double)found / Asked:0.0} shown"));
    }

    private static async Task ScanAsync(ServiceProvider services, string area, string name, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var records = await db.Sages.CountAsync(s => s.AreaCode.StartsWith(area));
        var watch = Stopwatch.StartNew();
        var (_, total) = await db.DuplicatesAsync(From(area), 1, default);
        output.WriteLine(FormattableString.Invariant($"pairs of {name} ({records:N0} people): {watch.Elapsed.TotalSeconds:0.00} s, {total:N0} pairs"));
    }

    private static Actor From(string area) => new(Guid.CreateVersion7(), [.. Roles.Permissions(Role.ProvinceOfficer).Select(p => new Grant(p, area))]);

    private static SageRecord Person(Random random, int at)
    {
        var (given, family) = (Pick(Starts) + Pick(Ends), Pick(Families) + Pick(FamilyEnds));
        var province = 31 + (at / PerProvince);
        var area = FormattableString.Invariant($"{province}{random.Next(1, Districts + 1):00}{random.Next(1, Tambons + 1):00}");
        return new($"{given} {family}", area, new() { GivenName = given, FamilyName = family, Nickname = at % 3 == 0 ? $"ลุง{Pick(Ends)}" : "", Body = "เรื่องเล่า" }, new());

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
