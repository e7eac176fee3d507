using KhokNongNa.Web.Api;
using KhokNongNa.Web.Caching;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Security;
using KhokNongNa.Web.Security.OpenId;
using KhokNongNa.Web.Site;
using KhokNongNa.Web.Site.Cards;
using KhokNongNa.Web.Site.Pictures;
using KhokNongNa.Web.Site.Plans;
using KhokNongNa.Web.Studio;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (!builder.IsSetWell() || !builder.IsWritable())
{
    return 1;
}

builder.AddPortal();
builder.AddFront();
builder.AddLimits();
builder.AddSessions();
builder.AddOpenId();
builder.AddSignInRate();
builder.AddLinkRate();
builder.AddPublicPages();
builder.AddPageCache();
builder.AddCards();

var app = builder.Build();
if (CommandLine.Find(args) is { } verb)
{
    return await verb(app.Services, args, app.Lifetime.ApplicationStopping);
}

app.UseFront();
app.UseProblemPages();
app.UseMethods();
app.UseSameOrigin();
app.UseFormRate();
app.UseAuthentication();
app.UseMemberRate();
app.UseHeldForms();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthorization();
app.UsePageCache();
app.MapAssets();
app.MapMedia();
app.UsePageRate();
app.MapCards();
app.MapPictures();
app.MapPlans();
app.MapSearchApi();
app.MapSuggestApi();
app.MapBridgeApi();
app.MapHealth();
app.MapStudioAreas();
app.MapSiteStyles();
app.MapRazorPages().WithStaticAssets();
app.SayWhereToLook();
return await app.ServeAsync();

/// <summary>The entry point, visible for tests.</summary>
public partial class Program;
