using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>
/// A portal on 8 July 2564, 14:00, when the letter has come: two districts with plots and neither sages nor centres, an officer in each, and forms of the
/// province that ask for so little that a record can be made complete in a test.
/// </summary>
public sealed class JulyPortal : Support.Portal
{
    private static readonly string[] Emptied = ["sages/sage-nuan.md", "sages/sage-wichai.md", "sages/sage-khamphan.md", "centres/centre-khu-mueang.md", "centres/centre-ban-mai-chaiyaphot.md"];

    private static readonly Lazy<string> Content = new(CopyContent);

    private readonly MovedClock _clock;

    public JulyPortal()
        : this(new MovedClock(new DateTimeOffset(2021, 7, 8, 14, 0, 0, TimeSpan.FromHours(7))))
    {
    }

    private JulyPortal(MovedClock clock)
        : base(clock, ("Portal:Content", Content.Value)) => _clock = clock;

    public DateTimeOffset Now => _clock.GetUtcNow();

    public void MoveTo(DateTimeOffset moment) => _clock.MoveTo(moment);

    /// <summary>Members and forms of the province, once the content is there; the round asks by them.</summary>
    public async Task BeginAsync() => await AskAsync(async db =>
    {
        if (await db.FormDefinitions.AnyAsync(f => f.AreaCode == "31"))
        {
            return true;
        }

        await db.InTransaction(
            async () =>
            {
                db.Members.Add(Member.Join("วรรณา", Role.CdWorker, "3102", Actor.System, Now));
                db.Members.Add(Member.Join("วารี", Role.CdWorker, "3119", Actor.System, Now));
                Add(FormKind.Sage, Field("name", 40), Field("area", 40), Field("birth-year", 20) with { Required = false });
                Add(FormKind.Centre, Field("name", 40), Field("area", 40), Field("open", 20) with { Required = false });
                Add(FormKind.Activity, Field("name", 20), Field("kick-off", 10), Field("on", 20), Field("area", 10), Field("plot", 20), Field("sages", 20));
                await db.SaveChangesAsync();
            },
            default);
        var letter = await db.Directives.AsNoTracking().SingleAsync();
        return await db.WriteDirectiveAsync(
            letter.Id, letter.Version, letter.Number, letter.Subject, letter.Date, letter.AreaCode, letter.Text with { Forms = ["sage-31-1", "centre-31-1", "activity-31-1"] }, Actor.System, Now, default);

        void Add(FormKind kind, params FormField[] fields)
        {
            var form = FormDefinition.Create($"{kind.ToString().ToLowerInvariant()}-31-1");
            form.Write(kind, 1, "31", "แบบของจังหวัด", "", fields, Actor.System, Now);
            db.FormDefinitions.Add(form);
        }
    });

    private static FormField Field(string code, int weight) => new(
        code, "ข้อมูล", code switch { "name" => "ชื่อ", "birth-year" => "ปีเกิด", "on" => "วันที่จัด", "area" => "ตำบล", "plot" => "แปลง", "sages" => "ปราชญ์", "open" => "วันเปิด", _ => "จุดเริ่ม" },
        "", Required: true, weight, Visibility.Public, FieldType.Known, []);

    private static string CopyContent()
    {
        var (from, to) = (Path.Combine(Repository, "content"), Directory.CreateTempSubdirectory("khoknongna-content-").FullName);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var inside = Path.GetRelativePath(from, file);
            if (!Emptied.Contains(inside.Replace("network/", "", StringComparison.Ordinal)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, inside))!);
                File.Copy(file, Path.Combine(to, inside));
            }
        }

        return to;
    }

    /// <summary>Runs, from wherever it was put.</summary>
    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        private TimeSpan _offset = start - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _offset;

        public void MoveTo(DateTimeOffset moment) => _offset = moment - System.GetUtcNow();
    }
}
