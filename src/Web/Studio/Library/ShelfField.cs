namespace KhokNongNa.Web.Studio.Library;

/// <summary>Where a picture is kept and what of it stays in sight.</summary>
/// <param name="Folders">Those that there are.</param>
public sealed record ShelfField(PictureForm Form, IReadOnlyList<string> Folders, IReadOnlyList<(string Field, string Message)> Wrong);
