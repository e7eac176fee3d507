using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;

namespace KhokNongNa.Portal;

/// <summary>Addresses of what readers see. Thai letters stand as they are; links and headers encode them.</summary>
public static class Urls
{
    public static string Entry(EntryType type, string slug) => $"/{type.Code()}s/{slug}";

    public static string Of(Topic topic) => $"/topics/{topic.Slug}";

    public static string Of(LearningBase learningBase) => $"/bases/{learningBase.Slug}";

    public static string Of(Sage sage) => $"/sages/{sage.Code}";

    public static string Of(Centre centre) => $"/centres/{centre.Slug}";

    public static string Of(Directive directive) => $"/directives/{directive.Slug}";

    public static string Of(Area area) => $"/areas/{area.Code}";
}
