using KhokNongNa.Web.Site.Cards;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhokNongNa.Web.Site;

/// <summary>What the layout says of a page: title, description, lasting address, and which part of the site is lit.</summary>
/// <param name="Canonical">Path of the page's one address; <c>null</c> for pages that have none, such as errors.</param>
/// <param name="IsIndexed">Whether search engines may keep it.</param>
public sealed record PageHead(string Title, string Description = "", string? Canonical = null, Section Section = Section.None, bool IsIndexed = true)
{
    /// <summary>Path of the picture that goes along when the page is shared.</summary>
    public string Card { get; init; } = ShareCard.SitePath;

    /// <summary>What kind of thing the page is, in the words of Open Graph.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>The same facts for machines, as JSON-LD; <c>null</c> → none.</summary>
    public string? Data { get; init; }

    /// <summary>Where a reader says that something here is not right; <c>null</c> for pages that are only lists.</summary>
    public string? ReportUrl => Canonical?.Split('?')[0] is { } path && path.Split('/') is ["", "lessons" or "articles" or "pages" or "sages" or "centres" or "topics" or "bases", _]
        ? $"/report?of={Uri.EscapeDataString(path)}"
        : null;

    /// <summary>The head of a further page of a list: its title says which, so that pages can be told apart, and it is its own address.</summary>
    public PageHead OnPage(int number) => number > 1
        ? this with { Title = $"{Title} หน้า {number}", Canonical = Canonical is null ? null : $"{Canonical}?page={number}" }
        : this;
}

/// <summary>Parts of the site in the navigation.</summary>
public enum Section
{
    None,
    Home,
    Search,
    Topics,
    Sages,
    Centres,
}

public static class PageHeadData
{
    private const string Key = "Head";

    public static PageHead Head(this ViewDataDictionary data) => data[Key] as PageHead ?? new PageHead("");

    public static void SetHead(this ViewDataDictionary data, PageHead head) => data[Key] = head;
}
