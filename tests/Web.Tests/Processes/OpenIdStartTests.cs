namespace KhokNongNa.Web.Tests.Processes;

[Collection(ProcessCollection.Name)]
public sealed class OpenIdStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private PortalSetup Setup => new(_folder.Sub("data")) { Content = "off", EnvironmentName = "Production" };

    [Fact]
    public async Task A_provider_that_is_set_wrongly_is_named_in_a_sentence()
    {
        var end = await PortalCommand.RunAsync(Setup, "--urls=http://127.0.0.1:0", "--Portal:OpenId:0:Name=LINE", "--Portal:OpenId:0:ClientSecret=tell-nobody");
        Assert.Equal(1, end.ExitCode);
        Assert.Equal("เปิดพอร์ทัลไม่ได้ การตั้งค่า Portal__OpenId__0__Label ยังไม่ได้ตั้ง", Assert.Single(end.Errors));
    }

    public void Dispose() => _folder.Dispose();
}
