using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Reading;

/// <summary>Words that lead somewhere.</summary>
public sealed record Link(string Title, string Url);

/// <summary>A text in a list.</summary>
/// <param name="Topic">The main topic's title; empty when there is none.</param>
/// <param name="Facts">Lessons only.</param>
public sealed record EntryCard(
    Guid Id, EntryType Type, string Title, string Url, string Summary, string Topic, DateTimeOffset PublishedAt, LessonFields? Facts)
{
    /// <summary>Official code of where it is from.</summary>
    public string AreaCode { get; init; } = "";
}

/// <param name="Count">Live lessons and articles in the topic and below.</param>
public sealed record TopicCard(string Key, string Title, string Url, string Summary, int Count, IReadOnlyList<TopicCard> Children);

/// <param name="GoodAt">What the sage knows, in the sage's words.</param>
/// <param name="Lessons">Live lessons and articles told by the sage.</param>
public sealed record SageCard(
    Guid Id, string Name, string Url, string Kind, string Place, IReadOnlyList<string> GoodAt, int Lessons, bool IsDeceased, bool IsSynthetic)
{
    /// <summary>Official code of where the sage lives.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>«สอน», «พาทำ» …; nothing of the deceased.</summary>
    public IReadOnlyList<string> Can { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The portrait, with the consent to photos only.</summary>
    public PictureView? Portrait { get; init; }

    /// <summary>Day on which somebody last made sure that this still holds.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}

public sealed record CentreCard(Guid Id, string Name, string Url, string Kind, string Place, string Summary, bool IsSynthetic)
{
    /// <summary>Official code of where it lies.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>Its own page of the base that is spoken of; <c>null</c> when it has none.</summary>
    public Link? Base { get; init; }
}

/// <summary>One page of a longer list.</summary>
/// <param name="Page">1-based.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int Pages, int Total);
