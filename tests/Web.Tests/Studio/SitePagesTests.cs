namespace KhokNongNa.Web.Tests.Studio;

/// <summary>The settings of the site, and what readers see of them. It has a portal of its own, for its name stands on every page.</summary>
public sealed class SitePagesTests(Support.Portal portal) : IClassFixture<Support.Portal>
{
    [Fact]
    public async Task A_name_a_contact_colours_and_links_stand_on_every_page()
    {
        using var administrator = await portal.MemberAsync("ธีระ");
        var form = await administrator.GetAsync("/studio/site");
        Assert.Equal("โคก หนอง นา", form.Value("Form.Name"));

        var wrong = await administrator.PressAsync(form, "บันทึก", ("Form.Name", "เว็บของเรา"), ("Form.Accent", "แดง"), ("Form.Menu", "เวที"));
        Assert.Contains("สีเขียนแบบ", wrong.Main, StringComparison.Ordinal);
        Assert.Equal(("เว็บของเรา", "แดง", "เวที"), (wrong.Value("Form.Name"), wrong.Value("Form.Accent"), wrong.Value("Form.Menu")));
        var saved = await administrator.PressAsync(wrong, "บันทึก", ("Form.Accent", "#0A5C36"), ("Form.Unit", "สำนักงานทดลอง"), ("Form.Phone", "044 000 000"), ("Form.Menu", "เวทีเรียนรู้ | /topics"));
        Assert.Contains("บันทึกแล้ว", saved.Main, StringComparison.Ordinal);

        using var reader = portal.Visitor();
        var home = await reader.GetAsync("/topics");
        Assert.Contains("เว็บของเรา", home.Document.Title, StringComparison.Ordinal);
        Assert.Contains("สำนักงานทดลอง โทร. 044 000 000", home.Html, StringComparison.Ordinal);
        Assert.Equal("/topics", home.Link("เวทีเรียนรู้"));
        var styles = home.Document.QuerySelector("link[href*='/site.css?v=']")!.GetAttribute("href")!;
        var css = await reader.OnceAsync(styles);
        Assert.True(css.Status == 200, css.Html);
        Assert.Contains("#0a5c36", css.Html, StringComparison.Ordinal);
    }
}
