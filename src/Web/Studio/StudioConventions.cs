using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace KhokNongNa.Web.Studio;

internal static class StudioConventions
{
    /// <summary>The Studio and accounts are for members; the page to sign in without proof exists in Development alone.</summary>
    public static void AddStudio(this PageConventionCollection conventions, IHostEnvironment environment)
    {
        conventions.AuthorizeFolder("/Studio");
        conventions.AddPageRoute("/Studio/Entries/Edit", "/studio/entries/new");
        conventions.AddPageRoute("/Studio/Registers/Edit", "/studio/{register:register}/new");
        conventions.AddPageRoute("/Studio/Registers/Centres/Base", "/studio/centres/{id:guid}/bases/new");
        conventions.AddPageRoute("/Studio/Registers/Bases/Edit", "/studio/bases/new");
        conventions.AddPageRoute("/Studio/Topics/Edit", "/studio/topics/new");
        conventions.AddPageRoute("/Studio/Snippets/Edit", "/studio/snippets/new");
        conventions.AddPageRoute("/Studio/Rounds/Edit", "/studio/rounds/new");
        conventions.AddPageRoute("/Studio/Privacy/BreachEdit", "/studio/privacy/breaches/new");
        conventions.AddPageRoute("/Studio/Dictionary/Word", "/studio/dictionary/words/new");
        conventions.AddPageRoute("/Studio/Dictionary/Synonyms", "/studio/dictionary/synonyms/new");
        conventions.AuthorizeFolder("/Account");
        conventions.AuthorizePage("/SignIn/Out");
        if (!environment.IsDevelopment())
        {
            conventions.AddPageRouteModelConvention("/SignIn/Development", page => page.Selectors.Clear());
        }
    }
}
