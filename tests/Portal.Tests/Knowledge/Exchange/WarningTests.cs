using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class WarningTests(TestDatabases databases) : ImportTest(databases)
{
    [Theory]
    [InlineData("title: ก\nsumary: พิมพ์ผิด", 5, "sumary")]
    [InlineData("title: ก\nsources:\n  - title: ตำรา\n    adress: x", 7, "adress")]
    [InlineData("title: ก\nsummary: ข\ngains:\n  - มีในบทเรียนเท่านั้น", 6, "gains")]
    [InlineData("title: ก\ntopics: [none]", 5, "none")]
    [InlineData("title: ก\ntopics:\n  - soil\n  - none", 7, "none")]
    [InlineData("title: ก\nsages:\n  - none", 6, "none")]
    [InlineData("title: ก\nsummary: none\ncentres:\n  - none", 7, "none")]
    [InlineData("title: ก\nbases: none", 5, "none")]
    [InlineData("title: ก\narea: \"999999\"", 5, "999999")]
    public async Task What_is_not_known_is_a_warning_with_its_line_and_the_file_goes_in(string keys, int line, string named)
    {
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดิน\n---\n");
        PutArticle("text", keys);

        var report = await Portal.Import(From);

        var finding = Assert.Single(report.Findings);
        Assert.Equal(("articles/text.md", line, false), (finding.File, finding.Line, finding.IsError));
        Assert.Contains($"«{named}»", finding.Message, StringComparison.Ordinal);
        Assert.Equal((2, 0), (report.New, report.Rejected));
        Assert.Equal($"articles/text.md:{line}: เตือน: {finding.Message}", finding.ToString());
    }

    [Fact]
    public async Task An_uploaded_picture_that_is_not_here_is_a_warning_with_its_line_and_stays_in_the_text()
    {
        const string Picture = "picture:019ab000-0000-7000-8000-000000000000";
        Put("lessons/text.md", $"---\nid: text\ntype: lesson\ntitle: ก\nsteps:\n  - title: ปู\n    text: ฟาง\n    image: {Picture}\n---\n");

        var finding = await ImportFindsOne();

        Assert.Equal((8, false), (finding.Line, finding.IsError));
        Assert.Contains($"«{Picture}»", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Picture, (await Portal.Read(db => db.Revisions.SingleAsync(Stop))).Content.Lesson!.Steps[0].Image);
    }

    [Theory]
    [InlineData("expertise:\n  - topic: none\n    what: ดิน", 6)]
    [InlineData("learnt_from:\n  - none", 6)]
    [InlineData("centres: [none]", 5)]
    public async Task A_sage_may_name_what_is_not_there(string keys, int line)
    {
        Put("sage.md", $"---\nid: sage\ntype: sage\ntitle: บุญมี\n{keys}\n---\n");

        Assert.Equal((line, false), (await ImportFindsOne()) is var finding ? (finding.Line, finding.IsError) : default);
    }

    [Fact]
    public async Task What_comes_with_the_same_import_or_came_before_is_known()
    {
        Put("topics/soil.md", "---\nid: soil\ntype: topic\ntitle: ดิน\nparent: earth\n---\n");
        Put("topics/earth.md", "---\nid: earth\ntype: topic\ntitle: แผ่นดิน\n---\n");
        await ImportCleanly();
        PutArticle("text", "title: ก\ntopics: [soil]\nsages: [sage]");
        Put("z/sage.md", "---\nid: sage\ntype: sage\ntitle: บุญมี\ncentres: [centre]\n---\n");
        Put("z/centre.md", "---\nid: centre\ntype: centre\ntitle: ศูนย์\n---\n");

        await ImportCleanly();
    }

    [Fact]
    public async Task Bad_rows_of_the_areas_are_told_and_the_others_go_in()
    {
        Put("areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n310401,เกินหน้า,X,,,\n3104,นางรอง,Nang Rong,31110,14.6,x\nกข,ผิด,X,,,\n");

        var report = await Portal.Import(From);

        Assert.Equal([("areas/areas.csv", 3, true), ("areas/areas.csv", 5, true)], report.Findings.Select(f => (f.File, f.Line, f.IsError)));
        Assert.Equal(["31", "3104"], await Portal.Read(db => db.Areas.OrderBy(a => a.Code).Select(a => a.Code).ToListAsync(Stop)));
        Assert.Equal(2, (await Portal.Import(From)).Findings.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("รหัส,ชื่อ\n31,บุรีรัมย์\n")]
    [InlineData("code,name_th,name_en,postcode,lat,lon\n31,\"บุ\"รี,x,,,\n")]
    [InlineData("code,name_th,name_en,postcode,lat,lon\n31,\"ไม่ปิด,x,,,\n")]
    [InlineData("code,name_th,name_en,postcode,lat,lon\n31\n")]
    public async Task A_table_of_areas_that_is_none_is_told_each_time_and_the_texts_go_in(string csv)
    {
        Put("areas/areas.csv", csv);
        PutArticle("text");

        var first = await Portal.Import(From);
        var second = await Portal.Import(From);

        Assert.Equal((1, 1), (first.New, first.Rejected));
        Assert.Equal((1, 1), (second.Unchanged, second.Rejected));
    }

    [Fact]
    public async Task A_changed_table_of_areas_replaces_names_and_keeps_what_it_no_longer_lists()
    {
        Put("areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n3104,นางรอง,Nang Rong,,,\n");
        await ImportCleanly();
        Put("areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,เมืองแปะ,Pae,31000,15.5,103.25\n");

        Assert.Equal(1, (await ImportCleanly()).Changed);

        var areas = await Portal.Read(db => db.Areas.OrderBy(a => a.Code).ToListAsync(Stop));
        Assert.Equal(["เมืองแปะ", "นางรอง"], areas.Select(a => a.NameTh));
        Assert.Equal((15.5, 103.25), (areas[0].Latitude, areas[0].Longitude));
        Assert.Equal(Area.Create("31", "เมืองแปะ", "", "", null, null).SortKey, areas[0].SortKey);
    }
}
