using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Tests.Reading;

/// <summary>Sages, centres, topics and lessons lead to each other both ways.</summary>
[Collection(ReadersPortal.Name)]
public sealed class NetworkLinkTests(Support.Portal portal)
{
    [Fact]
    public async Task From_any_of_sage_centre_topic_and_lesson_the_others_are_two_clicks_away()
    {
        var links = (await portal.SiteAsync()).ToDictionary(p => p.Key, p => Inside(p.Value));
        var groups = await GroupsAsync();
        Assert.True(groups.Count >= 11, $"Only {groups.Count} lessons have a sage and a centre.");
        foreach (var group in groups)
        {
            foreach (var from in group)
            {
                var near = links[from].Concat(links[from].Where(links.ContainsKey).SelectMany(l => links[l])).ToHashSet();
                Assert.True(group.All(to => to == from || near.Contains(to)), $"{from} does not lead to {string.Join(", ", group.Where(to => to != from && !near.Contains(to)))}");
            }
        }
    }

    [Fact]
    public async Task A_lesson_and_its_sage_centre_and_topics_link_each_other_directly()
    {
        var links = (await portal.SiteAsync()).ToDictionary(p => p.Key, p => Inside(p.Value));
        foreach (var group in await GroupsAsync())
        {
            foreach (var other in group[1..])
            {
                Assert.True(links[group[0]].Contains(other), $"{group[0]} → {other}");
                Assert.True(links[other].Contains(group[0]), $"{other} → {group[0]}");
            }
        }
    }

    [Fact]
    public async Task Who_learnt_from_whom_is_told_on_both_sides()
    {
        var site = await portal.SiteAsync();
        var pairs = await portal.AskAsync(async db =>
        {
            var sages = await db.PublicSages().ToListAsync();
            return sages.SelectMany(s => s.Profile.LearntFrom, (s, key) => (Pupil: s, Teacher: sages.Find(t => t.Key == key))).Where(p => p.Teacher is not null).ToList();
        });
        Assert.NotEmpty(pairs);
        foreach (var (pupil, teacher) in pairs)
        {
            Assert.Contains(site[$"/sages/{pupil.Code}"].Links(), l => l == (teacher!.Name, $"/sages/{teacher.Code}"));
            Assert.Contains(site[$"/sages/{teacher!.Code}"].Links(), l => l == (pupil.Name, $"/sages/{pupil.Code}"));
        }
    }

    /// <summary>For each lesson: its address, then those of its sages, centres and topics.</summary>
    private Task<List<string[]>> GroupsAsync() => portal.AskAsync(async db =>
    {
        var sages = await db.PublicSages().ToDictionaryAsync(s => s.Key, s => KhokNongNa.Portal.Urls.Of(s));
        var centres = await db.Centres.ToDictionaryAsync(c => c.Key, c => KhokNongNa.Portal.Urls.Of(c));
        var topics = await db.Topics.ToDictionaryAsync(t => t.Key, t => KhokNongNa.Portal.Urls.Of(t));
        var references = (await db.References.ToListAsync()).ToLookup(r => r.EntryId);
        var lessons = await db.Entries.Where(e => e.Type == EntryType.Lesson).ToListAsync();
        return lessons
            .Select(e => (string[])
            [
                KhokNongNa.Portal.Urls.Entry(e.Type, e.Slug!),
                .. references[e.Id].Select(r => r.Kind switch
                {
                    ReferenceKind.Sage => sages.GetValueOrDefault(r.Key),
                    ReferenceKind.Centre => centres[r.Key],
                    ReferenceKind.Topic => topics[r.Key],
                    _ => null,
                }).OfType<string>(),
            ])
            .Where(g => g.Any(u => u.StartsWith("/sages/", StringComparison.Ordinal)) && g.Any(u => u.StartsWith("/centres/", StringComparison.Ordinal)))
            .ToList();
    });

    // Links of the page itself, not of the frame around every page.
    private static HashSet<string> Inside(Answer page) => [.. page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0])];
}
