using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;

namespace KhokNongNa.Portal.Tests.Knowledge.Markdown;

public sealed class MarkdownTextTests
{
    // What Markdown gives a meaning to, and what HTML does.
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "`", "```\n", "~~~", "[", "]", "(", ")", "![", "](", "<", ">", "&", "|", "\n|--|--|\n", "# ", "\n\n", "\n", "    ", "\t",
        "- ", "1. ", "> ", "::: tip\n", "\n:::\n", "::: caution\n", "::: ", "<script>", "</script>", "<img src=x onerror=alert(1)>", "javascript:",
        "data:", "&#106;", "http://a", "//a", "/media/a.svg", "<!--", "-->", "]]>", "\\", "\"", "'", "ก", "น้ำ", "😀", "a", "{.x}", "[^1]", ":", "::: plan\n", "- โคก 10\n", "::: video\n[![", "\0", "\uD800", "---\n", "===\n",
    ];

    [Theory]
    [InlineData("steps", "text-steps", "ทำทีละขั้น")]
    [InlineData("materials", "text-materials", "เตรียมของ")]
    [InlineData("tip", "tip", "เคล็ดลับ")]
    [InlineData("caution", "caution", "ข้อควรระวัง")]
    [InlineData("quote", "text-quote", "ปราชญ์เล่าว่า")]
    [InlineData("video", "text-video", "วิดีโอที่เว็บอื่น")]
    public void A_block_says_what_it_is_and_holds_what_is_inside(string kind, string css, string name)
    {
        var html = MarkdownText.ToHtml($"::: {kind}\n[ดู](https://example.org/v)\n:::");

        Assert.Contains($"<aside class=\"{css}\"><p class=\"block-name\">{name}</p>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/v\">ดู</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe src=https://example.org></iframe>")]
    [InlineData("text <b onclick=x>bold</b>")]
    [InlineData("<style>*{display:none}</style>")]
    public void Html_that_somebody_typed_is_shown_and_not_run(string typed)
    {
        var html = MarkdownText.ToHtml(typed);

        Assert.Contains("&lt;", html, StringComparison.Ordinal);
        Harmless(html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JAVASCRIPT:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    public void Links_to_anything_but_web_mail_phone_and_the_portal_are_gone(string markdown)
    {
        var html = MarkdownText.ToHtml(markdown);

        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
        Harmless(html);
    }

    [Theory]
    [InlineData("[x](https://example.org/?a=1&b=2)", "https://example.org/?a=1&amp;b=2")]
    [InlineData("[x](mailto:a@example.org)", "mailto:a@example.org")]
    [InlineData("[x](tel:044123456)", "tel:044123456")]
    [InlineData("[x](/lessons/compost)", "/lessons/compost")]
    [InlineData("https://example.org/", "https://example.org/")]
    public void Other_links_stay(string markdown, string href) =>
        Assert.Contains($"href=\"{href}\"", MarkdownText.ToHtml(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("![รูป](https://example.org/a.png)")]
    [InlineData("![รูป](//example.org/a.png)")]
    [InlineData("![รูป](data:image/png;base64,AAAA)")]
    [InlineData("![รูป](/other/a.png)")]
    [InlineData("![รูป](a.png)")]
    [InlineData("![รูป](javascript:x)")]
    public void Pictures_from_elsewhere_are_not_fetched(string markdown) =>
        Assert.DoesNotContain("src=", MarkdownText.ToHtml(markdown), StringComparison.Ordinal);

    [Fact]
    public void A_link_keeps_its_Thai_letters() =>
        Assert.Equal("<p><a href=\"/lessons/ห่มดิน\">ห่มดิน</a></p>", MarkdownText.ToHtml("[ห่มดิน](/lessons/ห่มดิน)").Trim());

    [Fact]
    public void More_brackets_than_a_text_needs_are_refused_before_they_are_read() =>
        Assert.False(MarkdownText.IsReadable(string.Concat(Enumerable.Repeat("[a](", 50_000))));

    [Fact]
    public void Pictures_of_the_portal_are_shown() =>
        Assert.Matches("^<p><img src=\"/media/compost/a.svg\"[^>]* width=\"320\" height=\"200\" loading=\"lazy\"[^>]* alt=\"กอง\"", MarkdownText.ToHtml("![กอง](/media/compost/a.svg)"));

    [Fact]
    public void An_uploaded_picture_comes_with_its_size_and_widths_and_only_where_it_may_be_shown()
    {
        var (shown, hidden) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var pictures = new Dictionary<Guid, PictureView> { [shown] = new($"/pictures/{shown}/640.webp?v=0a", 1_600, 900, "คำบรรยาย \"เดิม\"", $"/pictures/{shown}/320.webp?v=0a 320w") };

        var html = MarkdownText.ToHtml($"![ฟาง](picture:{shown}) ![](picture:{shown}) ![ก](picture:{hidden}) ![ข](/pictures/{hidden}/320.webp) ![ค](/studio/pictures/{hidden}/320.webp)", pictures);

        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(html, "<img "));
        Assert.Contains($"src=\"/pictures/{shown}/640.webp?v=0a\"", html, StringComparison.Ordinal);
        Assert.Contains($"width=\"1600\" height=\"900\" loading=\"lazy\" srcset=\"/pictures/{shown}/320.webp?v=0a 320w\" sizes=", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"ฟาง\"", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"คำบรรยาย &quot;เดิม&quot;\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.ToString(), html, StringComparison.Ordinal);
        Assert.DoesNotContain("img", MarkdownText.ToHtml($"![ฟาง](picture:{shown})"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_is_a_link_with_a_poster_of_the_portal_or_with_words()
    {
        var (shown, hidden) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var pictures = new Dictionary<Guid, PictureView> { [shown] = new($"/pictures/{shown}/640.webp?v=0a", 1_600, 900, "คลองไส้ไก่") };
        string Video(string inside) => MarkdownText.ToHtml($"::: video\n[{inside}](https://video.example/v)\n:::", pictures);

        Assert.Matches($"<a href=\"https://video.example/v\"><img src=\"/pictures/{shown}/640.webp\\?v=0a\"[^>]* width=\"1600\" height=\"900\" loading=\"lazy\"[^>]* alt=\"คลองไส้ไก่\"", Video($"![](picture:{shown})"));
        Assert.Contains("<a href=\"https://video.example/v\">ขุดคลอง</a>", Video($"![ขุดคลอง](picture:{hidden})"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://video.example/v\">ขุดคลอง</a>", Video("![ขุดคลอง](https://i.video.example/poster.jpg)"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://video.example/v\">https://video.example/v</a>", Video($"![](picture:{hidden})"), StringComparison.Ordinal);
        Assert.DoesNotContain("i.video.example", Video("ดู ![ก](https://i.video.example/poster.jpg)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_stand_below_the_title_of_the_page() => Assert.Equal(
        "<h2>หนึ่ง</h2>\n<h2>สอง</h2>\n<h3>สาม</h3>\n<h4>หก</h4>\n",
        MarkdownText.ToHtml("# หนึ่ง\n\n## สอง\n\n### สาม\n\n###### หก"));

    [Fact]
    public void A_tip_and_a_caution_are_blocks_with_a_name()
    {
        var html = MarkdownText.ToHtml("::: tip\nรดน้ำ\n:::\n\n::: caution\nกอง **ร้อน**\n:::");

        Assert.Contains("<aside class=\"tip\"><p class=\"block-name\">เคล็ดลับ</p><p>รดน้ำ</p>", html, StringComparison.Ordinal);
        Assert.Contains("<aside class=\"caution\"><p class=\"block-name\">ข้อควรระวัง</p><p>กอง <strong>ร้อน</strong></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_block_is_its_text_alone() =>
        Assert.Equal("<p>ข้างใน</p>\n", MarkdownText.ToHtml("::: danger onclick=x\nข้างใน\n:::"));

    [Fact]
    public void Tables_have_heads_and_no_styles()
    {
        var html = MarkdownText.ToHtml("| วัสดุ | จำนวน |\n|:--|--:|\n| ฟาง | 20 |");

        Assert.Contains("<th>วัสดุ</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>20</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_has_the_words_and_no_marks()
    {
        Assert.Equal("หัวข้อ\nกอง ร้อน ลิงก์", MarkdownText.ToPlainText("# หัวข้อ\n\nกอง **ร้อน** [ลิงก์](https://example.org)"));
        Assert.Equal("", MarkdownText.ToPlainText(""));
        Assert.Equal("", MarkdownText.ToHtml(""));
    }

    [Fact]
    public void Words_that_look_like_an_address_stay_words() => Harmless(MarkdownText.ToHtml("![data:ฟาง](/media/a.svg \"javascript:ฟาง\")"));

    [Fact]
    public void Whatever_is_typed_is_shown_harmlessly_or_refused_beforehand() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(),
            typed =>
            {
                if (MarkdownText.IsReadable(typed))
                {
                    Harmless(MarkdownText.ToHtml(typed));
                    MarkdownText.ToPlainText(typed);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60).WithQuietOnSuccess(true));

    [Fact]
    public void Any_mark_repeated_a_thousand_times_is_shown_or_refused_beforehand() =>
        Assert.All(Pieces, piece => Assert.All((string[])[piece, piece + "a", piece + "\n", "[" + piece, piece + ")", "a" + piece + " "], unit =>
        {
            var typed = string.Concat(Enumerable.Repeat(unit, 1_000));
            if (MarkdownText.IsReadable(typed))
            {
                Harmless(MarkdownText.ToHtml(typed));
                MarkdownText.ToPlainText(typed);
            }
        }));

    private static void Harmless(string html)
    {
        foreach (var tag in System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(m => m.Value))
        {
            Assert.DoesNotMatch("(?i)^<(script|style|iframe|svg|object|form|input|base|meta|link)", tag);
            Assert.DoesNotMatch("(?i)\\s(on\\w+|style|id|srcset)\\s*=", System.Text.RegularExpressions.Regex.Replace(tag, "\"[^\"]*\"", "\"\""));
            // What a picture shows and what a link is called are words, never addresses.
            var addresses = System.Text.RegularExpressions.Regex.Replace(tag, "\\s(alt|title)=\"[^\"]*\"", "");
            Assert.DoesNotMatch("(?i)=\"\\s*(javascript|data|vbscript|file):", addresses);
        }
    }
}
