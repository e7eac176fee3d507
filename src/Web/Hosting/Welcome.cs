using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KhokNongNa.Web.Hosting;

public static class Welcome
{
    /// <summary>One line on the console when the portal listens.</summary>
    public static void SayWhereToLook(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine(app.Environment.IsDevelopment()
            ? $"โคก หนอง นา เปิดแล้วที่ {address} · ห้องทำงาน {address}/studio (เข้าโดยเลือกชื่อสมมติที่ {address}/sign-in/development)"
            : $"โคก หนอง นา เปิดแล้วที่ {address}");
    });
}
