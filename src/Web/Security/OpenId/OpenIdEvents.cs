using System.Text.RegularExpressions;
using KhokNongNa.Web.SignIn.Providers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KhokNongNa.Web.Security.OpenId;

/// <summary>What becomes of the answers of one provider: an arrival, or a page in Thai. Nothing that it sent is shown or logged.</summary>
internal sealed partial class OpenIdEvents(OpenIdProvider provider) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.UiLocales = "th";
        return Task.CompletedTask;
    }

    /// <summary>All is proved: what the portal needs of it waits in the arrival's cookie.</summary>
    public override Task TicketReceived(TicketReceivedContext context)
    {
        if (Arrival.From(provider, context.Principal!) is { } identity)
        {
            context.Principal = identity;
        }
        else
        {
            Refuse(context, RefusedModel.Failed, "subject");
        }

        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.Response.Redirect(RefusedModel.Address(RefusedModel.Cancelled, provider));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        // A provider may change its key at any time. The new one is fetched, and the person, still known there, sent once more.
        if (!provider.SignsWithSecret && Chain(context.Failure).Any(e => e is SecurityTokenSignatureKeyNotFoundException) && Arrival.BeginAgain(context.Properties) is { } again)
        {
            ((OpenIdConnectOptions)context.Options).Forget();
            await context.HttpContext.ChallengeAsync(provider.Scheme, again);
            context.HandleResponse();
            return;
        }

        var isDown = Chain(context.Failure).Any(e => e is HttpRequestException or OperationCanceledException or IOException);
        Refuse(context, isDown ? RefusedModel.Down : RefusedModel.Failed, Code(context.Failure));
    }

    private void Refuse(HandleRequestContext<RemoteAuthenticationOptions> context, string reason, string code)
    {
        Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdEvents>>(), provider.Name, reason, code);
        context.Response.Redirect(RefusedModel.Address(reason, provider));
        context.HandleResponse();
    }

    // For who runs the portal: «invalid_client» of the protocol, the number of what was wrong with a token, or the kind of exception.
    private static string Code(Exception? failure) =>
        Chain(failure).Select(e => e.Data["error"] as string).FirstOrDefault(e => e is not null && ErrorForm().IsMatch(e))
        ?? Chain(failure).Select(e => NumberForm().Match(e.Message)).FirstOrDefault(m => m.Success)?.Value
        ?? Chain(failure).LastOrDefault()?.GetType().Name
        ?? "";

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            yield return current;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Signing in with {Provider} ended: {Reason} ({Code}).")]
    private static partial void Failed(ILogger logger, string provider, string reason, string code);

    [GeneratedRegex(@"^[a-z_]{1,40}\z")]
    private static partial Regex ErrorForm();

    [GeneratedRegex(@"^IDX\d+")]
    private static partial Regex NumberForm();
}
