namespace KhokNongNa.Portal.Knowledge;

/// <summary>
/// Everything an entry says, as one immutable value: what a revision keeps, what a form fills and what front matter holds.
/// Topics, sages, centres and bases are named by their lasting keys, so a text can travel between portals.
/// </summary>
public sealed record EntryContent
{
    public string Title { get; init; } = "";

    /// <summary>Last part of the address when the writer chose one; empty → made from the title at first publication.</summary>
    public string Slug { get; init; } = "";

    /// <summary>One plain sentence: what the reader gains.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Markdown with the portal's blocks.</summary>
    public string Body { get; init; } = "";

    /// <summary>Keys of topics; the first is the main one.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Sages { get; init; } = [];

    public IReadOnlyList<string> Centres { get; init; } = [];

    public IReadOnlyList<string> Bases { get; init; } = [];

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public Licence Licence { get; init; }

    /// <summary>Only in a lesson, and always in a lesson.</summary>
    public LessonFields? Lesson { get; init; }
}

/// <summary>Where a statement was read.</summary>
/// <param name="Read">The day it was read.</param>
public sealed record Source(string Title, string Url, DateOnly? Read);

/// <summary>What others may do with a text.</summary>
public enum Licence
{
    /// <summary>CC BY: use freely, name who told it.</summary>
    CcBy,

    /// <summary>CC BY-NC: the same, not for trade.</summary>
    CcByNc,

    /// <summary>เฉพาะชุมชน: read by members only; use at home and in the community, ask before anything else.</summary>
    Community,

    /// <summary>ไม่เปิดเผย: for the sage, those whom the text names, and officers of the area.</summary>
    Closed,
}
