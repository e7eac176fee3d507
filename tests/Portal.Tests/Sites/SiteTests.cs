using FsCheck;
using FsCheck.Fluent;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Sites;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Sites;

public sealed class SiteTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task The_second_of_two_who_write_at_once_is_told_and_nobody_but_who_runs_the_portal_may()
    {
        Assert.Equal(("โคก หนอง นา", 0), await ReadAsync());
        Assert.Equal("site.forbidden", await Refused(() => WriteAsync("ของจังหวัด", 0, People.FromProvince)));
        await WriteAsync("เว็บของเรา", 0, Actor.System);
        Assert.Equal("site.newer", await Refused(() => WriteAsync("ของอีกคน", 0, Actor.System)));
        Assert.Equal(("เว็บของเรา", 1), await ReadAsync());
        Assert.Equal("site.logo", await Refused(() => Portal.Run(db => db.WriteSiteAsync(new(), Guid.CreateVersion7(), 1, Actor.System, Now, Stop))));
    }

    [Theory]
    [InlineData("Name", "  ", "", "", "")]
    [InlineData("Accent", "เว็บ", "red", "", "")]
    [InlineData("Accent", "เว็บ", "#12345", "", "")]
    [InlineData("Accent", "เว็บ", "#123456;}body{x:y", "", "")]
    [InlineData("Menu", "เว็บ", "", "ชื่อ", "javascript:alert(1)")]
    [InlineData("Menu", "เว็บ", "", "ชื่อ", "//example.org")]
    [InlineData("Menu", "เว็บ", "", "", "/topics")]
    [InlineData("Name", "1234567890121", "", "", "")]
    public void What_cannot_stand_around_a_page_is_said_beside_its_field(string field, string name, string accent, string title, string url)
    {
        var text = new SiteText { Name = name, Accent = accent, Menu = title.Length + url.Length > 0 ? [new(title, url)] : [] };

        Assert.Equal(field, Assert.Single(SiteRules.Check(text)).Field);
    }

    [Fact]
    public void Whatever_colour_is_chosen_can_be_read_by_day_by_night_and_in_high_contrast() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(byte Red, byte Green, byte Blue)>(), c =>
        {
            var colour = $"#{c.Red:x2}{c.Green:x2}{c.Blue:x2}";
            foreach (var (under, contrast) in new[] { ("#faf5ea", 7.0), ("#1a1611", 7), ("#ffffff", 10), ("#000000", 10) })
            {
                Assert.True(SiteColours.Contrast(SiteColours.Near(colour, under, contrast), under) >= contrast, $"{colour} on {under}");
            }
        }));

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_was_chosen()
    {
        Assert.Contains("--accent: var(--light, #2b3580)", SiteColours.Css(new() { Accent = "#2b3580" }), StringComparison.Ordinal);
        Assert.Empty(SiteColours.Css(new()));
    }

    private Task WriteAsync(string name, int version, Actor by) => Portal.Run(db => db.WriteSiteAsync(new() { Name = name }, null, version, by, Now, Stop));

    private async Task<(string Name, int Version)> ReadAsync()
    {
        var (text, _, version) = await Portal.Read(db => db.SiteAsync(Stop));
        return (text.Name, version);
    }
}
