using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A portal and a real browser that looks at it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    internal static BrowserTypeLaunchOptions Launch { get; } = new()
    {
        ExecutablePath = Chromium,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    };

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Support.Portal Portal { get; } = new();

    /// <summary>The same in the other theme.</summary>
    public Support.Portal Riverside { get; } = new Support.RiversidePortal.Fixture();

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            throw new InvalidOperationException($"The browser tests need Chromium at {Chromium}; tests/run installs it.");
        }

        await Task.WhenAll(Portal.InitializeAsync().AsTask(), Riverside.InitializeAsync().AsTask());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Launch);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
        await Riverside.DisposeAsync();
    }

    public Support.Portal Wearing(string theme) => theme == "riverside" ? Riverside : Portal;

    /// <summary>A fresh browser window that belongs to nobody yet.</summary>
    /// <param name="display">What its reader has chosen; none → nothing.</param>
    public Task<Window> OpenAsync(Screen screen, bool script = true, string theme = "default", string? display = null) => OpenAsync(Wearing(theme), screen, script, display);

    /// <summary>A fresh browser window on a portal of its own.</summary>
    public async Task<Window> OpenAsync(Support.Portal portal, Screen screen, bool script = true, string? display = null)
    {
        var address = portal.Address;
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = script,
            Locale = "th-TH",
        });
        if (display is not null)
        {
            await context.AddCookiesAsync([new Cookie { Name = Site.Display.Cookie, Value = display, Url = address.ToString() }]);
        }

        return await Window.OpenAsync(context, address);
    }
}

public sealed record Screen(int Width, int Height)
{
    public static Screen Narrow { get; } = new(320, 640);

    public static Screen Phone { get; } = new(360, 740);

    public static Screen Desk { get; } = new(1366, 768);
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browsers>
{
    public const string Name = "browser";
}
