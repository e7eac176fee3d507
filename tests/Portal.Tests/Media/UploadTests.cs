using System.Text;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Tests.Databases;
using NetVips;

namespace KhokNongNa.Portal.Tests.Media;

public sealed class UploadTests(TestDatabases databases) : PictureTest(databases)
{
    [Fact]
    public async Task A_photo_is_kept_upright_in_four_widths_and_nothing_that_came_along_is()
    {
        var sent = Photos.WithPlace();
        Assert.Contains(Photos.Fields(sent), f => f.StartsWith("exif-ifd3-GPS", StringComparison.Ordinal));

        var id = await AddAsync(sent);

        var asset = await AssetAsync(id);
        Assert.Equal((1_600, 2_400), (asset.Width, asset.Height));
        Assert.Equal(Files.Sum(f => new FileInfo(f).Length), asset.Bytes);
        Assert.Equal(["1600.webp", "320.webp", "640.webp", "960.webp", "original"], Files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in Files)
        {
            AssertBare(await File.ReadAllBytesAsync(file, Stop));
            using var image = Image.NewFromFile(file);
            Assert.Equal(Path.GetFileName(file), image.Width == 2_000 ? "original" : $"{image.Width}.webp");
            Assert.Equal(image.Width * 3 / 2, image.Height);
        }
    }

    [Fact]
    public async Task Evidence_is_one_bare_JPEG_no_longer_than_two_thousand()
    {
        var id = await AddAsync(Photos.WithPlace(), use: AssetUse.Evidence, alt: "");

        var file = await File.ReadAllBytesAsync(PathOf(PictureStore.Evidence(id)), Stop);
        Assert.Equal(PathOf(PictureStore.Evidence(id)), Assert.Single(Files));
        AssertBare(file);
        using var image = Image.JpegloadBuffer(file);
        Assert.Equal((1_333, 2_000), (image.Width, image.Height));
        var asset = await AssetAsync(id);
        Assert.Equal((1_333, 2_000, ""), (asset.Width, asset.Height, asset.Alt));
    }

    [Theory]
    [InlineData(200, "320.webp 200")]
    [InlineData(320, "320.webp 320")]
    [InlineData(500, "320.webp 320", "640.webp 500")]
    [InlineData(900, "320.webp 320", "640.webp 640", "960.webp 900")]
    public async Task A_small_picture_is_never_made_larger(int width, params string[] expected)
    {
        var id = await AddAsync(Photos.Jpeg(width, 150));

        var files = new List<string>();
        foreach (var file in Files.Where(f => f.EndsWith(".webp", StringComparison.Ordinal)))
        {
            using var image = Image.NewFromFile(file);
            files.Add($"{Path.GetFileName(file)} {image.Width}");
        }

        Assert.Equal(expected, files.Order(StringComparer.Ordinal));
        Assert.Equal(width, (await AssetAsync(id)).Width);
    }

    [Fact]
    public async Task Every_kind_of_picture_is_taken_by_what_it_is()
    {
        foreach (var file in (byte[][])[Photos.Jpeg(), Photos.Png(), Photos.WebP(), Photos.Avif(), Photos.Gif(), Photos.Glass(), Photos.Inks(), Photos.Grey()])
        {
            await AddAsync(file);
            var evidence = await File.ReadAllBytesAsync(PathOf(PictureStore.Evidence(await AddAsync(file, use: AssetUse.Evidence, alt: ""))), Stop);
            using var image = Image.JpegloadBuffer(evidence);
            Assert.Equal((3, Enums.Interpretation.Srgb), (image.Bands, image.Interpretation));
        }
    }

