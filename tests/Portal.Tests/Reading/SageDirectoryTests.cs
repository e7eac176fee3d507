using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Reading;

public sealed class SageDirectoryTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly SageFilter Everybody = new();

    [Fact]
    public async Task Everybody_stands_in_dictionary_order_and_the_deceased_last()
    {
        await FillAsync();

        var page = await PageAsync(Everybody);
        Assert.Equal(["", SageDirectory.Remembered], page.Items.Select(g => g.Title));
        Assert.Equal(["กาว", "เกษตร", "ไก่", "ขนม"], page.Items[0].Sages.Select(s => s.Name));
        Assert.Equal("กก", Assert.Single(page.Items[1].Sages).Name);
        Assert.Equal((5, 1, 1), (page.Total, page.Page, page.Pages));
    }

    [Fact]
    public async Task Each_choice_leads_to_as_many_as_it_says()
    {
        await FillAsync();
        var chosen = from topic in (string[])["", "soil", "compost", "water"]
                     from area in (string[])["", "31", "3104", "310427", "3102"]
                     from can in (Ability?[])[null, Ability.Teach, Ability.Lead]
                     from language in (Language?[])[null, Language.Khmer]
                     select new SageFilter(topic, area, can, language);
        foreach (var filter in chosen)
        {
            var total = (await PageAsync(filter)).Total;
            Assert.Equal((await AllAsync(filter)).Count, total);
            var skills = await Portal.Read(db => db.SageSkillsAsync(filter, Stop));
            Assert.Equal(total, skills.All);
            foreach (var can in Enum.GetValues<Ability>())
            {
                Assert.Equal((await AllAsync(filter with { Can = can })).Count, skills.Can[can]);
            }

            foreach (var language in Enum.GetValues<Language>())
            {
                Assert.Equal((await AllAsync(filter with { Language = language })).Count, skills.Languages[language]);
            }

            var topics = await Portal.Read(db => db.SageTopicsAsync(filter, Stop));
            foreach (var topic in (string[])["soil", "compost", "water"])
            {
                Assert.Equal((await AllAsync(filter with { Topic = topic })).Count, topics.GetValueOrDefault(topic));
            }

            var places = await Portal.Read(db => db.SagePlacesAsync(filter, Stop));
            foreach (var area in (string[])["31", "3104", "3102", "310427"])
            {
                Assert.Equal((await PageAsync(filter with { Area = area })).Total, places.In(area));
            }
        }
    }

    [Fact]
    public async Task What_one_can_do_is_asked_of_the_topic_that_was_chosen()
    {
        await TopicsAsync();
        await Portal.SageAsync("a", "บุญมี", new() { Expertise = [new("soil", "ดิน", null, [Ability.Teach]), new("water", "น้ำ", null, [Ability.Lead])] });

        Assert.Equal(1, (await PageAsync(new("soil", Can: Ability.Teach))).Total);
        Assert.Equal(0, (await PageAsync(new("soil", Can: Ability.Lead))).Total);
        Assert.Equal(1, (await PageAsync(new(Can: Ability.Lead))).Total);
    }

    [Fact]
    public async Task From_a_chosen_place_the_nearest_stand_first()
    {
        await Portal.AreasAsync();
        foreach (var (name, area) in (IEnumerable<(string, string)>)[("ก ไกล", "320101"), ("ข จังหวัด", "310201"), ("ค อำเภอ", "310401"), ("ง ใกล้", "310402"), ("จ ที่นี่", "310427"), ("ฉ อำเภอไหนก็ได้", "3104")])
        {
            await Portal.SageAsync(name, name, area: area);
        }

        var near = new Neighbourhood("310427", ["310402"]);
        var page = await PageAsync(Everybody, near);
        Assert.Equal(["ในตำบลนี้", "ตำบลใกล้เคียง (โดยประมาณ)", "ในอำเภอเดียวกัน", "ในจังหวัดเดียวกัน", "ที่อื่น"], page.Items.Select(g => g.Title));
        Assert.Equal(["จ ที่นี่", "ง ใกล้", "ค อำเภอ", "ฉ อำเภอไหนก็ได้", "ข จังหวัด", "ก ไกล"], page.Items.SelectMany(g => g.Sages).Select(s => s.Name));
        Assert.All(page.Items, g => Assert.All(g.Sages, s => Assert.Equal(g.Title, NearReading.Title(near.Of(s.AreaCode), near.Code))));
        Assert.Equal(["ในอำเภอนี้", "ในจังหวัดเดียวกัน", "ที่อื่น"], (await PageAsync(Everybody, new Neighbourhood("3104", []))).Items.Select(g => g.Title));
        Assert.Equal(["ในจังหวัดนี้", "ที่อื่น"], (await PageAsync(Everybody, new Neighbourhood("31", []))).Items.Select(g => g.Title));
        Assert.Equal(["จ ที่นี่", "ง ใกล้", "ค อำเภอ", "ฉ อำเภอไหนก็ได้", "ข จังหวัด"], (await Portal.Read(db => db.NearAsync(near, Stop))).Groups.SelectMany(g => g.Sages).Select(s => s.Name));
    }

    [Fact]
    public async Task Pages_follow_each_other_across_groups_without_a_gap()
    {
        await Portal.AreasAsync();
        await Portal.Write(async db =>
        {
            for (var i = 0; i < 60; i++)
            {
                var sage = Sage.Create($"s{i:00}", null);
                db.Sages.Add(sage);
                await db.PutAsync(sage, Samples.Record($"คนที่ {i:00}", i % 3 == 0 ? "310427" : "310201", Samples.Profile() with { Deceased = i % 20 == 19 }), Actor.System, Now, CheckState.Accepted, Stop);
                db.Consents.Add(sage.Consent(Samples.Paper(ConsentPurpose.Profile), Actor.System, Now));
                sage.Publish(mayBeShown: true, Actor.System, Now);
            }
        });
        var near = new Neighbourhood("310427", []);
        List<string> names = [];
        for (var number = 1; number <= 3; number++)
        {
            var page = await PageAsync(Everybody, near, number);
            Assert.Equal((60, 3, number), (page.Total, page.Pages, page.Page));
            names.AddRange(page.Items.SelectMany(g => g.Sages).Select(s => s.Name));
        }

        Assert.Equal(60, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal).Distinct());
        Assert.Equal(3, (await PageAsync(Everybody, near, 99)).Page);
    }

    [Fact]
    public async Task Who_is_not_public_is_neither_listed_nor_counted()
    {
        await TopicsAsync();
        var sage = await Portal.SageAsync("a", "บุญมี", Samples.Profile("compost"));
        Assert.Equal(3, await LinesAsync());
        await Portal.WithdrawAsync(sage.Id);
        Assert.Equal(0, await LinesAsync());

        await Portal.Write(async db =>
        {
            var one = await db.Sages.SingleAsync(Stop);
            db.Consents.Add(one.Consent(Samples.Paper(ConsentPurpose.Profile, 2), Actor.System, Now));
        });
        Assert.Equal(0, await LinesAsync());
        await Portal.Write(async db => (await db.Sages.SingleAsync(Stop)).Publish(mayBeShown: true, Actor.System, Now));
        Assert.Equal(3, await LinesAsync());
        await Portal.Write(async db => (await db.Sages.SingleAsync(Stop)).Hide(Actor.System, Now));
        Assert.Equal(0, await LinesAsync());
        await Portal.SageAsync("b", "แก้ว", Samples.Profile("compost"), consents: false);
        Assert.Equal(0, await LinesAsync());
    }

    [Fact]
    public async Task Who_goes_for_good_leaves_no_line()
    {
        await Portal.SageAsync("a", "ดาว", Samples.Profile() with { Synthetic = true });
        Assert.Equal(1, await LinesAsync());
        await Portal.Run(db => db.WipeSyntheticAsync(Actor.System, Portal.Clock, Stop));
        Assert.Equal(0, await LinesAsync());
    }

    [Fact]
    public async Task A_topic_that_moves_takes_its_sages_along()
    {
        await TopicsAsync();
        await Portal.SageAsync("a", "บุญมี", Samples.Profile("compost"));
        Assert.Equal((1, 0), ((await PageAsync(new("soil"))).Total, (await PageAsync(new("water"))).Total));
        await Portal.TopicAsync("compost", "ปุ๋ยหมัก", "water");
        Assert.Equal((0, 1), ((await PageAsync(new("soil"))).Total, (await PageAsync(new("water"))).Total));
    }

    [Fact]
    public async Task Sages_older_than_the_lists_are_listed_once()
    {
        await Portal.SageAsync("a", "บุญมี");
        await Portal.Run(db => db.SageFacets.ExecuteDeleteAsync(Stop));
        await Portal.Run(db => db.ListSagesAsync(Stop));
        await Portal.Run(db => db.ListSagesAsync(Stop));
        Assert.Equal(1, await LinesAsync());
    }

    private async Task FillAsync()
    {
        await Portal.AreasAsync();
        await TopicsAsync();
        await AddAsync("ขนม", "310427", [new("compost", "x", 1, [Ability.Teach])], Language.Thai, Language.Khmer);
        await AddAsync("ไก่", "310401", [new("compost", "x", 1, [Ability.Teach, Ability.Lead]), new("soil", "y", 1, [Ability.Host])], Language.Khmer);
        await AddAsync("เกษตร", "310201", [new("water", "x", 1, [Ability.Lead])], Language.Thai);
        await AddAsync("กาว", "310427", [new("unknown", "x", 1, [Ability.Advise])]);
        await Portal.SageAsync("กก", "กก", Samples.Profile("soil") with { Deceased = true, Languages = [Language.Khmer] });
        await Portal.SageAsync("hidden", "ซ่อน", Samples.Profile("soil"), consents: false);
    }

    private Task<Sage> AddAsync(string name, string area, Expertise[] expertise, params Language[] languages) =>
        Portal.SageAsync(name, name, new() { Expertise = expertise, Languages = languages }, area: area);

    private async Task TopicsAsync()
    {
        await Portal.TopicAsync("soil", "ดิน");
        await Portal.TopicAsync("water", "น้ำ");
        await Portal.TopicAsync("compost", "ปุ๋ยหมัก", "soil");
    }

    private Task<Paged<SageGroup>> PageAsync(SageFilter filter, Neighbourhood? near = null, int page = 1) =>
        Portal.Read(async db => await db.SagePageAsync(filter, near, await db.SagePlacesAsync(filter, Stop), page, Stop));

    private Task<int> LinesAsync() => Portal.Read(db => db.SageFacets.CountAsync(Stop));

    /// <summary>The same asked of the sages themselves, one by one.</summary>
    private Task<List<string>> AllAsync(SageFilter filter) => Portal.Read(async db =>
    {
        var parents = await db.Topics.ToDictionaryAsync(t => t.Key, t => t.ParentKey, Stop);
        return (await db.PublicSages().ToListAsync(Stop)).Where(Fits).Select(s => s.Name).ToList();

        bool Fits(Sage sage)
        {
            var about = sage.Profile.Expertise.Where(e => filter.Topic.Length == 0 || e.Topic == filter.Topic || parents.GetValueOrDefault(e.Topic) == filter.Topic).ToList();
            return (filter.Topic.Length == 0 || about.Count > 0)
                && sage.AreaCode.StartsWith(filter.Area, StringComparison.Ordinal)
                && (filter.Can is not { } can || (!sage.IsDeceased && about.Any(e => e.Can.Contains(can))))
                && (filter.Language is not { } language || (!sage.IsDeceased && sage.Profile.Languages.Contains(language)));
        }
    });
}
