using System.Net;

namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class PublishedPortalTests(PublishedPortal published) : IAsyncLifetime
{
    private PortalProcess Portal { get; set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await published.PortalAsync();

    // It serves all tests and goes with them.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_brings_its_content_along()
    {
        Assert.Contains("straw-mulch", await Portal.SearchAsync("ห่มดินด้วยฟาง"));
        var lessons = Directory.EnumerateFiles(Path.Combine(Repository.Content, "lessons"), "*.md", SearchOption.AllDirectories).Count();
        Assert.Equal(lessons, await PortalFile.ReadAsync<long>(Portal.Setup.DataFolder, "SELECT count(*) FROM Entries WHERE Type = 'Lesson' AND IsLive"));
    }

    [Fact]
    public async Task Nobody_signs_in_without_proof()
    {
        Assert.Equal(HttpStatusCode.OK, await Portal.StatusAsync("/sign-in"));
        Assert.Equal(HttpStatusCode.NotFound, await Portal.StatusAsync("/sign-in/development"));
        Assert.Equal(HttpStatusCode.NotFound, await Portal.StatusAsync("/SignIn/Development"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["member"] = Guid.Empty.ToString() });
        using var answer = await Portal.Http.PostAsync("/sign-in/development", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await Portal.StatusAsync("/studio"));
    }

    [Fact]
    public async Task The_members_of_Development_are_not_there()
    {
        Assert.Equal(0L, await PortalFile.ReadAsync<long>(Portal.Setup.DataFolder, "SELECT count(*) FROM Members"));
        Assert.Equal(0L, await PortalFile.ReadAsync<long>(Portal.Setup.DataFolder, "SELECT count(*) FROM Journal WHERE SubjectType = 'member'"));
    }

    [Fact]
    public async Task Without_content_it_starts_empty()
    {
        await using var portal = await PortalProcess.StartAsync(published.Setup("empty") with { Content = "off" });

        Assert.Equal(0, (await portal.HealthAsync()).Head);
        Assert.Empty(await portal.SearchAsync("ดิน"));
        Assert.Equal(HttpStatusCode.OK, await portal.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await portal.StatusAsync("/topics"));
    }

    [Fact]
    public async Task Without_the_network_it_has_lessons_and_no_sages()
    {
        await using var portal = await PortalProcess.StartAsync(published.Setup("texts") with { Content = "network-off" });

        Assert.Contains("straw-mulch", await portal.SearchAsync("ห่มดินด้วยฟาง"));
        Assert.Equal(0L, await PortalFile.ReadAsync<long>(portal.Setup.DataFolder, "SELECT (SELECT count(*) FROM Sages) + (SELECT count(*) FROM Centres)"));
        Assert.Equal(HttpStatusCode.OK, await portal.StatusAsync("/sages"));
    }
}
