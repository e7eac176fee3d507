using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Topics;

/// <summary>What was typed about a topic.</summary>
public sealed class TopicForm
{
    /// <summary>Version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>Id of a topic that is not there yet: the same form sent twice is one.</summary>
    public Guid NewId { get; set; }

    public string? Title { get; set; } = "";

    public string? Slug { get; set; } = "";

    /// <summary>Key of the upper topic; empty on the first level.</summary>
    public string? Parent { get; set; } = "";

    public string? Order { get; set; } = "";

    public string? Summary { get; set; } = "";

    /// <summary>A word a line.</summary>
    public string? Synonyms { get; set; } = "";

    public string? Body { get; set; } = "";

    public static TopicForm Of(Topic topic) => new()
    {
        Version = topic.Version,
        Title = topic.Title,
        Slug = topic.Slug,
        Parent = topic.ParentKey ?? "",
        Order = topic.Order.ToString(CultureInfo.InvariantCulture),
        Summary = topic.Summary,
        Synonyms = string.Join('\n', topic.Synonyms),
        Body = topic.Body,
    };

    /// <exception cref="PortalException">A field holds no value of its kind.</exception>
    public TermText Text() => !ThaiDigits.TryParseInt(Order ?? "", out var order)
        ? throw new PortalException("topic.order", $"ลำดับเป็นตัวเลข 0 ถึง {BaseWriting.MostOrder}", "Order")
        : new()
        {
            Title = Title ?? "",
            Slug = Slug ?? "",
            Parent = Parent ?? "",
            Order = order,
            Summary = Summary ?? "",
            Synonyms = (Synonyms ?? "").Split('\n'),
            Body = Body ?? "",
        };
}
