using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>How the first person gets into a new portal in Production.</summary>
[Collection(ProcessCollection.Name)]
public sealed class CreateAdministratorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Sub("data")) { EnvironmentName = "Production", Content = "off" };

    [Fact]
    public async Task The_printed_link_is_good_once()
    {
        var done = await PortalCommand.RunAsync(Setup, "create-admin", "ธีระ ผู้ดูแล");
        Assert.True(done.ExitCode == 0, done.ToString());
        var link = done.Lines.Single(l => l.Contains("/sign-in/invitation/", StringComparison.Ordinal)).Split('>')[1];

        await using var portal = await PortalProcess.StartAsync(Setup);
        using var administrator = new Visitor(portal.Address);
        var page = await administrator.GetAsync(link);
        Assert.Contains("ธีระ ผู้ดูแล", page.Main, StringComparison.Ordinal);
        var inside = await administrator.PressAsync(page, "ใช้ PIN นี้", ("Form.Pin", "407193"), ("Form.Again", "407193"));
        Assert.Equal((200, "/studio"), (inside.Status, inside.Path));
        Assert.Equal(200, (await administrator.OnceAsync("/studio/index")).Status);

        using var finder = new Visitor(portal.Address);
        Assert.Equal(404, (await finder.OnceAsync(link)).Status);
    }

    [Fact]
    public async Task A_name_that_is_none_makes_nobody()
    {
        var refused = await PortalCommand.RunAsync(Setup, "create-admin", " ");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("ชื่อ", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0L, await PortalFile.ReadAsync<long>(Setup.DataFolder, "SELECT count(*) FROM Members"));
    }

    public void Dispose() => _folder.Dispose();
}
