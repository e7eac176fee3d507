using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Hosting;
using KhokNongNa.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KhokNongNa.Web.Tests.Hosting;

[Collection(WritersPortal.Name)]
public sealed class RecurringWorkTests(Support.Portal portal)
{
    [Fact]
    public async Task The_portal_runs_it_and_each_job_once_in_its_span()
    {
        Assert.Single(portal.Services.GetServices<IHostedService>().OfType<RecurringWork>());
        var sage = await portal.AddSageAsync("นางครบกำหนด วันนี้", [ConsentPurpose.Profile]);
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        var today = KhokNongNa.Portal.ThaiTime.Day(clock.Now);
        await portal.AskAsync(async db =>
        {
            await db.GiveConsentsAsync(sage.Id, [new(ConsentPurpose.Home, today, ConsentMethod.Spoken, Expires: today)], Actor.System, clock.Now, default);
            return true;
        });
        using var work = new RecurringWork(
            portal.Services.GetRequiredService<PortalSettings>(), portal.Services.GetRequiredService<PictureStore>(), portal.Services.GetRequiredService<IServiceScopeFactory>(), clock, portal.Services.GetRequiredService<ILogger<RecurringWork>>());

        await work.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.True(await StandsAsync());
        clock.Now = KhokNongNa.Portal.ThaiTime.StartOf(today.AddDays(1)).AddSeconds(1);
        await work.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.False(await StandsAsync());

        Task<bool> StandsAsync() => portal.AskAsync(db => db.HasConsentAsync(sage.Id, ConsentPurpose.Home, default));
    }

    [Fact]
    public async Task A_failure_is_in_the_log_without_what_it_was_about_and_the_job_is_tried_again()
    {
        var (log, scopes) = (new Kept(), new Failing());
        using var work = new RecurringWork(portal.Services.GetRequiredService<PortalSettings>(), portal.Services.GetRequiredService<PictureStore>(), scopes, TimeProvider.System, log);

        await work.RunDueAsync(TestContext.Current.CancellationToken);
        var tries = scopes.Tries;
        await work.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(tries * 2, scopes.Tries);
        Assert.Equal(tries * 2, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.DoesNotContain("0812345678", line, StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("consents-expire", StringComparison.Ordinal) && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Failing : IServiceScopeFactory
    {
        public int Tries { get; private set; }

        public IServiceScope CreateScope()
        {
            Tries++;
            throw new InvalidOperationException("row of นางบุญมี 0812345678");
        }
    }

    private sealed class Kept : ILogger<RecurringWork>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
