using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Portal.Tests.Knowledge.Markdown;

public sealed class PlotPlanTests
{
    private static readonly string[] Pieces = ["โคก", "หนอง 30", "๑๐", " ", ":", ",", "_", "-", "%", "ไร่", "งาน", ".5", "0", "9", "<", ">", "\"", "&", "'", "/", "\\", "\0", "\uD800", "😀", "ำ", "ํา", "\n", "(", ")", "%2f", "a"];

    [Theory]
    [InlineData("โคก 10", "โคก", "10", PlanTone.Hill)]
    [InlineData("หนอง ๓๐", "หนอง", "30", PlanTone.Water)]
    [InlineData("คลองไส้ไก่: 2.50 ไร่", "คลองไส้ไก่", "2.5 ไร่", PlanTone.Water)]
    [InlineData("นาข้าว 30%", "นาข้าว", "30%", PlanTone.Paddy)]
    [InlineData("คันนา - 5 ส่วน", "คันนา", "5 ส่วน", PlanTone.Hill)]
    [InlineData("ป่า 3 อย่าง ประโยชน์ 4 อย่าง 20", "ป่า 3 อย่าง ประโยชน์ 4 อย่าง", "20", PlanTone.Trees)]
    [InlineData("ไม้ผลรอบบ้าน 1 งาน", "ไม้ผลรอบบ้าน", "1 งาน", PlanTone.Trees)]
    [InlineData("บ้านกับคอกสัตว์ 10", "บ้านกับคอกสัตว์", "10", PlanTone.Home)]
    [InlineData("ทางเดิน 50 ตารางวา", "ทางเดิน", "50 ตารางวา", PlanTone.Other)]
    [InlineData("บ่อ/สระ, <b> 5", "บ่อ สระ b", "5", PlanTone.Water)]
    public void A_line_is_a_part_with_its_share(string line, string name, string size, PlanTone tone)
    {
        var part = Assert.Single(PlotPlan.Read([line])!.Parts);
        Assert.Equal((name, size, tone), (part.Name, part.Size, part.Tone));
    }

    [Theory]
    [InlineData("โคก")]
    [InlineData("10")]
    [InlineData("โคก 0")]
    [InlineData("โคก -5")]
    [InlineData("โคก 1/2")]
    [InlineData("โคก 1,250")]
    [InlineData("โคก 1.234")]
    [InlineData("โคก 1234567")]
    [InlineData("โคก 10 กก.")]
    [InlineData("... 10")]
    [InlineData("ชื่อที่ยาวเกินกว่าจะเขียนลงในแปลงเล็ก ๆ ได้จริง ๆ 10")]
    [InlineData("")]
    public void Other_lines_are_none(string line) => Assert.Null(PlotPlan.Read(["นา 1", line]));

    [Fact]
    public void Parts_are_compared_by_one_measure()
    {
        Assert.Equal([400, 200], PlotPlan.Read(["นา 1 ไร่", "บ้าน 2 งาน"])!.Parts.Select(p => p.Area));
        Assert.Null(PlotPlan.Read(["นา 1 ไร่", "บ้าน 10%"]));
        Assert.Null(PlotPlan.Read(["นา 30", "บ้าน 10%"]));
        Assert.NotNull(PlotPlan.Read([.. Enumerable.Range(1, PlotPlan.MostParts).Select(i => $"แปลง ก {i}")]));
        Assert.Null(PlotPlan.Read([.. Enumerable.Range(0, PlotPlan.MostParts + 1).Select(i => $"แปลง ก {i + 1}")]));
        Assert.Null(PlotPlan.Read([]));
    }

    [Fact]
    public void The_address_says_it_all() => Assert.Equal(
        "/plans/โคก:10%25,ป่า_3_อย่าง:90%25.svg",
        PlotPlan.Read(["โคก ๑๐ %", "ป่า 3 อย่าง 90.00%"])!.Url);

