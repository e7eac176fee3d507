namespace KhokNongNa.Web.Tests.Support;

/// <summary>Waits for what other threads do: asks again and again, a bounded number of times.</summary>
internal static class Until
{
    private const int Tries = 400;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    public static async Task Async(Func<Task<bool>> condition, string what)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Waited in vain until {what}.");
    }
}
