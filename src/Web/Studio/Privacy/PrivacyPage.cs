using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhokNongNa.Web.Studio.Privacy;

/// <summary>A page for who protects personal data somewhere; nobody else finds it.</summary>
public abstract class PrivacyPage(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    /// <summary>What has to be typed before a person is erased.</summary>
    public const string EraseWord = Members.ActModel.EraseWord;

    protected PortalDb Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (!Actor.MaySomewhere(Permission.ProtectData))
        {
            context.Result ??= NotFound();
        }
    }
}
