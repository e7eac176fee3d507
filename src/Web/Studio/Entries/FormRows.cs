using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Web.Studio.Entries;

public sealed class SourceRow
{
    public string Title { get; set; } = "";

    public string Url { get; set; } = "";

    public string Read { get; set; } = "";

    internal bool IsEmpty => (Title + Url + Read).Trim().Length == 0;
}

public sealed class MaterialRow
{
    public string Name { get; set; } = "";

    public string Amount { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Cost { get; set; } = "";

    public string Note { get; set; } = "";

    internal bool IsEmpty => (Name + Amount + Unit + Cost + Note).Trim().Length == 0;
}

public sealed class StepRow
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string Minutes { get; set; } = "";

    /// <summary>Path of a drawing of content.</summary>
    public string Image { get; set; } = "";

    /// <summary>Id of an uploaded picture, which goes before a drawing; empty → none.</summary>
    public string Picture { get; set; } = "";

    public string Alt { get; set; } = "";

    internal static StepRow From(Step step, string minutes) => new()
    {
        Title = step.Title,
        Text = step.Text,
        Minutes = minutes,
        Image = PictureName.Is(step.Image) ? "" : step.Image,
        Picture = PictureName.Parse(step.Image)?.ToString() ?? "",
        Alt = step.Alt,
    };

    internal Step ToStep(int? minutes) => new(Title, Text, minutes, Guid.TryParse(Picture, out var id) ? PictureName.Of(id) : Image, Alt);

    internal bool IsEmpty => (Title + Text + Minutes + Image + Picture + Alt).Trim().Length == 0;
}

public sealed class ProblemRow
{
    public string Trouble { get; set; } = "";

    public string Fix { get; set; } = "";

    internal bool IsEmpty => (Trouble + Fix).Trim().Length == 0;
}
