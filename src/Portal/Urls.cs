using System.Globalization;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;

namespace KhokNongNa.Portal;

/// <summary>Addresses of what readers see. Thai letters stand as they are; links and headers encode them.</summary>
public static class Urls
{
    /// <summary>Letters of a UUID that say when it was made, with the dash.</summary>
    internal const int UuidTime = 13;

    public static string Entry(EntryType type, string slug) => $"/{type.Code()}s/{slug}";

    /// <summary>
    /// An address short enough for paper, which leads to the text's own: with the lasting name instead of the title. Of a name that is
    /// a UUID its first part, the time to a thousandth of a second, does.
    /// </summary>
    public static string ForPaper(EntryType type, string key) => Entry(type, Guid.TryParse(key, out _) ? key[..UuidTime] : key);

    /// <summary>As <see cref="ForPaper(EntryType, string)"/>, of a centre.</summary>
    public static string ForPaper(Centre centre) => $"/centres/{centre.Key}";

    public static string Of(Topic topic) => $"/topics/{topic.Slug}";

    public static string Of(LearningBase learningBase) => $"/bases/{learningBase.Slug}";

    public static string Of(Sage sage) => $"/sages/{sage.Code}";

    public static string Of(Centre centre) => $"/centres/{centre.Slug}";

    /// <summary>One of a centre's own bases.</summary>
    public static string Of(Centre centre, CentreBase one) => string.Create(CultureInfo.InvariantCulture, $"{Of(centre)}/bases/{one.Number}");

    public static string Of(Directive directive) => $"/directives/{directive.Slug}";

    /// <summary>A file of a picture, for readers.</summary>
    /// <param name="width">One of <see cref="PictureWidths"/>.</param>
    public static string Of(Asset picture, int width) => $"/pictures/{picture.Id}/{width}.webp{Hash(picture)}";

    /// <summary>The same for who works on it.</summary>
    public static string InStudio(Asset picture, int width) => $"/studio/pictures/{picture.Id}/{width}.webp{Hash(picture)}";

    public static string Of(Area area) => $"/areas/{area.Code}";

    // A replaced picture has another address, so that nobody keeps the former one for it.
    private static string Hash(Asset picture) => picture.FileHash.Length > 0 ? $"?v={picture.FileHash}" : "";
}
