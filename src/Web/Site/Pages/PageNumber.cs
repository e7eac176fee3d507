using KhokNongNa.Thai;

namespace KhokNongNa.Web.Site.Pages;

internal static class PageNumber
{
    /// <summary>What stands in <c>?page=</c>; anything that is no page is the first. Lists bring it into their range.</summary>
    public static int Parse(string? text) => text is not null && ThaiDigits.TryParseInt(text, out var number) ? Math.Max(1, number) : 1;
}
