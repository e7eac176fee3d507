using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Media;

/// <summary>How a text names an uploaded picture where it could name a file: <c>picture:0199…</c>.</summary>
public static class PictureName
{
    private const string Start = "picture:";

    public static string Of(Guid id) => $"{Start}{id}";

    /// <summary>Whether it is meant to be one, known or not.</summary>
    public static bool Is(string image) => image.StartsWith(Start, StringComparison.Ordinal);

    /// <summary><c>null</c> for a file's path, and for what no picture can be called.</summary>
    public static Guid? Parse(string image) => Is(image) && Guid.TryParseExact(image[Start.Length..], "D", out var id) ? id : null;

    /// <summary>Pictures that the steps use, each once.</summary>
    public static IReadOnlyList<Guid> In(EntryContent content) =>
        [.. content.Lesson?.Steps.Select(s => Parse(s.Image)).OfType<Guid>().Distinct() ?? []];
}
