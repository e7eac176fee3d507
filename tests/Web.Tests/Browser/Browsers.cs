using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A portal and a real browser that looks at it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public Support.Portal Portal { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            throw new InvalidOperationException($"The browser tests need Chromium at {Chromium}; tests/run installs it.");
        }

        await Portal.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>A fresh browser window that belongs to nobody yet.</summary>
    public async Task<Window> OpenAsync(Screen screen, bool script = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Portal.Address.ToString(),
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = script,
            Locale = "th-TH",
        });
        return await Window.OpenAsync(context, Portal.Address);
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
