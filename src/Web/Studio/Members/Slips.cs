using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>
/// Slips on their way from the form to the printer: sealed in the officer's own browser, kept nowhere else, shown once. Only what the
/// database does not know: a cookie with sixty names is longer than proxies take.
/// </summary>
internal static class Slips
{
    private const string Key = "Slips";

    private const int IdLength = 32;

    public static void Add(ITempDataDictionary pages, IEnumerable<Slip> slips) => pages[Key] = string.Join(' ', Peek(pages)
        .Concat(slips.Select(s => (s.MemberId, s.Pin)))
        .GroupBy(s => s.MemberId, (_, ofOne) => ofOne.Last())
        .TakeLast(Pins.MostSlips)
        .Select(s => $"{s.MemberId:N}{s.Pin}"));

    public static IReadOnlyList<(Guid MemberId, string Pin)> Peek(ITempDataDictionary pages) => Read(pages.Peek(Key));

    public static IReadOnlyList<(Guid MemberId, string Pin)> Take(ITempDataDictionary pages) => Read(pages[Key]);

    private static List<(Guid MemberId, string Pin)> Read(object? kept) =>
        kept is string text ? [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => (Guid.ParseExact(s[..IdLength], "N"), s[IdLength..]))] : [];
}
