using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>When a text is published and taken away by itself, as typed.</summary>
public sealed class ScheduleForm
{
    public string PublishDate { get; set; } = "";

    public string PublishTime { get; set; } = "";

    public string ExpiryDate { get; set; } = "";

    public string ExpiryTime { get; set; } = "";
}

/// <summary>Sets both times; empty takes one away.</summary>
public sealed class ScheduleModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty]
    public ScheduleForm Form { get; set; } = new();

    public Entry Entry { get; private set; } = null!;

    public IReadOnlyList<(string Field, string Message)> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Form.PublishDate, Form.PublishTime) = TypedMoment.Of(Entry.PublishDue);
        (Form.ExpiryDate, Form.ExpiryTime) = TypedMoment.Of(Entry.ExpiryDue);
        return Entry.CanBeScheduled || Entry.IsLive ? Page() : Redirect($"/studio/entries/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var wrong = new List<(string, string)>();
        var publish = TypedMoment.Read(Form.PublishDate, Form.PublishTime, TimeSpan.Zero, "Publish", wrong);
        var expiry = TypedMoment.Read(Form.ExpiryDate, Form.ExpiryTime, TimeSpan.FromDays(1), "Expiry", wrong);
        if (wrong.Count > 0)
        {
            return Refuse(wrong);
        }

        try
        {
            await db.ActAsync(id, Actor, e => SetAsync(e, publish, expiry, clock.GetUtcNow()), cancellationToken);
        }
        catch (PortalException refusal)
        {
            return Refuse([(refusal.Field ?? "", refusal.Message)]);
        }

        Say(publish is { } at ? $"ตั้งเวลาแล้ว จะเผยแพร่ {Dates.Moment(at)}" : "บันทึกเวลาแล้ว");
        return Redirect($"/studio/entries/{id}");
    }

    private Task SetAsync(Entry entry, DateTimeOffset? publish, DateTimeOffset? expiry, DateTimeOffset now)
    {
        if (publish is { } at)
        {
            entry.Schedule(at, expiry, Actor, now);
            return Task.CompletedTask;
        }

        entry.Unschedule(Actor, now);
        if (entry.IsLive)
        {
            entry.ExpireAt(expiry, Actor, now);
        }
        else if (expiry is not null)
        {
            throw new PortalException("entry.expiry", "โปรดใส่เวลาเผยแพร่ก่อน หรือเผยแพร่เรื่องนี้แล้วจึงตั้งเวลาเลิก", "ExpiryDate");
        }

        return Task.CompletedTask;
    }

    private PageResult Refuse(IReadOnlyList<(string, string)> wrong)
    {
        Wrong = wrong;
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Entry = (await db.EntriesFor(Actor, Permission.Publish).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken))!) is not null;
}
