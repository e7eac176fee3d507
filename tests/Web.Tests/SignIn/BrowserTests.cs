using KhokNongNa.Web.Tests.Browser;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.SignIn;

/// <summary>The way to another site and back in a real browser, whose rules for cookies and policies are stricter than any test's.</summary>
public sealed class BrowserTests(ProviderPortal all) : ProviderTest(all)
{
    [Fact]
    public async Task A_villager_on_a_phone_without_script_links_an_account_and_comes_in_by_it_the_next_time()
    {
        var (id, code) = await All.InvitedAsync("จันทร์ บนมือถือ");
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(Browsers.Launch);
        await using var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Portal.Address.ToString(),
            ViewportSize = new ViewportSize { Width = Screen.Phone.Width, Height = Screen.Phone.Height },
            JavaScriptEnabled = false,
        });
        var troubles = new List<string>();
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                troubles.Add(message.Text);
            }
        };
        var page = await context.NewPageAsync();

        await page.GotoAsync($"/sign-in/invitation/{code}");
        await page.GetByText("ผูกกับบัญชี บ้าน").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("ผูกบัญชี บ้าน");
        await page.GetByText("ใช่ ผูกบัญชีนี้").ClickAsync();
        await Assertions.Expect(page.Locator(".studio-who a")).ToHaveTextAsync("จันทร์ บนมือถือ");
        Assert.Single(await LoginsAsync(id));

        await page.GetByText("ออกจากระบบ").ClickAsync();
        await page.GotoAsync("/studio/entries");
        await page.GetByText("เข้าสู่ระบบด้วย บ้าน").ClickAsync();
        await page.WaitForURLAsync("**/studio/entries");
        await Assertions.Expect(page.Locator(".studio-who a")).ToHaveTextAsync("จันทร์ บนมือถือ");
        Assert.Empty(troubles);
    }
}
