namespace KhokNongNa.Portal.Sites;

/// <summary>What stands around every page and is the office's to say.</summary>
public sealed record SiteText
{
    public string Name { get; init; } = "โคก หนอง นา";

    /// <summary>One line below the name.</summary>
    public string Line { get; init; } = "ความรู้ของปราชญ์ชุมชนบุรีรัมย์";

    /// <summary>Whom readers turn to; empty → nobody is named.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The office's telephone number, as people read it.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Colour of what is pressed, <c>#2b3580</c>; empty → the theme's.</summary>
    public string Accent { get; init; } = "";

    /// <summary>Colour of the ground that every page stands on; empty → the theme's.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Links of the footer, before those of pages.</summary>
    public IReadOnlyList<SiteLink> Menu { get; init; } = [];

    /// <summary>Shortcuts of the home page; none → nothing is shown there.</summary>
    public IReadOnlyList<SiteLink> Shortcuts { get; init; } = [];
}

/// <param name="Url">A path of the portal or an address of the web.</param>
public sealed record SiteLink(string Title, string Url);
