using System.Text.RegularExpressions;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Media;

/// <summary>How a text names an uploaded picture where it could name a file: <c>picture:0199…</c>, as a step's picture or in its body as <c>![…](picture:0199…)</c>.</summary>
public static partial class PictureName
{
    private const string Start = "picture:";

    public static string Of(Guid id) => $"{Start}{id}";

    /// <summary>As it is written in a body.</summary>
    public static string Markdown(Guid id, string alt) => $"![{alt.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}]({Of(id)})";

    /// <summary>Whether it is meant to be one, known or not.</summary>
    public static bool Is(string image) => image.StartsWith(Start, StringComparison.Ordinal);

    /// <summary><c>null</c> for a file's path, and for what no picture can be called.</summary>
    public static Guid? Parse(string image) => Is(image) && Guid.TryParseExact(image[Start.Length..], "D", out var id) ? id : null;

    /// <summary>Pictures that the steps and the body use, each once.</summary>
    public static IReadOnlyList<Guid> In(EntryContent content) =>
        [.. (content.Lesson?.Steps.Select(s => Parse(s.Image)).OfType<Guid>() ?? []).Concat(InBody(content)).Distinct()];

    /// <summary>Pictures that the body names. One that is only spoken of counts too: that asks for more consent, never for less.</summary>
    public static IReadOnlyList<Guid> InBody(EntryContent content) =>
        [.. Named().Matches(content.Body).Select(m => Guid.ParseExact(m.Groups[1].ValueSpan, "D")).Distinct()];

    [GeneratedRegex("picture:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")]
    private static partial Regex Named();
}
