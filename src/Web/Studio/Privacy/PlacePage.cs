using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>Somebody whom the record of a place names.</summary>
/// <param name="Code">Which one of the place's people.</param>
/// <param name="Names">As the accepted and the latest wording say; empty → nobody.</param>
/// <param name="Wrong">What was wrong with the word that was typed.</param>
public sealed record PlacePerson(string Code, string Label, IReadOnlyList<string> Names, bool HasPhone, string Wrong = "");

/// <summary>People whom the record of a plot or a centre names, and forgetting them.</summary>
public abstract class PlacePage(PortalDb db, CurrentMember current, TimeProvider clock) : PrivacyPage(db, current, clock)
{
    public string Name { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Place { get; private set; } = "";

    public string RecordUrl { get; private set; } = "";

    public IReadOnlyList<PlacePerson> People { get; private set; } = [];

    /// <summary>Whether the place's own name may hold that of a person.</summary>
    public bool NameMayTell { get; private set; }

    /// <summary>«แปลง»</summary>
    public abstract string Noun { get; }

    protected async Task<IActionResult> ShowAsync<T>(Guid id, Func<T, IReadOnlyList<PlacePerson>> people, string path, CancellationToken cancellationToken)
        where T : Registered
    {
        if (await Db.ProtectedFor<T>(Actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } record)
        {
            return NotFound();
        }

        (Name, Number, RecordUrl) = (record.Name, record.Number ?? "", $"/studio/{path}/{id}");
        Place = (await Db.PlacesAsync([record.AreaCode], cancellationToken)).Name(record.AreaCode);
        People = people(record);
        var key = ThaiName.Key(Name);
        NameMayTell = People.SelectMany(p => p.Names).Select(n => ThaiName.Key(ThaiName.Parse(n).Given)).Any(given => given.Length >= 3 && key.Contains(given, StringComparison.Ordinal));
        return Page();
    }

    /// <summary>Erases, once the word is right; else the page says what is wrong beside that person.</summary>
    protected async Task<IActionResult> EraseAsync(Func<Task<IActionResult>> show, string? person, string? typed, Func<Task> erase)
    {
        var page = await show();
        if (page is NotFoundResult || People.FirstOrDefault(p => p.Code == person && p.Names.Count > 0) is not { } named)
        {
            return NotFound();
        }

        if (ThaiText.Normalize(typed ?? "").Trim() != EraseWord)
        {
            People = [.. People.Select(p => p == named ? p with { Wrong = $"ยังไม่ได้ลบอะไร พิมพ์ให้ตรงว่า «{EraseWord}»" } : p)];
            return page;
        }

        return await TryAsync(erase, $"ลบ{named.Label}แล้ว", Request.Path);
    }

    protected static IReadOnlyList<string> Names(params string[] names) => [.. names.Where(n => n.Length > 0).Distinct()];
}
