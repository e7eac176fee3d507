using KhokNongNa.Portal;
using KhokNongNa.Portal.Media;

namespace KhokNongNa.Web.Studio;

/// <summary>A picture as a form sends it; bind it as a property named <c>Picture</c> and show it with <c>_PictureField</c>.</summary>
public sealed class PictureForm
{
    public IFormFile? File { get; set; }

    public string Alt { get; set; } = "";

    /// <summary>Sages who are ticked as seen.</summary>
    public List<Guid> Shows { get; set; } = [];

    /// <summary>Folder of the library.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A <see cref="Portal.Media.Focus"/> as it is written.</summary>
    public string Focus { get; set; } = "";

    /// <summary>What was sent, for <see cref="AssetWriting.AddPictureAsync"/>.</summary>
    /// <param name="offered">Sages whom the form offers; a tick at anybody else was tampered with.</param>
    /// <exception cref="PortalException">No file was chosen.</exception>
    public NewPicture Read(AssetOwner owner, string area, AssetUse use, IReadOnlyList<SeenSage> offered) => new(
        File?.OpenReadStream() ?? throw new PortalException("picture.none", "โปรดเลือกรูปก่อน", "File"), owner, area, use, Alt, Ticked(offered));

    public IReadOnlyCollection<Guid> Ticked(IReadOnlyList<SeenSage> offered) => [.. offered.Select(s => s.Id).Where(Shows.Contains)];
}

/// <summary>The fields of a picture; they stand in a form that is <c>multipart/form-data</c> when a file is chosen.</summary>
/// <param name="Form">What was typed so far.</param>
/// <param name="Sages">Who may be seen in it; empty → not asked.</param>
/// <param name="Label">What to choose; <c>null</c> → the picture is there already.</param>
/// <param name="HasAlt">Whether it is described in words: pictures are, evidence is not.</param>
/// <param name="Example">Such words.</param>
public sealed record PictureField(
    PictureForm Form, IReadOnlyList<SeenSage> Sages, IReadOnlyList<(string Field, string Message)> Wrong, string? Label = "เลือกรูป หรือถ่ายใหม่", bool HasAlt = true,
    string Example = "ปูฟางหนาหนึ่งคืบ เว้นรอบโคนต้น");
