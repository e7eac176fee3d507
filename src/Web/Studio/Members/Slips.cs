using System.Text.Json;
using KhokNongNa.Portal.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Slips on their way from the form to the printer: sealed in the officer's own browser, kept nowhere else, shown once.</summary>
internal static class Slips
{
    private const string Key = "Slips";

    public static void Add(ITempDataDictionary pages, IEnumerable<Slip> slips) =>
        pages[Key] = JsonSerializer.Serialize(Peek(pages).Concat(slips).TakeLast(Pins.MostSlips));

    public static IReadOnlyList<Slip> Peek(ITempDataDictionary pages) => Read(pages.Peek(Key));

    public static IReadOnlyList<Slip> Take(ITempDataDictionary pages) => Read(pages[Key]);

    private static List<Slip> Read(object? kept) => kept is string json ? JsonSerializer.Deserialize<List<Slip>>(json)! : [];
}
