using KhokNongNa.Portal;
using KhokNongNa.Web.Hosting;

namespace KhokNongNa.Web.Security;

public static class StartCheck
{
    /// <summary>Reads the settings that open the portal to the network; says in a sentence what cannot be understood or must not be.</summary>
    public static bool IsSetWell(this WebApplicationBuilder builder)
    {
        try
        {
            FrontSettings.From(builder.Configuration);
            PortalSettings.From(builder.Configuration, builder.Environment);
            if (!builder.Environment.IsDevelopment())
            {
                Secrets.Check(builder.Configuration);
            }

            return true;
        }
        catch (PortalException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return false;
        }
    }
}
