using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Web.Studio.Audit;

namespace KhokNongNa.Web.Hosting;

/// <summary>What the program does beside serving. Each answers an exit code: 0 done, 1 done with refusals or not done, 2 asked wrongly.</summary>
internal static class CommandLine
{
    public delegate Task<int> Run(IServiceProvider services, string[] args, CancellationToken cancellationToken);

    private static readonly Dictionary<string, (Range Words, string Usage, Run Run)> Verbs = new()
    {
        ["migrate"] = (1..1, "migrate", MigrateAsync),
        ["import"] = (2..2, "import <folder>", ImportAsync),
        ["export"] = (2..2, "export <folder>", ExportAsync),
        ["reindex"] = (1..1, "reindex", ReindexAsync),
        ["wipe-synthetic"] = (1..1, "wipe-synthetic", WipeAsync),
        ["create-admin"] = (2..2, "create-admin <name>", CreateAdministratorAsync),
        ["audit"] = (2..3, "audit verify [head]", AuditAsync),
    };

    /// <summary><c>null</c> → serve. A first word that is no option and no verb is answered with the list of verbs.</summary>
    public static Run? Find(string[] args)
    {
        if (args is not [{ } word, ..] || word.StartsWith('-') || word.Contains('='))
        {
            return null;
        }

        return Verbs.TryGetValue(word, out var verb) && args.Length >= verb.Words.Start.Value && args.Length <= verb.Words.End.Value ? verb.Run : HelpAsync;
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        try
        {
            var report = await services.ImportAsync(Path.GetFullPath(args[1]), withNetwork: true, cancellationToken);
            Console.WriteLine(report);
            return report.Rejected > 0 ? 1 : 0;
        }
        catch (PortalException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var folder = Path.GetFullPath(args[1]);
        var files = await scope.ServiceProvider.GetRequiredService<ContentExporter>().ExportAsync(folder, cancellationToken);
        Portal.Media.MediaFiles.Copy(services.GetRequiredService<PortalSettings>().MediaFolder, Path.Combine(folder, "media"));
        Console.WriteLine($"ส่งออก {files} ไฟล์ไปที่ {folder}");
        return 0;
    }

    private static async Task<int> ReindexAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().RequestReindexAsync(
            Actor.System, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        Console.WriteLine("ขอทำดัชนีใหม่แล้ว เครื่องที่เปิดอยู่จะทำทันที ถ้าไม่มีเครื่องเปิดอยู่จะทำเมื่อเปิดครั้งต่อไป");
        return 0;
    }

    private static async Task<int> WipeAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var gone = await scope.ServiceProvider.GetRequiredService<PortalDb>().WipeSyntheticAsync(
            Actor.System, services.GetRequiredService<TimeProvider>(), cancellationToken);
        Console.WriteLine($"ลบข้อมูลสมมติแล้ว ปราชญ์ {gone.Sages} คน ศูนย์เรียนรู้ {gone.Centres} แห่ง แปลง {gone.Plots} แปลง การนำเข้าครั้งต่อไปจะไม่เอากลับมา");
        return 0;
    }

    private static async Task<int> CreateAdministratorAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        try
        {
            var code = await scope.ServiceProvider.GetRequiredService<PortalDb>().CreateAdministratorAsync(
                args[1], services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
            Console.WriteLine($"เปิดลิงก์นี้ในเบราว์เซอร์เพื่อตั้ง PIN ใช้ได้ครั้งเดียวภายใน {Invitation.Lasts.Days} วัน");
            Console.WriteLine($"<ที่อยู่ของพอร์ทัล>/sign-in/invitation/{code}");
            return 0;
        }
        catch (PortalException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static async Task<int> AuditAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        var anchor = args.Length > 2 ? args[2].ToLowerInvariant() : null;
        if (args[1] != "verify" || (anchor is not null && !JournalAudit.IsHead(anchor)))
        {
            return await HelpAsync(services, args, cancellationToken);
        }

        await services.MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var verdict = await JournalAudit.VerifyAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), cancellationToken, anchor);
        Console.WriteLine(VerdictWords.Of(verdict));
        if (anchor is not null)
        {
            Console.WriteLine(VerdictWords.OfAnchor(verdict));
        }

        return verdict.FirstBroken is null && (anchor is null || verdict.AnchorAt is not null) ? 0 : 1;
    }

    private static async Task<int> HelpAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("คำสั่ง: (ไม่มี) = เปิดพอร์ทัล, " + string.Join(", ", Verbs.Values.Select(v => v.Usage)));
        return 2;
    }
}
