using System.Globalization;
using KhokNongNa.Portal.Programme.Links;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhokNongNa.Web.Studio.Rounds.Links;

/// <summary>A new link on its way from the form to the printer: sealed in the officer's own browser, kept nowhere else, shown once.</summary>
internal sealed record MadeLink(LinkKind Kind, DateOnly Until, string Token)
{
    private const string Key = "RoundLink";

    public static void Keep(ITempDataDictionary pages, LinkKind kind, DateOnly until, string token) =>
        pages[Key] = $"{kind} {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {token}";

    public static MadeLink? Take(ITempDataDictionary pages) => (pages[Key] as string)?.Split(' ') is [var kind, var until, var token]
        ? new(Enum.Parse<LinkKind>(kind), DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture), token)
        : null;
}
