using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Search;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SynonymPair = KhokNongNa.Portal.Searching.Words.SynonymPair;

namespace KhokNongNa.Web.Studio.Dictionary;

/// <summary>What people of this portal added to the words that search knows.</summary>
public sealed class DictionaryModel(PortalDb db, SearchIndex index, IndexFollower follower, CurrentMember current) : StudioPage(current)
{
    public bool IsSynonyms { get; private set; }

    public string Text { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + DictionaryQueries.PageSize - 1) / DictionaryQueries.PageSize);

    public IReadOnlyList<DictionaryWord> Words { get; private set; } = [];

    public IReadOnlyList<SynonymPair> Synonyms { get; private set; } = [];

    public IndexHealth Health { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? list, string? q, [FromQuery(Name = "page")] string? number, CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, ""))
        {
            return NotFound();
        }

        IsSynonyms = list == "synonyms";
        Text = q is { Length: > 200 } ? q[..200] : q ?? "";
        Number = PageNumber.Parse(number);
        if (IsSynonyms)
        {
            (Synonyms, Total) = await db.SynonymsAsync(Text, Number, cancellationToken);
        }
        else
        {
            (Words, Total) = await db.WordsAsync(Text, Number, cancellationToken);
        }

        Number = Math.Min(Number, Pages);
        Health = await IndexHealth.OfAsync(db, index, follower, cancellationToken);
        return Page();
    }

    public static string Address(bool synonyms) => synonyms ? "/studio/dictionary?list=synonyms" : "/studio/dictionary";

    public string PageUrl(int page) => QueryHelpers.AddQueryString(Address(IsSynonyms), new Dictionary<string, string?>
    {
        ["q"] = Text,
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
