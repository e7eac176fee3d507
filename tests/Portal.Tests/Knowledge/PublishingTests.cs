using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge;

public sealed class PublishingTests(TestDatabases databases) : PortalTest(databases)
{
    [Fact]
    public async Task An_address_is_made_from_the_title_in_thai_and_stays_when_the_title_changes()
    {
        var id = await Portal.PublishAsync(Samples.Article("น้ำหมักชีวภาพ สูตร EM ๒"));
        Assert.Equal("น้ำหมักชีวภาพ-สูตร-em-2", (await Portal.EntryAsync(id)).Slug);

        await RepublishAsync(id, Samples.Article("น้ำหมักอีกชื่อ"));

        Assert.Equal("น้ำหมักชีวภาพ-สูตร-em-2", (await Portal.EntryAsync(id)).Slug);
        Assert.Equal("น้ำหมักอีกชื่อ", (await ReadAsync("น้ำหมักชีวภาพ-สูตร-em-2"))!.Content.Title);
        Assert.Empty(await AliasesAsync());
    }

    [Fact]
    public async Task A_chosen_address_is_used_and_the_former_one_leads_to_it()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));

        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก") with { Slug = "กองปุ๋ย" });
        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก") with { Slug = "กองปุ๋ยใหญ่" });

        Assert.Equal("/articles/กองปุ๋ยใหญ่", await MovedAsync("ปุ๋ยหมัก"));
        Assert.Equal("/articles/กองปุ๋ยใหญ่", await MovedAsync("กองปุ๋ย"));
        Assert.Null(await MovedAsync("กองปุ๋ยใหญ่"));
        Assert.Null(await ReadAsync("ปุ๋ยหมัก"));
        Assert.Null(await Portal.Read(db => db.MovedToAsync(EntryType.Lesson, "ปุ๋ยหมัก", Stop)));
    }

    [Fact]
    public async Task A_text_may_take_back_its_own_former_address()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก") with { Slug = "กองปุ๋ย" });

        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก") with { Slug = "ปุ๋ยหมัก" });

        Assert.NotNull(await ReadAsync("ปุ๋ยหมัก"));
        Assert.Equal(["กองปุ๋ย"], await AliasesAsync());
        Assert.Equal("/articles/ปุ๋ยหมัก", await MovedAsync("กองปุ๋ย"));
    }

    [Fact]
    public async Task A_chosen_address_that_another_text_has_or_had_is_refused_beside_its_field()
    {
        var first = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        await RepublishAsync(first, Samples.Article("ปุ๋ยหมัก") with { Slug = "กองปุ๋ย" });

        foreach (var taken in (string[])["กองปุ๋ย", "ปุ๋ยหมัก"])
        {
            var refusal = await Assert.ThrowsAsync<PortalException>(() => Portal.PublishAsync(Samples.Article("เรื่องใหม่") with { Slug = taken }));
            Assert.Equal(("entry.slug-taken", "Slug"), (refusal.Code, refusal.Field));
        }

        await Portal.PublishAsync(Samples.Lesson("บทเรียน") with { Slug = "กองปุ๋ย" }, EntryType.Lesson);
    }

    [Fact]
    public async Task Texts_of_one_title_get_addresses_of_their_own()
    {
        for (var n = 0; n < 5; n++)
        {
            await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        }

        var slugs = await Portal.Read(db => db.Entries.OrderBy(e => e.Id).Select(e => e.Slug!).ToListAsync(Stop));
        Assert.Equal(5, slugs.Distinct().Count());
        Assert.Superset(new HashSet<string> { "ปุ๋ยหมัก", "ปุ๋ยหมัก-2", "ปุ๋ยหมัก-3" }, slugs.ToHashSet());
    }

    [Fact]
    public async Task Addresses_of_long_titles_that_are_the_same_are_still_addresses()
    {
        var title = string.Concat(Enumerable.Repeat("ปุ๋ยหมัก", 24));
        for (var n = 0; n < 5; n++)
        {
            await Portal.PublishAsync(Samples.Article(title));
        }

        var slugs = await Portal.Read(db => db.Entries.Select(e => e.Slug!).ToListAsync(Stop));
        Assert.Equal(5, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.True(Slug.IsValid(slug), slug));
    }

    [Fact]
    public async Task An_archived_text_is_gone_for_readers_its_history_stays_and_its_address_is_kept_for_it()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));

        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now));

        Assert.Null(await ReadAsync("ปุ๋ยหมัก"));
        Assert.Null(await MovedAsync("ปุ๋ยหมัก"));
        Assert.Empty((await Portal.Read(db => db.HomeAsync(Stop))).Articles);
        Assert.NotNull(await Portal.Read(db => db.RevisionAsync(id, 1, Stop)));
        Assert.Equal("entry.slug-taken", await Refused(() => Portal.PublishAsync(Samples.Article("ใหม่") with { Slug = "ปุ๋ยหมัก" })));
        Assert.Equal("entry.not-live", await Refused(() => Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Archive(People.Somchai, now))));
        Assert.Equal("entry.not-approved", await Refused(() => Portal.PutLiveAsync(id, People.Somchai)));
    }

    [Fact]
    public async Task The_first_publication_is_remembered_and_the_last_change_told()
    {
        var first = Now;
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก"));
        Portal.Clock.Now = first.AddDays(40);

        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก", "แก้แล้ว"));

        var entry = await Portal.EntryAsync(id);
        Assert.Equal((first, first.AddDays(40)), (entry.PublishedAt, entry.UpdatedAt));
    }

    [Fact]
    public async Task References_are_rewritten_at_each_publication()
    {
        var id = await Portal.PublishAsync(Samples.Article("ปุ๋ยหมัก") with { Topics = ["soil", "compost"], Sages = ["a", "b"], Bases = ["base"] });

        await RepublishAsync(id, Samples.Article("ปุ๋ยหมัก") with { Topics = ["compost", "water"], Sages = ["b"], Centres = ["centre"] });

        var references = await Portal.Read(db => db.References.AsNoTracking().ToListAsync(Stop));
        Assert.Equal(
            [
                (ReferenceKind.Topic, "compost", 0), (ReferenceKind.Topic, "water", 1), (ReferenceKind.Sage, "b", 0), (ReferenceKind.Centre, "centre", 0),
            ],
            references.Select(r => (r.Kind, r.Key, r.Position)).OrderBy(r => r.Kind).ThenBy(r => r.Position));
    }

    [Fact]
    public async Task An_unpublished_revision_has_no_references_yet()
    {
        await Portal.DraftAsync(Samples.Article("ปุ๋ยหมัก") with { Topics = ["soil"] }, People.Malee);

        Assert.Empty(await Portal.Read(db => db.References.ToListAsync(Stop)));
    }

    private Task<EntryView?> ReadAsync(string slug) => Portal.Read(db => db.EntryAsync(EntryType.Article, slug, Stop));

    private Task<string?> MovedAsync(string slug) => Portal.Read(db => db.MovedToAsync(EntryType.Article, slug, Stop));

    private Task<List<string>> AliasesAsync() => Portal.Read(db => db.Aliases.Select(a => a.Slug).ToListAsync(Stop));

    private async Task RepublishAsync(Guid id, EntryContent content)
    {
        await Portal.ReviseAsync(id, (await Portal.EntryAsync(id)).LatestNumber, content, People.Malee);
        await Portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await Portal.ActAsync(id, People.Somchai, (entry, now) => entry.Approve(Samples.Ticked, People.Somchai, now));
        await Portal.PutLiveAsync(id, People.Somchai);
    }
}
