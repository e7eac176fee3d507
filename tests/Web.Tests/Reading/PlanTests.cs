using System.Globalization;
using System.Xml.Linq;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Site.Plans;
using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>Plans of plots: what is drawn, and what is answered to addresses.</summary>
[Collection(ReadersPortal.Name)]
public sealed class PlanTests(Support.Portal portal)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string[]> Plots => new(
        ["โคก 10", "หนอง 30", "นา 30", "ไม้ผล 20", "ที่อยู่ 10"],
        ["นา 100%"],
        ["นา 999999", "ทาง 0.01"],
        ["หนอง 3 ไร่", "นา 5 ไร่", "สวน 5 ไร่", "บ้านและอื่น ๆ 2 ไร่"],
        [.. Enumerable.Range(1, 12).Select(i => $"ส่วนที่ชื่อยาวอันดับที่ {i} ของแปลง {1 << i}")]);

    [Theory]
    [MemberData(nameof(Plots))]
    public void Every_part_has_its_share_of_the_plot_and_no_word_hangs_over_its_edge(string[] lines)
    {
        var plan = PlotPlan.Read(lines)!;
        var drawing = XDocument.Parse(PlanDrawing.Draw(plan)).Root!;
        Assert.Equal(PlanDrawing.Draw(plan), PlanDrawing.Draw(PlotPlan.Read(lines)!));
        var boxes = drawing.Elements(Svg + "rect").Select(r => (X: Number(r, "x"), Y: Number(r, "y"), Width: Number(r, "width"), Height: Number(r, "height"))).ToList();
        var whole = (double)plan.Parts.Sum(p => p.Area);
        foreach (var (box, part) in boxes.Zip(plan.Parts))
        {
            Assert.InRange(box.X, 0, PlotPlan.Width);
            Assert.InRange(box.X + box.Width, 0, PlotPlan.Width);
            Assert.InRange(box.Y + box.Height, 0, PlotPlan.Height);
            // Sides are written with one decimal.
            Assert.Equal((double)part.Area / whole, box.Width * box.Height / ((PlotPlan.Width - 4) * 396.0), .002);
        }

        Assert.Equal(plan.Parts.Count, boxes.Count);
        Assert.All(drawing.Elements(Svg + "text"), word => Assert.Contains(boxes, b =>
            Number(word, "x") > b.X && Number(word, "x") < b.X + b.Width && Number(word, "y") > b.Y && Number(word, "y") < b.Y + b.Height
            && word.Value.Count(char.IsLetter) * Number(word, "font-size") * .5 < b.Width));
    }

    [Fact]
    public void Where_a_name_has_no_room_its_number_stands()
    {
        var words = XDocument.Parse(PlanDrawing.Draw(PlotPlan.Read(["นา 100", "แหล่งน้ำสำรองหน้าแล้ง 9", "บ้าน 50"])!)).Root!.Elements(Svg + "text").Select(t => t.Value).ToList();
        Assert.Equal(["นา", "100", "2", "บ้าน", "50"], words);
    }

    [Fact]
    public void Words_stay_words_whoever_wrote_them()
    {
        var drawing = PlanDrawing.Draw(new([new("</text><script>alert(1)</script>", 1, "\" onload=\"x"), new("&x;<!--", 2, "")]));
        Assert.All(XDocument.Parse(drawing).Root!.Descendants(), e => Assert.Contains(e.Name.LocalName, (string[])["title", "rect", "text"]));
        Assert.DoesNotContain("<script", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_answered_with_a_drawing_that_may_do_nothing_and_be_kept_for_ever()
    {
        using var reader = portal.Visitor();
        var plan = await reader.OnceAsync("/plans/" + Uri.EscapeDataString("โคก:10%,นา_ข้าว:90%") + ".svg");
        Assert.Equal(200, plan.Status);
        Assert.Equal("image/svg+xml; charset=utf-8", plan.Header("Content-Type"));
        Assert.Equal("default-src 'none'; sandbox", plan.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", plan.Header("X-Content-Type-Options"));
        Assert.Equal("public, max-age=31536000, immutable", plan.Header("Cache-Control"));
        Assert.Null(plan.Header("Set-Cookie"));
        Assert.Contains("นา ข้าว", XDocument.Parse(plan.Html).Root!.Value, StringComparison.Ordinal);
        Assert.Equal(200, (await reader.SendAsync(new(HttpMethod.Head, plan.Path))).Status);
        Assert.Equal(405, (await reader.PostAsync(plan.Path, [])).Status);
    }

    [Theory]
    [InlineData("โคก")]
    [InlineData("โคก:0")]
    [InlineData("โคก:1.50")]
    [InlineData("<script>alert(1)</script>:1")]
    [InlineData("โคก:1,นา:2ไร่")]
    public async Task Another_address_is_not_found(string address)
    {
        using var reader = portal.Visitor();
        var answer = await reader.OnceAsync("/plans/" + Uri.EscapeDataString(address) + ".svg");
        Assert.Equal((404, "no-store"), (answer.Status, answer.Header("Cache-Control")));
        Assert.DoesNotContain("<script>alert", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_shows_the_plan_that_it_names_and_the_parts_without_pictures()
    {
        using var reader = portal.Visitor();
        var page = await reader.GetAsync("/articles/" + await portal.AskAsync(db => Task.FromResult(db.Entries.Single(e => e.Key == "how-much-land-and-water").Slug)));
        var plan = page.Document.QuerySelector("aside.text-plan img")!;
        Assert.Equal("แผนผังแปลง สระน้ำ 30 นา 30 ไม้ผลกับพืชผัก 30 บ้านกับคอกสัตว์ 10", plan.GetAttribute("alt"));
        Assert.Equal(200, (await reader.OnceAsync(plan.GetAttribute("src")!)).Status);
        Assert.Equal(4, page.Document.QuerySelectorAll("aside.text-plan ol li").Length);
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
