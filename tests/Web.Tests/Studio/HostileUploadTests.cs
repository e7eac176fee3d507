using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>What people send who mean harm, through the page that everybody sends pictures with.</summary>
[Collection(WritersPortal.Name)]
public sealed class HostileUploadTests(Support.Portal portal)
{
    [Fact]
    public async Task Each_hostile_file_is_answered_in_Thai_beside_the_field_and_the_portal_lives()
    {
        using var writer = await portal.MemberAsync("สายใจ");
        var pictures = await writer.ClickAsync(await writer.DraftAsync("รูปจากคนใจร้าย"), "รูปของเรื่อง");
        var hostile = Hostile.Files().ToList();
        Assert.InRange(hostile.Count, 30, 100);
        var wrong = new List<string>();
        foreach (var (name, file, told) in hostile)
        {
            var answer = await writer.UploadAsync(pictures, "เพิ่มรูปนี้", file, "IMG_0001.jpg", ("Picture.Alt", "ปูฟาง"));
            var said = answer.Document.QuerySelector("#File")?.ParentElement?.QuerySelector(".field-error")?.TextContent ?? $"({answer.Status})";
            if (answer.Status != 200 || !said.Contains(told, StringComparison.Ordinal) || answer.Value("Picture.Alt") != "ปูฟาง" || answer.Document.QuerySelector(".pictures li") is not null)
            {
                wrong.Add($"{name}: {answer.Status} {said}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(200, (await writer.GetAsync("/health")).Status);
        foreach (var good in (byte[][])[Photos.Jpeg(), Photos.Png(), Photos.WebP(), Photos.Avif(), Photos.Gif()])
        {
            pictures = await writer.UploadAsync(pictures, "เพิ่มรูปนี้", good, "รูป", ("Picture.Alt", "ปูฟาง"));
        }

        var taken = pictures.Document.QuerySelectorAll(".pictures img").Select(i => i.GetAttribute("src")!).ToList();
        Assert.Equal(5, taken.Count);
        foreach (var source in taken)
        {
            Assert.Equal("RIFF"u8.ToArray(), (await writer.OnceAsync(source)).Body[..4]);
        }
    }
}
