namespace KhokNongNa.Portal.Knowledge.Exchange;

internal static class FileSlug
{
    /// <summary>Nothing when the title makes the same one.</summary>
    public static string Written(string? slug, string title) => slug is null || slug == Thai.Slug.From(title) ? "" : slug;
}
