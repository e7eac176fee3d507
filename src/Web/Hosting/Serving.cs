using KhokNongNa.Portal;
using Microsoft.AspNetCore.Connections;

namespace KhokNongNa.Web.Hosting;

public static class Serving
{
    /// <summary>Prepares and serves until it is told to stop. What the person who started it can put right is a sentence, not a stack trace.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            await app.Services.PrepareAsync(app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }
        catch (PortalException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"เปิดพอร์ทัลไม่ได้ มีโปรแกรมอื่นใช้ที่อยู่นี้แล้ว ({taken.Message}) ปิดโปรแกรมนั้น หรือตั้ง ASPNETCORE_URLS เป็นพอร์ตอื่น");
            return 1;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it was ready.
            return 0;
        }
    }
}
