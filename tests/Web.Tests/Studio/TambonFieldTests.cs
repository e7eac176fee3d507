using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>A tambon is chosen by its district or by its typed name, only where the member has the permission.</summary>
[Collection(WritersPortal.Name)]
public sealed class TambonFieldTests(Support.Portal portal)
{
    private static readonly Actor Country = new(Guid.CreateVersion7(), [new(Permission.Write, "")]);
    private static readonly Actor Province = new(Guid.CreateVersion7(), [new(Permission.Write, "31")]);
    private static readonly Actor District = new(Guid.CreateVersion7(), [new(Permission.Write, "3104")]);
    private static readonly Actor Tambon = new(Guid.CreateVersion7(), [new(Permission.Write, "310427")]);
    private static readonly Actor Nobody = new(Guid.CreateVersion7(), []);

    [Fact]
    public async Task A_province_offers_its_districts_and_the_tambons_of_the_chosen_one()
    {
        var before = await ShowAsync(Province, new());
        Assert.Equal((24, 1), (Options(before, "District").Length, Options(before, "Tambon").Length));

        var after = await ShowAsync(Province, new() { District = "3104", Tambon = "310427" });

        Assert.Equal(("3104", "310427"), (Chosen(after, "District"), Chosen(after, "Tambon")));
        Assert.Equal(16, Options(after, "Tambon").Length);
        Assert.Null(after.QuerySelector("#Area_Province"));
    }

    [Fact]
    public async Task Who_works_in_one_tambon_finds_it_alone()
    {
        var page = await ShowAsync(Tambon, new());

        Assert.Equal(["3104"], Options(page, "District"));
        Assert.Equal(["", "310427"], Options(page, "Tambon"));
        Assert.Empty(page.QuerySelectorAll("[data-part=more]"));
    }

    [Fact]
    public async Task Who_works_in_the_whole_country_goes_by_the_province()
    {
        var page = await ShowAsync(Country, new() { Province = "30" });

        Assert.Equal((77, "30"), (Options(page, "Province").Length, Chosen(page, "Province")));
        Assert.All(Options(page, "District").Skip(1), code => Assert.StartsWith("30", code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_permission_finds_nothing()
    {
        var page = await ShowAsync(Nobody, new() { District = "3104", Typed = "หนองโสน" });

        Assert.Equal([""], Options(page, "Tambon"));
        Assert.Empty(page.QuerySelectorAll("input[type=radio]"));
    }

    [Fact]
    public async Task A_typed_name_is_kept_and_what_it_may_mean_is_confirmed_by_the_person()
    {
        var page = await ShowAsync(Province, new() { Typed = "เมืองไผ่ <b>" });
        Assert.Equal("เมืองไผ่ <b>", page.QuerySelector("#Area_Typed")!.GetAttribute("value"));

        page = await ShowAsync(Province, new() { Typed = "เมืองไผ่" });
        Assert.Equal(["310306", "310503"], Radios(page).Take(2));
        Assert.Empty(page.QuerySelectorAll("input[type=radio][checked]"));
        Assert.Contains("ต.เมืองไผ่ อ.กระสัง จ.บุรีรัมย์", page.DocumentElement.TextContent, StringComparison.Ordinal);

        // A district stands for its tambons, and only where the member works.
        Assert.Equal(15, Radios(await ShowAsync(District, new() { Typed = "อ.นางรอง" })).Length);
        Assert.Equal(["310427"], Radios(await ShowAsync(Tambon, new() { Typed = "ต.หนองโสน อ.นางรอง" })));
        Assert.Contains("ไม่พบตำบลชื่อนี้", (await ShowAsync(District, new() { Typed = "เมืองไผ่" })).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3104", "310427", "", "", "310427", "")]
    [InlineData("", "310427", "", "", "310427", "")]
    [InlineData("", "", "เมืองไผ่", "310306", "310306", "")]
    [InlineData("3104", "310427", "เมืองไผ่", "310306", "310306", "")]
    [InlineData("3104", "", "เมืองไผ่", "", "", "โปรดเลือกตำบลที่ตรงกับ «เมืองไผ่» หรือลบสิ่งที่พิมพ์ แล้วเลือกจากรายการ")]
    [InlineData("3104", "310306", "", "", "", "โปรดเลือกตำบลในอำเภอที่เลือก")]
    [InlineData("3104", "", "", "", "", "โปรดเลือกตำบลในอำเภอที่เลือก")]
    [InlineData("", "", "", "", "", "โปรดเลือกอำเภอและตำบล")]
    [InlineData("3104", "310499", "", "", "", "ไม่พบตำบลนี้ โปรดเลือกจากรายการ")]
    [InlineData("", "x", "", "", "", "โปรดเลือกอำเภอและตำบล")]
    [InlineData("3001", "300101", "", "", "", "ตำบลนี้อยู่นอกพื้นที่ที่ท่านดูแล")]
    [InlineData("", "", "ในเมือง", "300101", "", "ตำบลนี้อยู่นอกพื้นที่ที่ท่านดูแล")]
    public async Task What_was_chosen_is_read_or_asked_for(string district, string tambon, string typed, string chosen, string code, string wrong)
    {
        var input = new TambonInput { District = district, Tambon = tambon, Typed = typed, Chosen = chosen };

        Assert.Equal((code, wrong), await portal.AskAsync(db => input.ReadAsync(db, Province, Permission.Write, default)));
    }

    [Fact]
    public async Task The_script_is_given_tambons_of_the_members_area()
    {
        using var member = await portal.MemberAsync("อรุณี");

        var all = await member.GetAsync("/studio/areas/3104?may=Write");
        var elsewhere = await member.GetAsync("/studio/areas/3001?may=Write");

        Assert.Equal(15, JsonDocument.Parse(all.Html).RootElement.GetProperty("areas").GetArrayLength());
        Assert.Contains("\"code\":\"310427\",\"name\":\"ต.หนองโสน\"", all.Html, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(elsewhere.Html).RootElement.GetProperty("areas").GetArrayLength());
        foreach (var wrong in new[] { "/studio/areas/31?may=Write", "/studio/areas/310427?may=Write", "/studio/areas/3104?may=Anything", "/studio/areas/3104", "/studio/areas/abcd?may=Write" })
        {
            Assert.Equal(404, (await member.GetAsync(wrong)).Status);
        }
    }

    private async Task<IDocument> ShowAsync(Actor actor, TambonInput input)
    {
        var field = await portal.AskAsync(db => TambonField.LoadAsync(db, actor, Permission.Write, "Form.Area", "ที่อยู่", "", input, [], default));
        await using var scope = portal.Services.CreateAsyncScope();
        var context = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new());
        var view = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, "/Studio/_TambonField.cshtml", isMainPage: false).EnsureSuccessful(null).View!;
        await using var html = new StringWriter();
        var data = new ViewDataDictionary<TambonField>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = field };
        var temporary = new TempDataDictionary(context.HttpContext, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(context, view, data, temporary, html, new HtmlHelperOptions()));
        return new HtmlParser().ParseDocument(html.ToString());
    }

    private static string[] Options(IDocument page, string part) => [.. page.QuerySelectorAll($"#Area_{part} option").Select(o => o.GetAttribute("value")!)];

    private static string[] Radios(IDocument page) => [.. page.QuerySelectorAll("input[type=radio]").Select(o => o.GetAttribute("value")!)];

    private static string? Chosen(IDocument page, string part) => page.QuerySelector($"#Area_{part} option[selected]")?.GetAttribute("value");
}
