using System.Globalization;
using KhokNongNa.Portal;

namespace KhokNongNa.Web.Hosting;

/// <summary>The portal's settings, from the environment; README lists them.</summary>
public sealed class PortalSettings
{
    /// <summary>Database, index, media and pictures.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder that is imported at start; <c>null</c> → none.</summary>
    public required string? ContentFolder { get; init; }

    /// <summary>Whether the seed's sages, centres and plots go in.</summary>
    public required bool WithNetwork { get; init; }

    public required string ConnectionString { get; init; }

    public required string Theme { get; init; }

    /// <summary>Where a running clock starts; <c>null</c> → now. Development and tests only.</summary>
    public required DateTimeOffset? Clock { get; init; }

    /// <summary>How long ways to reach sages stay after somebody last confirmed them.</summary>
    public required int ContactMonths { get; init; }
    /// <summary>Who answers for the personal data, with how to reach them; <c>null</c> → not said.</summary>
    public required string? Controller { get; init; }

    public string IndexFolder => Path.Combine(DataFolder, "index");

    public string MediaFolder => Path.Combine(DataFolder, "media");

    /// <summary>Pictures that people uploaded.</summary>
    public string PicturesFolder => Path.Combine(DataFolder, "pictures");

    public static PortalSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var repository = environment.IsDevelopment() ? FindRepository() : null;
        var data = configuration["Portal:DataFolder"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : repository is not null ? Path.Combine(repository, "data") : "/data";
        var content = configuration["Portal:Content"];
        return new()
        {
            DataFolder = data,
            WithNetwork = content != "network-off",
            ContentFolder = content switch
            {
                "off" => null,
                null or "" or "network-off" => Path.Combine(repository ?? AppContext.BaseDirectory, "content"),
                var other => Path.GetFullPath(other),
            },
            ConnectionString = configuration.GetConnectionString("Portal") is { Length: > 0 } given ? given : $"Data Source={Path.Combine(data, "portal.db")}",
            Theme = configuration["Portal:Theme"] is { Length: > 0 } theme ? theme : "default",
            ContactMonths = ParseMonths(configuration["Portal:ContactMonths"]),
            Controller = configuration["Portal:Controller"] is { } who && who.Trim().Length > 0 ? who.Trim() : null,
            Clock = environment.IsProduction() ? null : ParseClock(configuration["Portal:Clock"]),
        };
    }

    // The built program lies some folders below the repository; a published one has none above it.
    private static string? FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KhokNongNa.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static int ParseMonths(string? text) =>
        string.IsNullOrEmpty(text) ? 24
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= 1200 ? months
        : throw new PortalException("setting.contact-months", $"Portal__ContactMonths เป็นจำนวนเดือน 1 ถึง 1200 ไม่ใช่ «{text}»");

    private static DateTimeOffset? ParseClock(string? text) => string.IsNullOrEmpty(text)
        ? null
        : DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>A running clock that began at another time.</summary>
public sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
