using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace KhokNongNa.Portal.Tests.Data;

public sealed class MigrationTests(TestDatabases databases) : PortalTest(databases)
{
    [Theory]
    [InlineData("Data Source=nowhere.db")]
    [InlineData("Host=nowhere")]
    public async Task The_model_has_no_changes_without_a_migration(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddPortalDb(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<PortalDb>().Database.HasPendingModelChanges());
    }

    [Fact]
    public Task The_suite_runs_on_the_database_it_was_asked_to() => Portal.Run(db =>
    {
        Assert.IsType(TestDatabases.IsPostgres ? typeof(PostgresPortalDb) : typeof(SqlitePortalDb), db);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Migrating_a_migrated_database_changes_nothing()
    {
        await Portal.Run(db => db.Database.MigrateAsync(Stop));

        Assert.Empty(await Portal.Read(db => db.Database.GetPendingMigrationsAsync(Stop)));
        Assert.Empty(await Journal());
    }

    [Fact]
    public async Task A_page_keeps_the_place_that_its_latest_wording_gave_it()
    {
        var id = await Portal.PublishAsync(Samples.Article("หน้า"), EntryType.Page, "31");
        await Portal.Run(db => db.Database.ExecuteSqlAsync($"""UPDATE "Revisions" SET "Content" = {"{\"Title\":\"หน้า\",\"Order\":7}"}""", Stop));
        var before = await Portal.Read(db => Task.FromResult(db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_Pages", StringComparison.Ordinal)).Last()));

        await Portal.Run(db => db.GetService<IMigrator>().MigrateAsync(before, Stop));
        await Portal.Run(db => db.Database.MigrateAsync(Stop));

        Assert.Equal(7, (await Portal.EntryAsync(id)).Position);
    }
}
