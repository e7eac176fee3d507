using KhokNongNa.Portal;

namespace KhokNongNa.Web.Security.OpenId;

/// <summary>The providers in the settings, in their order; usually none.</summary>
public sealed class OpenIdProviders
{
    private readonly PortalException? _problem;

    public OpenIdProviders(IConfiguration configuration, bool isDevelopment)
    {
        try
        {
            var all = configuration.GetSection("Portal:OpenId").GetChildren().Select(s => OpenIdProvider.From(s, isDevelopment)).ToList();
            if (all.GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw OpenIdProvider.Wrong("Portal:OpenId", $"มีชื่อ {twice.Key} ซ้ำกัน");
            }

            TakesVillagers = configuration["Portal:OpenIdVillagers"] switch
            {
                null or "" => false,
                { } text when bool.TryParse(text, out var takes) => takes,
                _ => throw OpenIdProvider.Wrong("Portal:OpenIdVillagers", "ต้องเป็น true หรือ false"),
            };
            All = all;
        }
        catch (PortalException problem)
        {
            _problem = problem;
        }
    }

    public IReadOnlyList<OpenIdProvider> All { get; } = [];

    /// <summary>Whether somebody whom only a provider knows may become a villager member.</summary>
    public bool TakesVillagers { get; }

    public IReadOnlyCollection<string> Names => [.. All.Select(p => p.Name)];

    public OpenIdProvider? Find(string? name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Told at the start, not while the program is being put together: commands work with wrong settings too.</summary>
    /// <exception cref="PortalException">A setting is wrong.</exception>
    public void Check()
    {
        if (_problem is not null)
        {
            throw _problem;
        }
    }
}