    [Theory]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "HEIC ของไอโฟน")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0", "HEIC ของไอโฟน")]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0", "วิดีโอ")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "SVG")]
    [InlineData("MZ\u0090\0\u0003", "โปรแกรม")]
    [InlineData("\u007fELF\u0002", "โปรแกรม")]
    [InlineData("PK\u0003\u0004", "ไฟล์บีบอัด")]
    [InlineData("BM6\0\0\0", "BMP")]
    [InlineData("II*\0", "TIFF")]
    [InlineData("", "ว่างเปล่า")]
    [InlineData("sawasdee", "ไม่ใช่รูป")]
    [InlineData("\u00ff\u00d8", "ไม่ใช่รูป")]
    public async Task What_is_no_picture_is_refused_and_told_what_it_is(string file, string told)
    {
        foreach (var use in Enum.GetValues<AssetUse>())
        {
            var refusal = await RefusedAsync(Encoding.Latin1.GetBytes(file), use);

            Assert.Equal(("picture.format", "File"), (refusal.Code, refusal.Field));
            Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_also_something_else_is_refused_and_what_phones_append_is_not()
    {
        foreach (var (name, file, told) in Hostile.Files().Where(h => h.Name.Contains(" and ", StringComparison.Ordinal)))
        {
            var refusal = await RefusedAsync(file);
            Assert.True(refusal.Code == "picture.polyglot" && refusal.Message.Contains(told, StringComparison.Ordinal), $"{name}: {refusal.Message}");
        }

        // Packed pixels make four such letters now and then. A moment of film, and a second, smaller picture.
        await AddAsync([.. Photos.Jpeg(), .. Encoding.Latin1.GetBytes("\0\0\0\u0018ftypmp42\0\0\0\0mp42"), .. new byte[5_000]]);
        await AddAsync([.. Photos.Jpeg(), .. "<svg"u8, 0x8F, .. "<html"u8, 0, .. Photos.Jpeg(100, 80)]);
    }

    [Fact]
    public async Task The_job_makes_each_width_once_and_a_reader_who_comes_before_it_waits_for_the_same()
    {
        var id = await Portal.Read(db => db.AddPictureAsync(
            Pictures, new(new MemoryStream(Photos.Jpeg(1_000, 700)), new(Subjects.Plot, Guid.CreateVersion7()), "3104", AssetUse.Picture, "ฟาง", []), People.Somchai, Now, Stop));
        Assert.Equal("original", Path.GetFileName(Assert.Single(Files)));
        Assert.Equal([id], await Portal.Read(db => db.UnmadePicturesAsync(Stop)));
        var asset = await AssetAsync(id);

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Pictures.OpenAsync(asset, 320, Stop)));
        Assert.All(opened, stream => Assert.NotNull(stream));
        foreach (var stream in opened)
        {
            await stream!.DisposeAsync();
        }

        var made = Files.ToDictionary(f => f, File.GetLastWriteTimeUtc);
        Assert.Equal(5, made.Count);
        await Portal.Run(db => db.MakePictureAsync(Pictures, id, Stop));
        Assert.Empty(await Portal.Read(db => db.UnmadePicturesAsync(Stop)));
        made = Files.ToDictionary(f => f, File.GetLastWriteTimeUtc);
        await Portal.Run(db => db.MakePictureAsync(Pictures, id, Stop));
        Assert.Equal(made, Files.ToDictionary(f => f, File.GetLastWriteTimeUtc));
        // Nobody is sent the original, by whatever name.
        Assert.Null(await Pictures.OpenAsync(asset, 1_000, Stop));
    }

    [Fact]
    public async Task A_picture_that_ends_too_soon_is_refused()
    {
        foreach (var file in (byte[][])[Photos.Jpeg(1_500, 1_000), Photos.Png(1_500, 1_000), Photos.WebP(1_500, 1_000), Photos.Gif(600, 400), Photos.Avif(600, 400)])
        {
            foreach (var percent in (int[])[1, 30, 90])
            {
                Assert.Equal("picture.broken", (await RefusedAsync(file[..(file.Length * percent / 100)])).Code);
            }
        }
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(10_000, 5_001)]
    [InlineData(1_000_000, 1)]
    public async Task Too_many_pixels_are_refused_by_the_header_alone(int width, int height) =>
        Assert.Equal("picture.pixels", (await RefusedAsync(Photos.Promising(width, height))).Code);

    [Fact]
    public async Task A_file_larger_than_fifteen_megabytes_is_refused()
    {
        var file = Photos.Jpeg();
        Array.Resize(ref file, (15 * 1_024 * 1_024) + 1);

        Assert.Equal("picture.size", (await RefusedAsync(file)).Code);
    }

    [Fact]
    public async Task Any_bytes_at_all_are_a_picture_or_a_sentence()
    {
        var random = new Random(20261123);
        byte[][] seeds = [Photos.Jpeg(), Photos.Png(), Photos.WebP(), Photos.Gif(), Photos.Avif()];
        for (var i = 0; i < 300; i++)
        {
            byte[] file = [.. seeds[i % 5]];
            for (var change = random.Next(1, 60); change > 0; change--)
            {
                file[random.Next(i % 2 == 0 ? file.Length : 200)] = (byte)random.Next(256);
            }

            if (i % 7 == 0)
            {
                random.NextBytes(file.AsSpan(8));
            }

            try
            {
                await Pictures.TakeAsync(Guid.CreateVersion7(), new MemoryStream(file), (AssetUse)(i % 2), Stop);
            }
            catch (PortalException refusal)
            {
                Assert.Equal("File", refusal.Field);
            }
        }
    }

    [Fact]
    public async Task What_a_picture_shows_has_to_be_said_before_it_is_sent()
    {
        Assert.Equal("picture.alt", await Refused(() => AddAsync(Photos.Jpeg(), alt: " \u200b ")));
        Assert.Equal("picture.alt", await Refused(() => AddAsync(Photos.Jpeg(), alt: new string('ก', 301))));
        Assert.Empty(Files);
        Assert.Equal("ฟาง น\u0e49\u0e33", (await AssetAsync(await AddAsync(Photos.Jpeg(), alt: " ฟาง\nน\u0e49\u0e4d\u0e32 "))).Alt);
    }

    [Fact]
    public async Task Nothing_else_is_ever_opened_by_the_library()
    {
        await AddAsync(Photos.Jpeg());

        Assert.Throws<VipsException>(() => Image.NewFromBuffer(Photos.Tiff()));
    }

    [Fact]
    public async Task A_row_tells_of_the_picture_and_not_what_it_shows()
    {
        var owner = new AssetOwner(Subjects.Plot, Guid.CreateVersion7());
        var sage = Guid.CreateVersion7();
        await AddAsync(Photos.Jpeg(), owner, shows: sage);

        Assert.Equal(
            $$"""{"use":"picture","owner":"plot","owner-id":"{{owner.Id}}","area":"3104","width":400,"height":300,"shows":["{{sage}}"]}""",
            Assert.Single(await Journal()).Data);
    }

    private static void AssertBare(byte[] file)
    {
        Assert.DoesNotContain(Photos.Fields(file), f => f.StartsWith("exif", StringComparison.Ordinal) || f is "orientation" or "xmp-data" or "iptc-data" or "icc-profile-data");
        var text = Encoding.Latin1.GetString(file);
        Assert.DoesNotContain(Photos.Secret, text, StringComparison.Ordinal);
        if (text.StartsWith("RIFF", StringComparison.Ordinal))
        {
            // The simple form, which has no room for anything but the picture.
            Assert.Equal("WEBPVP8 ", text[8..16]);
        }
        else
        {
            // Within the picture itself no such pair of bytes can stand.
            Assert.All((string[])["\u00ff\u00e1", "\u00ff\u00e2", "\u00ff\u00ed", "\u00ff\u00fe"], segment => Assert.DoesNotContain(segment, text, StringComparison.Ordinal));
        }
    }
}
