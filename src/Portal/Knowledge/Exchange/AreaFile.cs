using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary><c>areas/areas.csv</c>: official areas, parents first.</summary>
internal static class AreaFile
{
    public const string Name = "areas/areas.csv";

    private static readonly string[] Header = ["code", "name_th", "name_en", "postcode", "lat", "lon"];

    public static async Task ImportAsync(PortalDb db, string folder, ImportReport report, int batchSize, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken)));
        var known = await db.ImportedFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Type == "areas" && f.Key == Name, cancellationToken);
        if (known?.Hash == hash)
        {
            report.Unchanged++;
            return;
        }

        var areas = Read(path, report);
        var isWhole = report.Rejected == 0;
        foreach (var batch in areas.Chunk(batchSize))
        {
            await db.InTransaction(() => WriteAsync(db, batch, now, cancellationToken), cancellationToken);
        }

        if (!isWhole)
        {
            // Not remembered, so that the next import tells of it again.
            return;
        }

        // Last, so that an import that was cut off half-way starts over.
        await db.InTransaction(
            async () =>
            {
                var file = await db.ImportedFiles.SingleOrDefaultAsync(f => f.Type == "areas" && f.Key == Name, cancellationToken);
                if (file is null)
                {
                    db.ImportedFiles.Add(new ImportedFile { Type = "areas", Key = Name, Hash = hash, Mark = areas.Count });
                    report.New++;
                }
                else
                {
                    (file.Hash, file.Mark) = (hash, areas.Count);
                    report.Changed++;
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static async Task WriteAsync(PortalDb db, Area[] batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var codes = batch.Select(a => a.Code).ToList();
        var held = await db.Areas.AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, cancellationToken);
        foreach (var area in batch.Where(a => !held.TryGetValue(a.Code, out var old) || !old.SaysTheSame(a)))
        {
            db.Entry(area).State = held.ContainsKey(area.Code) ? EntityState.Modified : EntityState.Added;
        }

        if (db.ChangeTracker.Entries<Area>().Any(a => a.State == EntityState.Modified))
        {
            // Nothing lies in an area that was not there before; a known one's name stands in search and on pages.
            db.Note(Verbs.AreasRenamed, Actor.System, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static List<Area> Read(string path, ImportReport report)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        try
        {
            if (csv.Read() && csv.ReadHeader() && Header.All(csv.HeaderRecord!.Contains))
            {
                return Rows(csv, report);
            }

            report.Add(new Finding(Name, 1, IsError: true, $"หัวตารางต้องเป็น {string.Join(',', Header)}"));
        }
        catch (CsvHelperException)
        {
            report.Add(new Finding(Name, csv.Parser.Row, IsError: true, "อ่านตารางไม่ได้ โปรดดูเครื่องหมายคำพูดและจำนวนช่อง"));
        }

        return [];
    }

    private static List<Area> Rows(CsvReader csv, ImportReport report)
    {
        var areas = new Dictionary<string, Area>();
        while (csv.Read())
        {
            var code = csv.GetField("code") ?? "";
            if (!Area.IsCode(code) || (code.Length > 2 && !areas.ContainsKey(code[..^2])))
            {
                report.Add(new Finding(Name, csv.Parser.Row, IsError: true, $"รหัสพื้นที่ «{code}» ต้องมี 2, 4 หรือ 6 หลัก และอยู่ใต้พื้นที่ที่มาก่อน"));
                continue;
            }

            areas[code] = Area.Create(
                code,
                EntryRules.Line(csv.GetField("name_th") ?? ""),
                csv.GetField("name_en") ?? "",
                csv.GetField("postcode") ?? "",
                Degrees(csv.GetField("lat")),
                Degrees(csv.GetField("lon")));
        }

        return [.. areas.Values];
    }

    public static string Write(IEnumerable<Area> areas)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        Row(Header);
        foreach (var area in areas)
        {
            Row(area.Code, area.NameTh, area.NameEn, area.Postcode, Text(area.Latitude), Text(area.Longitude));
        }

        csv.Flush();
        return text.ToString();

        void Row(params string[] fields)
        {
            foreach (var field in fields)
            {
                csv.WriteField(field);
            }

            csv.NextRecord();
        }
    }

    private static double? Degrees(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(double? degrees) => degrees?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
