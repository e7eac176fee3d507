using System.Text;
using KhokNongNa.Web.Site;
using KhokNongNa.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Web.Tests.Themes;

/// <summary>Renders a view of the theme in its layout through the portal's own engine, without a request.</summary>
internal static class RenderedViews
{
    public static async Task<Answer> RenderAsync(Support.Portal portal, string name, object model)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(portal.Address.Authority);
        var routes = new RouteData();
        routes.Routers.Add(new RouteCollection());
        var action = new ActionContext(http, routes, new ActionDescriptor());
        var found = services.GetRequiredService<IRazorViewEngine>().FindView(action, name, isMainPage: true);
        Assert.True(found.Success, $"No view {name} in {string.Join(", ", found.SearchedLocations ?? [])}");
        var view = (RazorView)found.View!;
        view.RazorPage.Layout = "Layout";
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        data.SetHead(new PageHead("ตัวอย่าง", "ตัวอย่างของหน้า", "/sample"));
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var temporary = new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, temporary, writer, new HtmlHelperOptions()));
        return new Answer(new HttpResponseMessage(), "/sample", Encoding.UTF8.GetBytes(writer.ToString()));
    }
}
