using KhokNongNa.Portal.Identity;

namespace KhokNongNa.Web.Security;

/// <summary>The cookie by which a browser proves to be a device of a member's. It outlives sessions, and is sent to sign-in pages only.</summary>
internal static class DeviceCookie
{
    private const string Name = "device";

    public static DeviceProof? Read(HttpRequest request) =>
        request.Cookies[Name]?.Split('.') is [{ Length: 32 } id, { Length: 64 } secret] && Guid.TryParseExact(id, "N", out var device) ? new(device, secret) : null;

    /// <param name="remember">Whether it outlives the browser.</param>
    public static void Write(HttpContext context, DeviceProof proof, bool remember) =>
        context.Response.Cookies.Append(Name, $"{proof.Id:N}.{proof.Secret}", new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = Sessions.SignInPath,
            MaxAge = remember ? Device.Remembered : null,
            IsEssential = true,
        });
}
