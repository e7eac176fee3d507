using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhokNongNa.Web.Studio.Audit;

/// <summary>A page of the audit: for who runs the portal; nobody else finds it.</summary>
public abstract class AuditPageModel(CurrentMember current) : StudioPage(current)
{
    /// <summary>The filters in the address.</summary>
    public AuditQuery Query => AuditQuery.Of(Request.Query);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (!Actor.May(Permission.Administer, ""))
        {
            context.Result = new NotFoundResult();
        }
    }
}