    [Theory]
    [InlineData("")]
    [InlineData("โคก")]
    [InlineData("โคก:")]
    [InlineData("โคก:0")]
    [InlineData("โคก:010")]
    [InlineData("โคก:1.50")]
    [InlineData("โคก:๑๐")]
    [InlineData("โคก:10 ")]
    [InlineData("โคก:10\n")]
    [InlineData("โคก:-1")]
    [InlineData("โคก:1e9")]
    [InlineData("โคก:10,")]
    [InlineData("โคก:10:10")]
    [InlineData("โคก 1:10")]
    [InlineData("_โคก:10")]
    [InlineData("โคก:10ไร่,นา:1")]
    [InlineData("<svg>:10")]
    [InlineData("โคก\"onload=x:10")]
    [InlineData("เเปลง:10")]
    public void What_the_portal_would_not_have_written_is_no_plan(string address) => Assert.Null(PlotPlan.FromAddress(address));

    [Fact]
    public void An_address_is_no_longer_than_twelve_names()
    {
        Assert.Null(PlotPlan.FromAddress(string.Join(',', Enumerable.Repeat("โคก:1", PlotPlan.MostParts + 1))));
        Assert.Null(PlotPlan.FromAddress(new string(',', 1_000_000)));
        Assert.Null(PlotPlan.FromAddress(new string('ก', 1_000_000) + ":1"));
    }

    [Fact]
    public void Whatever_is_typed_has_an_address_that_leads_back_or_is_no_plan() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ArrayOf().ToArbitrary(),
            lines =>
            {
                if (PlotPlan.Read(lines) is not { } plan)
                {
                    return;
                }

                Assert.Matches(@"^/plans/[\p{L}\p{M}0-9().,:_%-]+\.svg$", plan.Url);
                var again = PlotPlan.FromAddress(Uri.UnescapeDataString(plan.Url["/plans/".Length..^".svg".Length]));
                Assert.Equal(plan.Parts, again?.Parts);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(12).WithQuietOnSuccess(true));

    [Fact]
    public void The_block_is_a_drawing_and_the_list_below_it()
    {
        var html = MarkdownText.ToHtml("::: plan\nแปลงของป้า\n\n- โคก 10\n- หนอง ๓๐%\n:::");
        // Parts of different measures are no plan.
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);

        html = MarkdownText.ToHtml("::: plan\nแปลง**ของป้า**\n\n- โคก 10%\n- หนอง & <b> ๓๐%\n\nวาดเมื่อปีก่อน\n:::");
        Assert.Equal(
            "<aside class=\"text-plan\"><p class=\"block-name\">แผนผังแปลง</p><p>แปลง<strong>ของป้า</strong></p>\n"
            + "<p><img src=\"/plans/โคก:10%25,หนอง_b:30%25.svg\" width=\"640\" height=\"412\" loading=\"lazy\" alt=\"แผนผังแปลง โคก 10% หนอง b 30%\"></p>"
            + "<ol><li>โคก 10%</li><li>หนอง &amp; &lt;b&gt; ๓๐%</li></ol><p>วาดเมื่อปีก่อน</p>\n</aside>",
            html);
        Assert.Contains("หนอง", MarkdownText.ToPlainText("::: plan\n- โคก 10\n- หนอง 30\n:::"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- โคก 10\n- ไม่รู้เท่าไร")]
    [InlineData("- [โคก](/x) 10")]
    [InlineData("- โคก 10\n  - หนอง 30")]
    [InlineData("โคก 10")]
    [InlineData("- โคก 10\n\nกับ\n\n- หนอง 30")]
    public void A_block_that_is_none_of_parts_stays_what_it_is(string inside)
    {
        var html = MarkdownText.ToHtml($"::: plan\n{inside}\n:::");
        Assert.StartsWith("<aside class=\"text-plan\"><p class=\"block-name\">แผนผังแปลง</p>", html, StringComparison.Ordinal);
        Assert.Contains("โคก", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_drawn_for_the_block_alone() => Assert.DoesNotContain("src=", MarkdownText.ToHtml("![x](/plans/โคก:10.svg)"), StringComparison.Ordinal);
}
