using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Reading;

/// <param name="Within">The area itself and what it lies in, smallest first.</param>
/// <param name="Below">Areas that lie in it, in dictionary order.</param>
/// <param name="Plots"><c>null</c> when there is none.</param>
public sealed record AreaView(
    string Code,
    string Title,
    IReadOnlyList<Link> Within,
    IReadOnlyList<Link> Below,
    IReadOnlyList<EntryCard> Lessons,
    IReadOnlyList<SageCard> Sages,
    IReadOnlyList<CentreCard> Centres,
    PlotTotal? Plots)
{
    /// <summary>All sages of the area, of whom the first few are shown.</summary>
    public int SageTotal { get; init; }

    /// <summary>Whether there is anything here yet: of the country's 8,457 areas few have, and search engines need not keep the others.</summary>
    public bool IsLivedIn => Lessons.Count + Sages.Count + Centres.Count > 0 || Plots is not null;
}

public static class AreaReading
{
    private const int MostSages = 12;

    public static async Task<AreaView?> AreaAsync(this PortalDb db, string code, CancellationToken cancellationToken)
    {
        var places = await db.PlacesAsync([code], cancellationToken);
        if (places.Chain(code).FirstOrDefault() is not { } area || area.Code != code)
        {
            return null;
        }

        var (sages, total) = await db.FirstSagesAsync(new SageFilter(Area: code), MostSages, withDeceased: true, cancellationToken);
        var below = await db.Areas.AsNoTracking()
            .Where(a => a.Code.StartsWith(code) && a.Code.Length == code.Length + 2)
            .OrderBy(a => a.SortKey)
            .ToListAsync(cancellationToken);
        return new(
            code,
            places.Name(code),
            [.. places.Chain(code).Select(a => new Link(a.ShortName, Urls.Of(a)))],
            [.. below.Select(a => new Link(a.ShortName, Urls.Of(a)))],
            await db.LiveTexts().Where(e => e.AreaCode.StartsWith(code)).Newest().Take(EntryLists.PageSize).CardsAsync(db, cancellationToken),
            sages,
            await db.PublicCentres().Where(c => c.AreaCode.StartsWith(code)).CardsAsync(db, cancellationToken),
            await db.PlotTotalAsync(code, cancellationToken))
        {
            SageTotal = total,
        };
    }

    /// <summary>The area and what it lies in, smallest first.</summary>
    internal static async Task<IReadOnlyList<Link>> AreaLinksAsync(this PortalDb db, string code, CancellationToken cancellationToken)
    {
        var places = await db.PlacesAsync([code], cancellationToken);
        return [.. places.Chain(code).Select(a => new Link(a.ShortName, Urls.Of(a)))];
    }

    /// <summary>«สำนักงานพัฒนาชุมชนอำเภอนางรอง»; empty where the district is not known. Bangkok's districts have their own offices.</summary>
    internal static async Task<string> OfficeAsync(this PortalDb db, string code, CancellationToken cancellationToken) =>
        (await db.PlacesAsync([code], cancellationToken)).Chain(code).FirstOrDefault(a => a.Code.Length == 4) is not { } district ? ""
        : district.NameTh.StartsWith("เขต", StringComparison.Ordinal) ? $"สำนักงาน{district.NameTh}"
        : $"สำนักงานพัฒนาชุมชนอำเภอ{district.NameTh}";

    /// <summary>Answers to the public own fields of the form that the record was filled in with, in the form's order.</summary>
    internal static async Task<IReadOnlyList<(string Label, string Text)>> PublicAnswersAsync(
        this PortalDb db, Registered record, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken) =>
        answers.Count == 0 || await db.FormOfAsync(record, cancellationToken) is not { } form
            ? []
            : [.. form.Fields
                .Where(f => f is { Type: not FieldType.Known, Visibility: Visibility.Public } && answers.GetValueOrDefault(f.Code, "").Length > 0)
                .Select(f => (f.Label, answers[f.Code]))];
}
