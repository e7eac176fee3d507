using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Knowledge.Exchange;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Network;

public sealed class SyntheticDataTests(TestDatabases databases) : ImportTest(databases)
{
    private static readonly SageProfile Fiction = Samples.Profile() with { Synthetic = true };

    [Fact]
    public async Task The_fictional_go_with_a_row_each_and_the_real_stay()
    {
        await Portal.SageAsync("real", "บุญมี");
        await Portal.SageAsync("fiction", "ดาว", Fiction);
        await Portal.CentreAsync("real", "ศูนย์จริง");
        await Portal.CentreAsync("fiction", "ศูนย์ดาว", synthetic: true);
        await Portal.PlotAsync("3104-L-0001");
        await Portal.PlotAsync("3104-L-0002", synthetic: true);
        Assert.Equal(new SyntheticCount(1, 1, 1), await Portal.Read(db => db.SyntheticAsync(Stop)));
        var rows = (await Journal()).Count;

        Assert.Equal(new SyntheticCount(1, 1, 1), await WipeAsync());

        Assert.Equal(["portal synthetic-wiped", "sage removed", "centre removed", "plot removed"], (await VerbsInJournal()).Skip(rows));
        Assert.Equal(["real"], await Portal.Read(db => db.PublicSages().Select(s => s.Key).ToListAsync(Stop)));
        Assert.Equal(["real"], await Portal.Read(db => db.Centres.Select(c => c.Key).ToListAsync(Stop)));
        Assert.Equal(["3104-L-0001"], await Portal.Read(db => db.Plots.Select(p => p.Key).ToListAsync(Stop)));
        Assert.Equal(1, await Portal.Read(db => db.Consents.CountAsync(Stop)));
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
    }

    [Fact]
    public async Task A_text_stays_and_its_credit_finds_nobody()
    {
        await Portal.SageAsync("fiction", "ดาว", Fiction);
        await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Sages = ["fiction"] });
        await WipeAsync();

        var text = await Portal.Read(db => db.EntryAsync(EntryType.Article, "ปุ๋ยหมัก", Stop));

        Assert.Empty(text!.Sages);
    }

    [Fact]
    public async Task A_wipe_that_broke_off_goes_on_where_it_was()
    {
        await Portal.SageAsync("fiction", "ดาว", Fiction);
        await Portal.CentreAsync("fiction", "ศูนย์ดาว", synthetic: true);
        await Portal.PlotAsync("3104-L-0002", synthetic: true);

        // The clock is asked for the wipe itself, for the sage, and stops at the centre.
        await Assert.ThrowsAsync<InvalidOperationException>(() => Portal.Read(db => db.WipeSyntheticAsync(Actor.System, new StoppingClock(2), Stop)));
        Assert.Equal(new SyntheticCount(0, 1, 1), await Portal.Read(db => db.SyntheticAsync(Stop)));
        Assert.True(await Portal.Read(db => db.IsWipedAsync(Stop)));

        Assert.Equal(new SyntheticCount(0, 1, 1), await WipeAsync());
        Assert.Equal(new SyntheticCount(0, 0, 0), await WipeAsync());
    }

    [Fact]
    public async Task No_import_brings_them_back_even_from_changed_or_new_files_but_real_ones_go_in()
    {
        PutSage("a", "ดาว", "synthetic: true");
        PutSage("b", "เดือน", "synthetic: true");
        await ImportCleanly();
        await WipeAsync();

        await ImportCleanly();
        PutSage("a", "ดาวใหม่", "synthetic: true");
        PutSage("c", "ตะวัน", "synthetic: true");
        await ImportCleanly();
        Assert.Empty(await Portal.Read(db => db.Sages.ToListAsync(Stop)));

        PutSage("b", "บุญมี", "nickname: มี");
        PutSage("d", "สายใจ", "nickname: ใจ");
        await ImportCleanly();
        Assert.Equal(["b", "d"], await Portal.Read(db => db.Sages.OrderBy(s => s.Key).Select(s => s.Key).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Without_a_wipe_what_was_taken_away_otherwise_does_not_keep_fiction_out()
    {
        PutSage("a", "ดาว", "synthetic: true");

        Assert.Equal(1, (await ImportCleanly()).New);
        Assert.False(await Portal.Read(db => db.IsWipedAsync(Stop)));
    }

    [Fact]
    public async Task More_than_a_batch_goes_too_and_the_whole_seed_with_it()
    {
        Assert.Empty((await Portal.Import(Repository.Content)).Findings);
        await Portal.Write(db => db.Plots.AddRange(Enumerable.Range(1_000, 201).Select(i => NewPlot($"3104-L-{i}"))));
        var texts = await Portal.Read(db => db.LiveEntries().CountAsync(Stop));

        var gone = await WipeAsync();

        Assert.Equal(281, gone.Plots);
        Assert.Equal(0, await Portal.Read(async db => await db.Sages.CountAsync(Stop) + await db.Centres.CountAsync(Stop) + await db.Plots.CountAsync(Stop)));
        Assert.Equal(texts, await Portal.Read(db => db.LiveEntries().CountAsync(Stop)));
        Assert.Equal(0, (await Portal.Import(Repository.Content)).New);
        Assert.Equal(0, (await Portal.Read(db => db.SyntheticAsync(Stop))).All);
    }

    [Fact]
    public async Task Only_who_runs_the_portal_may() =>
        Assert.Equal("synthetic.forbidden", await Refused(() => Portal.Read(db => db.WipeSyntheticAsync(People.FromProvince, Portal.Clock, Stop))));

    private static Plot NewPlot(string code)
    {
        var plot = Plot.Create(code);
        plot.Write(
            new(
                new PlotFacts("แปลง", PlotKind.Hlm, 2021, "310401", new LandSize(400), "", Synthetic: true),
                new PlotProfile { History = [new(PlotState.Applied, new DateOnly(2021, 1, 1))] }),
            "",
            Actor.System,
            DateTimeOffset.UnixEpoch);
        return plot;
    }

    private Task<SyntheticCount> WipeAsync() => Portal.Read(db => db.WipeSyntheticAsync(Actor.System, Portal.Clock, Stop));

    private void PutSage(string id, string name, string keys) => Put(
        $"network/sages/{id}.md",
        $"---\nid: {id}\ntype: sage\ntitle: {name}\n{keys}\nconsents:\n  - purpose: profile\n    given: 2026-11-01\n---\n");

    private sealed class StoppingClock(int answers) : TimeProvider
    {
        private int _left = answers;

        public override DateTimeOffset GetUtcNow() => _left-- > 0 ? DateTimeOffset.UnixEpoch : throw new InvalidOperationException("The clock stopped.");
    }
}
