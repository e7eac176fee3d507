using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security.OpenId;
using KhokNongNa.Web.Themes;

namespace KhokNongNa.Web.Hosting;

/// <summary>What is done before the first request: migrate, import, and in Development seed the members.</summary>
public static class Preparation
{
    public static async Task PrepareAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<OpenIdProviders>().Check();
        services.GetRequiredService<ThemeFolders>().Check();
        services.GetRequiredService<ServedFolder>().Take();
        // Loads the dictionary of the word breaker beside the database's work.
        var words = Task.Run(ThaiWords.Warm, cancellationToken);
        await services.MigrateAsync(cancellationToken);
        var settings = services.GetRequiredService<PortalSettings>();
        if (settings.ContentFolder is { } folder)
        {
            Console.WriteLine(await services.ImportAsync(folder, settings.WithNetwork, cancellationToken));
        }

        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await using var scope = services.CreateAsyncScope();
            await DevelopmentMembers.SeedAsync(
                scope.ServiceProvider.GetRequiredService<PortalDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        }

        await using var head = services.CreateAsyncScope();
        services.GetRequiredService<Api.Readiness>().HeadAtStart =
            (await head.ServiceProvider.GetRequiredService<PortalDb>().JournalHeadAsync(cancellationToken)).Seq;
        await words;
    }

    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.MigrateAsync(cancellationToken);
        await db.FillBlocksAsync(cancellationToken);
    }

    /// <summary>Imports a folder and prints what it found.</summary>
    public static async Task<ImportReport> ImportAsync(this IServiceProvider services, string folder, bool withNetwork, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<ContentImporter>().ImportAsync(folder, withNetwork, cancellationToken);
        var settings = services.GetRequiredService<PortalSettings>();
        foreach (var finding in report.Findings.Concat(MediaFiles.Copy(Path.Combine(folder, "media"), settings.MediaFolder)))
        {
            await Console.Error.WriteLineAsync(finding.ToString());
        }

        return report;
    }
}
