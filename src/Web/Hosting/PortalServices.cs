using System.Text.Encodings.Web;
using System.Text.Unicode;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge.Exchange;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Notifications;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace KhokNongNa.Web.Hosting;

public static class PortalServices
{
    /// <summary>Settings, clock, database, import and export, search, notices.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        // A built but not published portal finds its assets by this; in a published one it does nothing.
        builder.WebHost.UseStaticWebAssets();
        // The database is the portal's own, so keys without a second lock are no news.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        var settings = PortalSettings.From(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<ServedFolder>();
        builder.Services.AddSingleton(settings.Clock is { } start ? new ShiftedClock(start) : TimeProvider.System);
        builder.Services.AddDataProtection().SetApplicationName("KhokNongNa");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeyRing(services.GetRequiredService<IServiceScopeFactory>())));

        // Thai stays Thai in HTML instead of &#xE01;, a third of the size.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        builder.Services.AddPortalDb(settings.ConnectionString);
        builder.Services.AddScoped<ContentImporter>();
        builder.Services.AddScoped<ContentExporter>();
        builder.Services.AddPictures(settings.PicturesFolder).AddSingleton<Portal.Programme.LiveBoard>();
        builder.Services.AddSearching(settings.IndexFolder);
        builder.Services.AddOnceFollower<NoticeFollower>();
        builder.Services.AddHostedService<JournalHeadLog>();
        builder.Services.AddHostedService<RecurringWork>();
        builder.Services.AddSingleton<IntakeBell>();
        builder.Services.AddHostedService<IntakeWork>();
        builder.Services.AddHostedService<PictureWork>();
    }
}
