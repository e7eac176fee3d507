using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace KhokNongNa.Web.Studio;

internal static class StudioConventions
{
    /// <summary>The Studio is for members; the page to sign in without proof exists in Development alone.</summary>
    public static void AddStudio(this PageConventionCollection conventions, IHostEnvironment environment)
    {
        conventions.AuthorizeFolder("/Studio");
        conventions.AddPageRoute("/Studio/Entries/Edit", "/studio/entries/new");
        conventions.AddPageRoute("/Studio/Dictionary/Word", "/studio/dictionary/words/new");
        conventions.AddPageRoute("/Studio/Dictionary/Synonyms", "/studio/dictionary/synonyms/new");
        conventions.AllowAnonymousToPage("/Studio/SignIn/Again");
        conventions.AllowAnonymousToPage("/Studio/SignIn/Development");
        if (!environment.IsDevelopment())
        {
            conventions.AddPageRouteModelConvention("/Studio/SignIn/Development", page => page.Selectors.Clear());
        }
    }
}
