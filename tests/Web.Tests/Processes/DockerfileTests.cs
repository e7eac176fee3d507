using System.Net;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class DockerfileTests(PublishedPortal published)
{
    [Fact]
    public void It_names_what_the_portal_needs_of_Debian()
    {
        Assert.Superset(new HashSet<string> { "tzdata", "curl", "fontconfig", "fonts-noto-core" }, Dockerfile.Packages.ToHashSet());
        Assert.Equal("false", Dockerfile.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"]);
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_with_a_volume_and_a_health_check()
    {
        Assert.True(Dockerfile.Says("USER $APP_UID"));
        Assert.True(Dockerfile.Says("VOLUME /data"));
        Assert.True(Dockerfile.Says("HEALTHCHECK --start-period=60s CMD curl -fs http://localhost:8080/health || exit 1"));
    }

    [Fact]
    public async Task What_it_publishes_starts_with_an_empty_volume_as_the_image_starts_it()
    {
        await published.PortalAsync();
        var setup = published.Setup("volume") with { Locale = Dockerfile.Environment["LC_ALL"] };
        await using var portal = await PortalProcess.StartAsync(setup);

        Assert.Equal(Dockerfile.Program, Path.GetFileName(setup.Program));
        Assert.Equal(HttpStatusCode.OK, await portal.StatusAsync("/health"));
        Assert.Contains("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
    }
}
