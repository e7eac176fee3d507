namespace KhokNongNa.Web.Tests.Processes;

/// <summary>Asks again and again, a bounded number of times.</summary>
internal static class Poll
{
    private const int Tries = 1_200;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="what">What is waited for, for the message when it does not come.</param>
    public static Task UntilAsync(Func<Task<bool>> isSo, string what) => ForAsync(async () => await isSo() ? what : null, what);

    /// <summary>The first answer that is not <c>null</c>.</summary>
    public static async Task<T> ForAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(Between, Stop);
        }

        throw new InvalidOperationException($"Waited in vain: {what}");
    }
}
