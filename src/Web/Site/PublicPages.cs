using KhokNongNa.Portal.Media;
using KhokNongNa.Web.Api;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Collecting;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Site.Previews;
using KhokNongNa.Web.Studio;
using KhokNongNa.Web.Studio.Registers;
using KhokNongNa.Web.TagHelpers;
using KhokNongNa.Web.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace KhokNongNa.Web.Site;

public static class PublicPages
{
    /// <summary>Razor pages of the site and the Studio, and the theme.</summary>
    public static void AddPublicPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SiteFrame>();
        builder.Services.AddSingleton<PreviewTicket>();
        builder.Services.AddSingleton<SavedPictures>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<SearchCounting>();
        builder.Services.AddSingleton<ThemeFolders>();
        builder.Services.AddSingleton<ThemeViews>();
        builder.Services.AddSingleton<IConfigureOptions<RazorViewEngineOptions>>(s =>
            new ConfigureOptions<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(s.GetRequiredService<ThemeViews>())));
        builder.Services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new RegisterFields()));
        builder.Services.AddRouting(o =>
        {
            o.LowercaseUrls = true;
            o.ConstraintMap["register"] = typeof(RegisterConstraint);
        });
        builder.Services.AddRazorPages(o =>
        {
            o.RootDirectory = "/";
            o.Conventions.AddFolderApplicationModelConvention("/Site/Pages", page =>
            {
                page.EndpointMetadata.Add(new PublicPageMark());
                if (page.ModelType?.GetCustomAttributes(typeof(FreshPageAttribute), false) is [])
                {
                    page.EndpointMetadata.Add(new OutputCacheAttribute { PolicyName = PageCache.Policy });
                }
            });
            o.Conventions.AddPageApplicationModelConvention("/Site/Pages/SearchPage", page => page.Filters.Add(new ServiceFilterAttribute<SearchCounting>()));
            o.Conventions.AddStudio(builder.Environment);
        }).AddMvcOptions(o =>
        {
            // What is missing is said by the portal's own rules, in Thai and beside the field.
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            o.ModelMetadataDetailsProviders.Add(new TypedText());
            o.Filters.Add(new TakesNoForm());
        });
    }

    /// <summary>Fingerprinted, precompressed assets of the theme and the Studio.</summary>
    public static void MapAssets(this WebApplication app) => app.MapStaticAssets();

    /// <summary>Pictures that came with content, below <c>/media</c>.</summary>
    public static void MapMedia(this WebApplication app)
    {
        var files = new StaticFileOptions
        {
            RequestPath = "/media",
            FileProvider = new PhysicalFileProvider(app.Services.GetRequiredService<PortalSettings>().MediaFolder),
            ContentTypeProvider = new FileExtensionContentTypeProvider(new Dictionary<string, string>(MediaFiles.Types)),
            OnPrepareResponse = file =>
            {
                // A drawing opened by itself is a document: it may do nothing.
                file.Context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
                file.Context.Response.Headers.CacheControl = "no-cache";
            },
        };
        app.UseStaticFiles(files);
    }
}

/// <summary>A public page that is made anew for each request.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshPageAttribute : Attribute;
