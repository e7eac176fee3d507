using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Journal;

/// <summary>Does once everything that can happen to a text beside writing, reviewing and publishing it by hand.</summary>
internal static class EntryActs
{
    public static async Task DoAllAsync(TestPortal portal, CancellationToken stop)
    {
        var head = People.Somchai;
        var id = await portal.DraftAsync(Samples.Article("typed ตั้งเวลา"), People.Malee);
        await portal.ActAsync(id, People.Malee, (entry, now) => entry.Submit(People.Malee, now));
        await portal.ActAsync(id, head, (entry, now) => entry.Assign(People.Prasert, ThaiTime.Day(now).AddDays(3), head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.Approve(Samples.Ticked, head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.Schedule(now.AddHours(1), null, head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.Unschedule(head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.Schedule(now.AddMinutes(1), null, head, now));
        portal.Clock.Now = portal.Clock.Now.AddMinutes(1);
        // Nobody of this id is a member.
        await portal.Run(db => Scheduling.RunDueAsync(db, portal.Clock, stop));
        await portal.PutLiveAsync(id, head);
        await portal.ActAsync(id, head, (entry, now) => entry.ExpireAt(now.AddDays(1), head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.ExpireAt(null, head, now));
        await portal.ReviseAsync(id, 1, Samples.Article("typed อีกแบบ"), People.Malee);
        await portal.Run(db => db.RestoreAsync(id, 1, 2, People.Malee, portal.Clock.Now, stop));
        var page = await portal.PublishAsync(Samples.Article("typed หน้า"), EntryType.Page, "31");
        var below = await portal.PublishAsync(Samples.Article("typed หน้าย่อย"), EntryType.Page, "31");
        await portal.Run(db => db.PutPageAsync(below, 1, page, People.FromProvince, portal.Clock.Now, stop));
        await portal.SnippetAsync("typed-words", "typed ข้อความ", "typed ใช้ซ้ำ");
        var words = await portal.Read(db => db.Snippets.AsNoTracking().SingleAsync(stop));
        await portal.Run(db => db.RemoveSnippetAsync(words.Id, words.Version, People.FromProvince, portal.Clock.Now, stop));
        await portal.ActAsync(id, head, (entry, now) => entry.SharePreview(1, ThaiTime.Day(now).AddDays(7), head, now));
        await portal.ActAsync(id, head, (entry, now) => entry.EndPreviews(head, now));
    }
}
